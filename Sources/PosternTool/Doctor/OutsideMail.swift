import MailFormat

/// A mail that somebody sent from outside: who wrote what on its way, and what that proves of its sender.
struct OutsideMail {
    let header: Header
    let border: TrustedBorder

    var findings: [Finding] {
        BorderSurvey(header).traces.map { Finding.fine("trace", $0.sentence) }
            + BorderCheck(header: header, border: border).findings + [evidence]
    }

    private static let subject = "evidence"

    private var evidence: Finding {
        guard case .one(let sender) = header.sender else {
            return .advice(Self.subject, "it does not say plainly whom it is from", "try another mail")
        }
        switch SenderAuthentication(header, sender: sender, border: border) {
        case .pass(let method): return .fine(Self.subject, "\(sender) is vouched for by \(Escaped.text(method))")
        case .none(let reason):
            return .advice(
                Self.subject, "\(sender) is not vouched for: \(Escaped.text(reason))",
                "by such a mail decisions are asked about on a page, unless a signature of its own proves the sender")
        case .fail(let reason):
            return .advice(
                Self.subject, "\(sender) is refuted: \(Escaped.text(reason))",
                "such mail is kept aside; if it was genuine, look into what your server says of it")
        case .forged(let reason):
            return .advice(
                Self.subject, "a result is forged: \(Escaped.text(reason))",
                "such mail is kept aside; better let the server remove such lines (RFC 8601 §5)")
        }
    }
}

extension BorderSurvey.Trace {
    fileprivate var sentence: String {
        switch self {
        case .received(let host): "received by \(Escaped.text(host))"
        case .results(let id): "checked by \(Escaped.text(id))"
        case .unreadableResults: "results that cannot be read"
        }
    }
}
