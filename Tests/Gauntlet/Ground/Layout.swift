import MailCorpus
import MailFormat

/// What a provider writes above a mail that its border takes in, as in mails that lie there.
struct Layout: Sendable {
    let name: String
    /// What an administrator of a mailbox there puts into `server.yaml`.
    let border: TrustedBorder
    /// The lines of the header; `@sender`, `@domain`, `@recipient` and `@id` stand for what they say.
    let lines: String

    /// The header lines of a mail from outside, genuine and aligned.
    func header(sender: String, recipient: String, _ chance: inout Chance) -> String {
        let domain = String(sender.utf8.drop { $0 != UInt8(ascii: "@") }.dropFirst()) ?? ""
        return lines.replacing("@sender", with: sender).replacing("@domain", with: domain)
            .replacing("@recipient", with: recipient).replacing("@id", with: chance.token(14))
            .replacing("\n", with: "\r\n") + "\r\n"
    }

    init(_ name: String, hosts: [String], ids: [String], _ lines: String) {
        (self.name, self.lines) = (name, lines)
        border = TrustedBorder(hosts: hosts, authservIDs: ids)
    }

    static let all = [
        gmail, microsoft, exchange, iCloud, fastmail, proton, yahoo, zoho, openDKIM, amavis, rspamd, exim, mailgun,
        mimecast, proofpoint,
    ]
}
