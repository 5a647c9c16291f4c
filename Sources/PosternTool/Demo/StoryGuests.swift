import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Rows 24 and 25: a guest is put on the list by mail, asked by mail with an entry for calendars, and answers.
    mutating func guestsAnswer() async throws {
        let toDos = try await wait("the list of to-dos") {
            inbox(of: client).first { $0.subject.hasPrefix("To-dos: ") }
        }
        try reply(to: toDos, "GUESTS")
        let list = try await wait("the list of guests") {
            inbox(of: client).first { $0.subject.hasPrefix("Guests: ") }
        }
        guard
            let page = Self.link(
                in: list.message.readableText ?? "", containing: "\(site.dashboard(organization))/projects/")
        else { throw StoryFault("the list of guests does not say where its page is") }
        try reply(to: list, "GUEST ADD Robin Quist <robin@guest.example>")
        try await waitForPage(page, showing: "robin@guest.example")
        row(24, "GUEST ADD, in answer to the list, puts a guest on it; the page shows them.")
        guard var form = StoryForm(on: try browser.get(page).body, actionEnding: "/guests") else {
            throw StoryFault("the guest list has no form")
        }
        form.fields.append(("act", "ask"))
        _ = try browser.post(site.base + form.action, form.fields)
        guard let robin = EmailAddress("robin@guest.example") else { return }
        let asked = try await wait("the invitation to the guest") { inbox(of: robin).first }
        try expect(
            asked.message.leaves.contains { $0.contentType.mimeType == "text/calendar" },
            "the invitation has no entry for calendars")
        try reply(to: asked, "YES +1")
        try await waitForPage(page, showing: "1 (2 people)")
        row(25, "The guest, no person of the portal, is asked with an entry for calendars; YES +1 is on the page.")
    }
}
