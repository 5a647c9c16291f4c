import MailFormat
import MailSignatures
import PortalCore

/// Who signed a mail of ours that came back, and whether others can verify it.
struct SignatureCheckUp {
    let mail: MailFormat.Message
    let settings: MailSettings
    let records: TextRecords

    private static let subject = "signature"

    func finding() async -> Finding {
        let now = Int(systemClock().milliseconds / 1000)
        let signatures = await SenderCheck(records).check(mail, from: settings.address, at: now, .all).signatures
        guard let best = signatures.max(by: { rank($0) < rank($1) }) else { return unsigned }
        return finding(on: best)
    }

    private var unsigned: Finding {
        .advice(
            Self.subject, "the mail that came back bears no DKIM signature",
            "let the submission server sign for \(settings.address.domain), or name a key under mail/dkim")
    }

    private func finding(on checked: CheckedSignature) -> Finding {
        guard let signature = checked.signature else { return broken("one that cannot be read", checked.result) }
        let name = "selector \(signature.selector) of \(signature.domain)"
        switch checked.result {
        case .valid where speaksForUs(checked):
            return .fine(Self.subject, "our mail is signed by \(name), and verifies")
        case .valid:
            return .advice(
                Self.subject, "our mail is signed by \(name), which does not speak for \(settings.address.domain)",
                "let the submission server sign for \(settings.address.domain), or name a key under mail/dkim")
        case .unknown:
            return .unknown(
                Self.subject, "our mail is signed by \(name), but the DNS did not give its key",
                "try again; see /etc/resolv.conf if it stays so")
        case .invalid: return broken(name, checked.result)
        }
    }

    /// What we sign ourselves has to be right; what the submission server signs is for whoever runs that.
    private func broken(_ name: String, _ result: CheckedSignature.Result) -> Finding {
        let why = if case .invalid(let why) = result { why } else { "" }
        let text = "our mail is signed by \(name), which does not verify: \(Escaped.text(why))"
        guard settings.signer == nil else {
            return .fault(
                Self.subject, text, "publish the record of mail/dkim; no server on the way may change the mail")
        }
        return .advice(Self.subject, text, "look into what the submission server signs, and into its record in the DNS")
    }

    private func speaksForUs(_ checked: CheckedSignature) -> Bool {
        checked.signature.map { DomainName.lies(settings.address.domain.utf8, within: $0.domain.utf8) } ?? false
    }

    /// The signature that others would go by.
    private func rank(_ checked: CheckedSignature) -> Int {
        let own = speaksForUs(checked) ? 1 : 0
        return switch checked.result {
        case .valid: 4 + own
        case .unknown: 2 + own
        case .invalid: own
        }
    }
}
