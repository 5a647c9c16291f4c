import MailFormat
import Templates

/// The form in which a reply or a new mail is written.
struct ComposePage {
    /// What the form holds: from its link, or as it was sent.
    struct Entries {
        var from = ""
        var to = ""
        var subject = ""
        var text = ""
    }

    /// The mail that is answered; `nil` for a new one.
    let mail: StoredMail?
    let entries: Entries
    /// Everybody who has been mailed, for suggestions.
    let people: [EmailAddress]
    /// What kept the mail from being sent.
    let problem: String?

    static let names: TemplateNames = [
        "reply": .value, "action": .value, "back": .value, "from": .value, "to": .value, "subject": .value,
        "text": .value, "quoted": .value, "people": .each(.value), "problem": .value,
    ]

    var value: TemplateValue {
        [
            "title": .text(mail == nil ? "Write a mail" : "Reply"), "reply": .flag(mail != nil),
            "action": .text(mail.map { "/mail/\($0.id)/reply" } ?? "/new"),
            "back": .text(mail.map { "/mail/\($0.id)" } ?? "/"),
            "from": .text(entries.from), "to": .text(entries.to), "subject": .text(entries.subject),
            "text": .text(entries.text), "quoted": .optional(mail?.message.text),
            "people": .list(people.map { .text($0.text) }), "problem": .optional(problem),
        ]
    }
}
