import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

/// Rows 22, 40 to 43, 45 and 47: what a project shows by mail and on its pages, and what is handed over.
extension Story {
    mutating func projectIsShown(by mail: StoredMail, on dashboard: String) throws {
        let text = mail.message.readableText ?? ""
        guard let card = Self.link(in: text, containing: site.dashboard(organization)) else {
            throw StoryFault("the mail that asks leads nowhere")
        }
        let lead = Self.piece(of: try browser.get(card).body, between: "<p class=\"lead\">", and: "</p>") ?? ""
        let details = lead.split(separator: "·").map { $0.trimmingCharacters(in: .whitespaces) }
        try expect(
            details.count == 3 && details.allSatisfy(text.contains), "the mail does not say “\(lead)” as the page does")
        row(43, "Title, type, format and version stand in the mail as on the card: \(lead).")
        try expect(
            text.contains("phase 3 of 5: ") && text.contains("◐") && dashboard.contains("Phase 3 of 5"),
            "the progress is not shown")
        row(41, "The progress in five phases: a bar in the mail's text, a stepper on the page.")
        try expect(
            dashboard.contains("2 waiting") && dashboard.contains("2 deliverables"), "the dashboard counts nothing")
        row(40, "The dashboard counts what each project holds, and what waits.")
    }

    /// Replies carry on a thread of real mail; the page shows the same words with name and time.
    mutating func threadHolds(_ receipt: StoredMail, _ asked: Asked) throws {
        guard let first = asked.mail.message.messageID else { throw StoryFault("the mail has no Message-ID") }
        try expect(
            receipt.message.references.contains(first) && receipt.message.inReplyTo != nil,
            "the receipt is not in the thread of the mail that asked")
        let thread = try browser.get(projectPage()).body
        try expect(
            thread.contains("<time datetime=") && thread.contains("by mail"), "the thread does not say who wrote when")
        row(
            47,
            "Receipts belong to the thread of the mail they answer; the page says who wrote, when and by which door.")
    }

    mutating func revisionIsRequested(_ asked: Asked) async throws {
        try reply(to: asked.mail, "REVISE the paddle could be a little longer")
        try await waitForPage(asked.page, showing: "Revision requested")
        try await waitForPage(projectPage(), showing: "the paddle could be a little longer")
        row(45, "REVISE and a reason asks for a revision; the reason is posted as a message.")
        let receipt = try await wait("the receipt for the revision") {
            inbox(of: client).first { $0.message.readableText?.contains("are requested, with your") == true }
        }
        try reply(to: receipt, "UNDO")
        try await waitForPage(asked.page, showing: "Waiting for you")
    }

    /// Row 22, and 42: what is for staff alone stays with them.
    mutating func filesAreHandedOver(_ asked: Asked) async throws {
        let sketch = Draft.File(name: "sketch.txt", contentType: .bytes, bytes: Array("A longer paddle".utf8))
        try mailbox.reply(to: asked.mail, text: "Our own sketch is attached.", attachments: [sketch])
        let receipt = try await wait("the receipt for the file") {
            inbox(of: client).first { $0.message.readableText?.contains("sketch.txt (15 bytes)") == true }
        }
        let digest = "\(ContentDigest(of: Array("A longer paddle".utf8)))"
        try expect(receipt.message.readableText?.contains(digest) == true, "the receipt does not say the file's digest")
        try await waitForPage(projectPage(), showing: "sketch.txt")
        row(22, "An attachment is a file; its receipt says name, size and SHA-256, and the page has it to download.")
        let hidden = try desired().files.filter { !$0.visible }.map(\.content.name)
        let page = try browser.get(projectPage()).body
        try expect(
            !hidden.isEmpty && !hidden.contains { page.contains($0) },
            "the client sees \(hidden.joined(separator: ", "))")
        let mails = inbox(of: client).compactMap(\.message.readableText)
        try expect(!mails.contains { text in hidden.contains { text.contains($0) } }, "a mail names what is hidden")
        row(42, "What is not for clients is on none of their pages and in none of their mails.")
    }

    /// What the portal holds of the organization now, in the words of configuration.
    func desired() throws -> DesiredOrganization {
        let current = try portal.currentPortal().organizations.first { $0.settings == organization.settings }
        guard let current else { throw StoryFault("the organization is gone") }
        return current
    }

    static func piece(of text: String, between start: String, and end: String) -> String? {
        guard let first = text.firstRange(of: start), let last = text[first.upperBound...].firstRange(of: end) else {
            return nil
        }
        return String(text[first.upperBound..<last.lowerBound])
    }
}
