import MailFormat
import PortalCore
import Testing

@testable import MailChannel
@testable import WebChannel

/// A channel translates: what is asked by reply and what is asked on a page are equal commands.
@Suite("Both doors")
struct BothDoorsTests {
    struct Row: Sendable, CustomStringConvertible {
        let reply: String
        let kind: Decision.Kind
        let comment: String
        var description: String { reply }
    }

    static let rows = [
        Row(reply: "APPROVE", kind: .approved, comment: ""),
        Row(reply: "approve!\n\nIt is lovely.", kind: .approved, comment: "It is lovely."),
        Row(reply: "Freigabe", kind: .approved, comment: ""),
        Row(reply: "REVISE\nA darker blue, please.", kind: .revisionRequested, comment: "A darker blue, please."),
        Row(reply: "REVISE: a darker blue", kind: .revisionRequested, comment: "a darker blue"),
        Row(reply: "REVISE", kind: .revisionRequested, comment: ""),
        Row(reply: "REJECT", kind: .rejected, comment: ""),
        Row(reply: "REJECT\nWe go another way.", kind: .rejected, comment: "We go another way."),
    ]

    static let deliverable = Deliverable(
        id: DeliverableID(number: 7), project: project,
        settings: DeliverableSettings(
            project: "rebrand", name: "logo", title: "Logo", kind: "logo", format: "SVG", visible: true, version: 3,
            files: []), decision: nil)
    static let project = ProjectID(number: 2)

    @Test("lead a decision to the same command", arguments: rows)
    func decision(row: Row) {
        var form = DecisionForm(Self.deliverable)
        form.kind = row.kind
        form.comment = row.comment
        let subject = ReplySubject(
            subject: .decision(Self.deliverable.id, version: 3, Self.project), open: [], locale: "de", logo: nil)
        let translation = ReplyTranslation(subject, in: Self.project, text: row.reply, files: [])
        #expect(translation.commands == [form.command].compactMap(\.self))
        #expect(form.command != nil)
    }

    @Test("lead UNDO to the command that the button has", arguments: ["UNDO", "undo.", "rückgängig"])
    func undo(reply: String) {
        let subject = ReplySubject(
            subject: .decision(Self.deliverable.id, version: 3, Self.project), open: [], locale: "de", logo: nil)
        let translation = ReplyTranslation(subject, in: Self.project, text: reply, files: [])
        #expect(translation.commands == [.undo(Self.deliverable.id, version: 3)])
    }

    @Test("lead a message with its files to the same command")
    func message() {
        let file = FileContent(
            name: "photo.jpg", contentType: "image/jpeg", size: 3, digest: ContentDigest(of: [1, 2, 3]))
        let form = MessageForm(project: Self.project, text: "Hello,\n\nhere is the photo.", attachments: [file])
        for subject in [
            ReplyAddress.Subject.conversation(Self.project),
            .decision(Self.deliverable.id, version: 3, Self.project),
        ] {
            let translation = ReplyTranslation(
                ReplySubject(subject: subject, open: [], locale: "en", logo: nil), in: Self.project,
                text: form.text, files: [file])
            #expect(translation.commands == [form.command])
        }
    }
}
