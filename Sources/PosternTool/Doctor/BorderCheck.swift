import MailChannel
import MailFormat

/// What one delivered mail shows of the border: whether it is named as it should be, and what it lets pass.
struct BorderCheck {
    let header: Header
    let border: TrustedBorder
    static let subject = "border"
    /// What a forged Authentication-Results line of the mail holds; `nil` when none was planted.
    var planted: String?

    var findings: [Finding] {
        guard header.wasTakenIn(by: border) else { return [unknownBorder] }
        return [stamp, forgery].compactMap { $0 }
    }

    private var survey: BorderSurvey { BorderSurvey(header) }

    private var unknownBorder: Finding {
        let hosts = survey.traces.compactMap { trace -> String? in
            if case .received(let host) = trace { host } else { nil }
        }
        let seen =
            hosts.isEmpty
            ? "it has no Received line" : "it was received by \(Escaped.text(hosts.joined(separator: ", ")))"
        return .unknown(
            Self.subject, "this mail did not pass \(border.hosts.joined(separator: ", ")): \(seen)",
            "if mail from outside comes in by one of these, name it under mail/border/hosts; else send one from "
                + "outside, best with `Authentication-Results: \(border.authservIDs.joined(separator: ", ")); dmarc=pass` forged into its "
                + "header, and show how it arrived: `postern doctor --mail FILE`")
    }

    /// Results under our identifier above the line of the border.
    private var stamp: Finding {
        let fields = header.resultFields(of: border).filter { $0.isNamed("Authentication-Results") }
        let identifiers = fields.compactMap { field -> String? in
            let nameless = AuthenticationResults.nameless(field.rawValue).map { _ in TrustedBorder.noIdentifier }
            return AuthenticationResults.parse(field.rawValue)?.authservID ?? nameless
        }
        let ours = border.authservIDs.joined(separator: ", ")
        if identifiers.contains(where: border.owns) {
            return .fine(Self.subject, "it stamps its checks as \(ours)")
        }
        guard identifiers.isEmpty else {
            return .fault(
                Self.subject,
                "it stamps its checks as \(Escaped.text(identifiers.joined(separator: ", "))), not as \(ours)",
                "name that under mail/border/ids, if it is your own server")
        }
        return .advice(
            Self.subject, "it stamps no Authentication-Results",
            "better let your server check DKIM and DMARC: without, a mail decides only by a signature of its own")
    }

    /// A line in our server's name that we wrote ourselves before the mail went out (RFC 8601 §5).
    private var forgery: Finding? {
        guard let planted else { return nil }
        if header.fields(above: border).contains(where: { Self.isPlanted($0, planted) }) {
            return .fault(
                "forgery", "a forged result came in above the border's line: it would be believed",
                "name as border the server that takes mail in from outside, not one behind it")
        }
        guard header.fields.contains(where: { Self.isPlanted($0, planted) }) else {
            return .fine("forgery", "the border removes results that others write in its name")
        }
        return .advice(
            "forgery", "the border lets results pass that others write in its name",
            "nothing is believed for it: such mail is kept aside; better let the server remove them (RFC 8601 §5)")
    }

    private static func isPlanted(_ field: HeaderField, _ text: String) -> Bool {
        field.isNamed("Authentication-Results") && String(decoding: field.unfolded, as: UTF8.self).contains(text)
    }
}
