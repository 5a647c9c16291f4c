import Foundation
import MailFormat
import PortalCore

extension Inspection {
    /// One JSON object on one line. Every key is always there; `null` says that the mail has no such thing.
    var json: String { Self.object(pairs) }

    /// The same, with what a portal would do under the key `portal`.
    func json(in portal: InspectionInPortal) -> String { Self.object(pairs + [("portal", portal.json)]) }

    private var pairs: [(String, String)] {
        [
            ("from", Self.list(message.from, Self.json)), ("to", Self.list(message.to, Self.json)),
            ("cc", Self.list(message.cc, Self.json)), ("subject", Self.text(message.subject)),
            ("date", Self.text(message.date.map(Self.moment))),
            ("message_id", Self.text(message.messageID?.text)), ("in_reply_to", Self.text(message.inReplyTo?.text)),
            ("references", Self.list(message.references) { JSONText.string($0.text) }),
            ("text", Self.text(message.text)), ("html", Self.text(message.html)),
            ("attachments", Self.list(attachments, Self.json)), ("depth", String(message.depth)),
            ("reply", JSONText.string(reply.text)), ("commands", Self.list(commandTexts, JSONText.string)),
            ("kind", JSONText.string(kind.inspectName)),
            ("failed_recipients", Self.list(failedRecipients, JSONText.string)),
            ("warnings", Self.list(warnings, JSONText.string)),
        ]
    }

    private static func json(_ mailbox: Mailbox) -> String {
        object([("name", JSONText.string(mailbox.name)), ("address", JSONText.string(mailbox.address))])
    }

    private static func json(_ attachment: Attachment) -> String {
        object([
            ("filename", text(attachment.fileName)), ("content_type", JSONText.string(attachment.contentType)),
            ("size", attachment.content.map { String($0.size) } ?? "null"),
            ("sha256", text(attachment.content?.digest.description)),
        ])
    }

    /// `seconds` since 1970 as ISO 8601 in UTC.
    static func moment(_ seconds: Int) -> String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }

    private static func text(_ text: String?) -> String { text.map(JSONText.string) ?? "null" }

    private static func list<Element>(_ elements: [Element], _ json: (Element) -> String) -> String {
        "[\(elements.map(json).joined(separator: ", "))]"
    }

    private static func object(_ pairs: [(String, String)]) -> String {
        "{\(pairs.map { "\(JSONText.string($0)): \($1)" }.joined(separator: ", "))}"
    }
}
