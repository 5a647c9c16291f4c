import MailFormat
import Templates

/// The list of mails: everybody's, or one person's.
struct MailsPage {
    let mails: [StoredMail]
    let person: EmailAddress?

    static let names: TemplateNames = [
        "everyone": .value, "count": .value,
        "people": .each(["address", "name", "count", "current"]),
        "mails": .each(["id", "recipient", "sender", "subject", "beginning", "iso", "date"]),
        "person": .value,
    ]

    var value: TemplateValue {
        let shown = person.map { person in mails.filter { $0.recipient == person } } ?? mails
        return [
            "title": .text(person.map { "Mails to \($0)" } ?? "Mails"), "refreshes": true,
            "everyone": .flag(person == nil), "count": .number(mails.count),
            "people": .list(people), "mails": .list(shown.map(Self.entry)),
            "person": .optional(person?.text),
        ]
    }

    /// Everybody who was mailed, in the order of their addresses.
    private var people: [TemplateValue] {
        Dictionary(grouping: mails, by: \.recipient).sorted { $0.key.text < $1.key.text }.map { address, mails in
            [
                "address": .text(address.text), "name": .text(mails.lazy.map(\.displayName).first ?? ""),
                "count": .number(mails.count), "current": .flag(address == person),
            ]
        }
    }

    private static func entry(_ mail: StoredMail) -> TemplateValue {
        let sender = mail.message.from.first
        let name = sender.map { $0.name.utf8.isEmpty ? $0.address : $0.name }
        let beginning = (mail.message.text ?? "").utf8.prefix(400).split { $0.isBlank || $0.isLineBreak }.prefix(24)
        return [
            "id": .text(mail.id), "recipient": .text(mail.displayName), "sender": .text(name ?? "nobody"),
            "subject": .text(mail.subject),
            "beginning": .text(beginning.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")),
            "iso": .text(Clock.iso(mail.storedAt)), "date": .text(Clock.readable(mail.storedAt)),
        ]
    }
}

extension StoredMail {
    /// The recipient's name, or their address where the mail does not call them by name.
    var displayName: String { person.name.utf8.isEmpty ? recipient.text : person.name }
}
