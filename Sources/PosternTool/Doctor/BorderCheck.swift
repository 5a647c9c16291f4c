import MailChannel
import MailFormat

/// What one delivered mail shows of the border: whether it is named as it should be, and what it lets pass.
struct BorderCheck {
    let header: Header
    let border: TrustedBorder
    /// What a forged Authentication-Results line of the mail holds; `nil` when none was planted.
    var planted: String?

    var findings: [Finding] {
        guard hasBorderLine else { return [unknownBorder] }
        return [stamp, forgery].compactMap { $0 }
    }

    private var survey: BorderSurvey { BorderSurvey(header) }

    private var hasBorderLine: Bool { !header.fields(above: border).isEmpty || isTopmost }

    /// Whether the border's own line is the first field of all: then nothing stands above it.
    private var isTopmost: Bool {
        guard case .received(let host) = survey.traces.first else { return false }
        return border.hosts.contains { $0.equalsIgnoringASCIICase(host) }
    }

    private var unknownBorder: Finding {
        let hosts = survey.traces.compactMap { trace -> String? in
            if case .received(let host) = trace { host } else { nil }
        }
        let seen =
            hosts.isEmpty
            ? "it has no Received line" : "it was received by \(Escaped.text(hosts.joined(separator: ", ")))"
        return .advice(
            "border", "this mail did not pass \(border.hosts.joined(separator: ", ")): \(seen)",
            "if mail from outside comes in by one of these, name it under mail/border/hosts; and try "
                + "`postern doctor --mail FILE` with a mail that came from outside")
    }

    /// Results under our identifier above the line of the border.
    private var stamp: Finding {
        let identifiers = header.fields(above: border).filter { $0.isNamed("Authentication-Results") }.compactMap {
            AuthenticationResults.parse($0.rawValue)?.authservID
        }
        let ours = border.authservIDs.joined(separator: ", ")
        if identifiers.contains(where: { id in border.authservIDs.contains { $0.equalsIgnoringASCIICase(id) } }) {
            return .fine("border", "it stamps its checks as \(ours)")
        }
        guard identifiers.isEmpty else {
            return .fault(
                "border",
                "it stamps its checks as \(Escaped.text(identifiers.joined(separator: ", "))), not as \(ours)",
                "name that under mail/border/ids, if it is your own server")
        }
        return .advice(
            "border", "it stamps no Authentication-Results",
            "let your server check DKIM and DMARC; until then decisions by mail are confirmed on a page")
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
