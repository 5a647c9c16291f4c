import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Rows 19 and 20: a menu and an itinerary by mail, the calendar file, an answer that is a comment.
    mutating func menusAndItinerariesAreSeen() async throws {
        let menu = try await mailWithPage("menus")
        let itinerary = try await mailWithPage("itineraries")
        try reply(to: menu.mail, "Could the stew come without onions?")
        try await waitForPage(menu.page, showing: "come without onions")
        let before = mailbox.inbox(of: client).count
        try reply(to: itinerary.mail, "GET menu")
        _ = try await wait("the menu that was asked for") {
            mailbox.inbox(of: client).count > before ? mailbox.inbox(of: client).first : nil
        }
        say("19  The menu came by mail; an answer to it is a comment on its page, and GET menu mails it again.")
        let file = itinerary.mail.message.files.first { $0.contentType == "text/calendar" }
        guard let file, CalendarReader(file.decodedBytes()).components.count > 1 else {
            throw StoryFault("the itinerary's mail has no calendar file")
        }
        let page = try browser.get(itinerary.page).body
        guard let link = Self.link(in: page, containing: "\(Self.path(of: itinerary.page))/calendar") else {
            throw StoryFault("the itinerary's page has no calendar file")
        }
        let path = String(link.prefix { $0 != "\"" })
        try expect(
            try browser.get(site.base + path).body.contains("BEGIN:VEVENT"), "the itinerary's calendar file is empty")
        say("20  The itinerary came by mail with its calendar file; the page shows it as a timeline.")
    }

    /// The newest mail to the client that leads to the page of one thing of a kind.
    private func mailWithPage(_ tool: String) async throws -> (mail: StoredMail, page: String) {
        try await wait("a mail about \(tool)") {
            for mail in mailbox.inbox(of: client) {
                let text = mail.message.readableText ?? ""
                if let page = Self.link(in: text, containing: "\(site.dashboard(organization))/projects/"),
                    page.contains("/\(tool)/")
                {
                    return (mail, page)
                }
            }
            return nil
        }
    }
}
