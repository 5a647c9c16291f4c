import MailFormat
import MailTransport
import PortalCore

extension MailSettings {
    /// What has to be examined before mails decide: all by which a forged one could be taken for genuine, or a genuine one
    /// could come in by another way. No password: a new one changes nothing.
    var setup: MailSetup {
        guard case .servers(let submission, let mailbox) = route else { return .local }
        let lines =
            [
                "address \(address.text)", "signatures \(checksSignatures)", "submission \(submission.way)",
                "mailbox \(mailbox.server.way)", "folder \(mailbox.folder)",
            ] + Self.lines("host", border.hosts) + Self.lines("id", border.authservIDs)
            + Self.lines("sealer", border.trustedSealers)
        return .servers(ContentDigest(of: Array(lines.joined(separator: "\n").utf8)))
    }

    /// In one order, for theirs means nothing.
    private static func lines(_ word: String, _ names: [String]) -> [String] {
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(word) \($0)" }
    }
}

extension MailServer {
    /// Where and how it is reached, and whom it is believed for.
    fileprivate var way: String { "\(self) \(certificateAuthority ?? "")" }
}
