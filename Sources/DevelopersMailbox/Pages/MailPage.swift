import MailFormat
import Templates

/// One mail, with everything that is in it.
struct MailPage {
    let mail: StoredMail
    /// Whether a reply to it was sent just now.
    let wasAnswered: Bool

    static let names: TemplateNames = [
        "id": .value, "subject": .value, "recipient": .value, "recipientName": .value,
        "fields": .each(["name", "value"]), "hasHTML": .value, "text": LinkedText.names, "answered": .value,
        "files": .each(["number", "name", "type", "size"]), "headers": .each(["name", "value"]), "canReply": .value,
    ]

    private static let shownFields = ["From", "To", "Reply-To", "Date"]

    var value: TemplateValue {
        let message = mail.message
        let fields = Self.shownFields.compactMap { name in message.header.first(name).map { (name, $0.text) } }
        return [
            "title": .text(mail.subject), "id": .text(mail.id), "subject": .text(mail.subject),
            "recipient": .text(mail.recipient.text), "recipientName": .text(mail.displayName),
            "fields": Self.list(fields), "hasHTML": .flag(message.html != nil),
            "text": message.text.map(LinkedText.value) ?? .absent, "answered": .flag(wasAnswered),
            "files": .list(files), "headers": Self.list(message.header.fields.map { ($0.name, $0.text) }),
            "canReply": .flag(mail.replyAddress != nil),
        ]
    }

    private static func list(_ fields: [(String, String)]) -> TemplateValue {
        .list(fields.map { ["name": .text($0), "value": .text($1)] })
    }

    private var files: [TemplateValue] {
        mail.message.leaves.enumerated().filter { !$1.isBodyLeaf }.map { number, part in
            let size = part.decodedBytes().count
            return [
                "number": .number(number), "name": .text(part.fileName ?? "unnamed"),
                "type": .text(part.contentType.mimeType),
                "size": .text(size < 10_000 ? "\(size) bytes" : "\(size / 1000) kB"),
            ]
        }
    }
}
