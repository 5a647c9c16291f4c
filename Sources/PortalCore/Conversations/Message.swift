/// One entry of a project's thread.
package struct Message: Equatable, Sendable {
    package let id: MessageNumber
    package let author: PersonID
    package let authorName: String
    package let authorIsStaff: Bool
    package let text: String
    package let door: Door
    /// False where a mail's sender could not be verified; shown beside the message.
    package let verified: Bool
    package let at: Moment
    package let about: DeliverableID?
    /// What else of the project it is about.
    package let thing: Thing?
}

/// A message on its way into a project's thread.
package struct NewMessage: Equatable, Sendable {
    package let project: ProjectID
    package let text: String
    package let attachments: [FileContent]

    /// Limits: bytes of text, attachments.
    package static let longest = 200_000
    static let mostAttachments = 50

    package init(project: ProjectID, text: String, attachments: [FileContent]) {
        self.project = project
        self.text = text
        self.attachments = attachments
    }

    var isEmpty: Bool { attachments.isEmpty && text.utf8.allSatisfy { $0 <= 0x20 } }
}

/// The way by which something came in.
package enum Door: String, Codable, Sendable {
    case mail, page, settings, shell
    /// Where other services report.
    case hook
}
