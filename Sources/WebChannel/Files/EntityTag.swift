import HTTPTypes
import MailFormat
import PortalCore

/// The strong entity tag of some content (RFC 9110 §8.8.3): its digest.
struct EntityTag: Sendable {
    let text: String

    init(_ digest: ContentDigest) {
        text = "\"\(String(decoding: digest.description.utf8.prefix(32), as: UTF8.self))\""
    }

    /// Whether `If-None-Match` names it, also as a weak tag (RFC 9110 §13.1.2).
    func isKnown(to visit: Visit) -> Bool {
        guard let field = visit.header(.ifNoneMatch) else { return false }
        return field.utf8.split(separator: ASCII.comma).contains { item in
            let tag = item.trimmed
            return tag.elementsEqual("*".utf8) || tag.elementsEqual(text.utf8)
                || tag.starts(with: "W/".utf8) && tag.dropFirst(2).elementsEqual(text.utf8)
        }
    }

    /// Whether a range may be given: without `If-Range`, or where it names this very content (RFC 9110 §13.1.5).
    func permitsRange(_ visit: Visit) -> Bool {
        visit.header(.ifRange)?.utf8.elementsEqual(text.utf8) ?? true
    }
}
