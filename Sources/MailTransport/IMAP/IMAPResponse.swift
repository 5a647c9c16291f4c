/// OK, NO, BAD, BYE or PREAUTH, with its code in brackets (RFC 9051 §7.1).
struct IMAPStatus: Hashable, Sendable {
    enum Condition: CaseIterable, Hashable, Sendable {
        case ok, no, bad, bye, preauth

        var keyword: StaticString {
            switch self {
            case .ok: "OK"
            case .no: "NO"
            case .bad: "BAD"
            case .bye: "BYE"
            case .preauth: "PREAUTH"
            }
        }
    }

    let condition: Condition
    /// The words of the code: `UIDVALIDITY`, `3857529045`.
    let code: [[UInt8]]
    /// Escaped; only for people. What it says (an alert, a link, a referral) is never followed.
    let text: String

    func hasCode(_ keyword: StaticString) -> Bool { code.first?.isKeyword(keyword) ?? false }
}

/// What FETCH says of one mail. Only what was said is there.
struct IMAPFetched: Hashable, Sendable {
    var uid: UInt32?
    var size: UInt32?
    /// The value of BODY[] or BODY[HEADER].
    var body: [UInt8]?
}

/// A response that we know what to do with.
enum IMAPResponse: Hashable, Sendable {
    case tagged(String, IMAPStatus)
    case status(IMAPStatus)
    case continuation
    case capabilities([[UInt8]])
    case exists(UInt32)
    case search([UInt32])
    case fetch(IMAPFetched)
    /// The personal namespace's prefix, and what separates its levels (RFC 2342).
    case namespace(prefix: [UInt8], separator: [UInt8])
    case list(separator: [UInt8], name: [UInt8])
    case other
}
