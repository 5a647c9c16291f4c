import Localization
import PortalCore
import Templates

/// The messages of a project, oldest first.
struct MessageList {
    let messages: [Message]
    let attachments: [MessageNumber: [StoredFile]]
    /// What messages may be about; what is not named here is not mentioned.
    var subjects = MessageSubjects()
    let slug: String
    let time: ReadableTime
    let viewer: Person

    static let names: TemplateNames = .each(
        [
            "author": .value, "staffMark": .value, "at": .value, "iso": .value, "text": .value, "byMail": .value,
            "unverified": .value, "about": ["aboutTitle", "aboutPath"], "files": FileList.names,
        ])

    var value: TemplateValue { .list(messages.map(entry)) }

    private func entry(_ message: Message) -> TemplateValue {
        return [
            "author": .text(message.authorName), "staffMark": .flag(message.authorIsStaff),
            "at": .phrase(time.text(message.at)), "iso": .text(ReadableTime.iso(message.at)),
            "text": .text(message.text), "byMail": .flag(message.door == .mail),
            "unverified": .flag(!message.verified),
            "about": subjects.find(message).map { ["aboutTitle": .text($0.title), "aboutPath": .text($0.path)] }
                ?? .absent,
            "files": FileList(
                files: attachments[message.id] ?? [], slug: slug, viewer: viewer, author: message.author
            ).value,
        ]
    }
}

/// What the messages of a project may be about, with their pages.
struct MessageSubjects {
    typealias Subject = (title: String, path: String)
    var deliverables: [DeliverableID: Subject] = [:]
    var things: [Thing: Subject] = [:]

    func find(_ message: Message) -> Subject? {
        message.about.flatMap { deliverables[$0] } ?? message.thing.flatMap { things[$0] }
    }
}
