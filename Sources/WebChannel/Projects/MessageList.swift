import PortalCore
import Templates

/// The messages of a project, oldest first.
struct MessageList {
    let messages: [Message]
    let attachments: [MessageNumber: [StoredFile]]
    /// The titles of the deliverables that messages may be about.
    let titles: [DeliverableID: String]
    let slug: String
    let time: ReadableTime

    static let names: TemplateNames = .each(
        [
            "author": .value, "staffMark": .value, "at": .value, "iso": .value, "text": .value, "byMail": .value,
            "unverified": .value, "about": ["aboutTitle", "aboutPath"], "files": FileList.names,
        ])

    var value: TemplateValue { .list(messages.map(entry)) }

    private func entry(_ message: Message) -> TemplateValue {
        let about = message.about.flatMap { id in titles[id].map { (id, $0) } }
        return [
            "author": .text(message.authorName), "staffMark": .flag(message.authorIsStaff),
            "at": .text(time.text(message.at)), "iso": .text(ReadableTime.iso(message.at)),
            "text": .text(message.text), "byMail": .flag(message.door == .mail),
            "unverified": .flag(!message.verified),
            "about": about.map {
                ["aboutTitle": .text($0.1), "aboutPath": .text(SitePath.deliverable($0.0, slug))]
            } ?? .absent,
            "files": FileList(files: attachments[message.id] ?? [], slug: slug).value,
        ]
    }
}
