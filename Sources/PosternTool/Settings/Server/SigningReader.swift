import MailFormat
import MailSignatures

/// Reads the group `dkim` of `server.yaml`: with which key the mail that we send is signed.
struct SigningReader {
    let secrets: SecretReader

    enum Reading: Equatable {
        case signer(MailSigner)
        /// The key is not on this machine, where it need not be.
        case withoutKey
        case wrong

        var signer: MailSigner? { if case .signer(let signer) = self { signer } else { nil } }
    }

    /// - Parameter address: the sender of all our mail, for whose domain the signature has to speak.
    func read(_ entry: Entry, for address: EmailAddress?) -> Reading {
        guard var fields = entry.fields() else { return .wrong }
        let domain = fields.optional("domain", .line(253), default: address?.domain ?? "")
        let selector = fields.required("selector", .line(63))
        let keyEntry = fields.find("key")
        fields.finish()
        guard let keyEntry else {
            entry.problem("lacks the key `key`, which should name a private key: file:path or env:NAME")
            return .wrong
        }
        guard let address, let domain, let selector, let key = secrets.key(keyEntry) else { return .wrong }
        guard DomainName.lies(address.domain.utf8, within: domain.utf8) else {
            entry.problem("should have `domain` as that of \(address.text), or one above it: others prove nothing")
            return .wrong
        }
        if key.isEmpty, secrets.use == .described { return .withoutKey }
        do throws(MailSigner.Problem) {
            return .signer(try MailSigner(domain: domain, selector: selector, key: key))
        } catch {
            Self.note(error, entry, keyEntry)
            return .wrong
        }
    }

    private static func note(_ problem: MailSigner.Problem, _ entry: Entry, _ key: Entry) {
        switch problem {
        case .domain: entry.problem("`domain` \(problem)")
        case .selector: entry.problem("`selector` \(problem)")
        case .key, .size, .kind: key.problem("what it names \(problem)")
        }
    }
}
