import DevelopersMailbox
import Foundation
import MailFormat
import MailTransport
import PortalCore

extension Story {
    /// Rows 19 and 20: a menu and an itinerary by mail, the calendar file, an answer that is a comment.
    mutating func menusAndItinerariesAreSeen() async throws {
        let menu = try await mailWithPage("menus")
        let itinerary = try await mailWithPage("itineraries")
        try reply(to: menu.mail, "Could the stew come without onions?")
        try await waitForPage(menu.page, showing: "come without onions")
        let before = inbox(of: client).count
        try reply(to: itinerary.mail, "GET menu")
        _ = try await wait("the menu that was asked for") {
            inbox(of: client).count > before ? inbox(of: client).first : nil
        }
        row(19, "The menu came by mail; an answer to it is a comment on its page, and GET menu mails it again.")
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
        row(20, "The itinerary came by mail with its calendar file; the page shows it as a timeline.")
    }

    /// Row 28: an answer with a picture puts it on the vision board; its page shows it, made anew.
    mutating func picturesArePinned() async throws {
        let board = try await mailWithPage("boards")
        let picture = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP438DA0PAfAAqAAv+UN9SuAAAAAElFTkSuQmCC"
        guard let bytes = Data(base64Encoded: picture), let type = MediaType("image/png") else {
            throw StoryFault("the story's picture is none")
        }
        let morning = Draft.File(name: "morning.png", contentType: type, bytes: [UInt8](bytes))
        try mailbox.reply(to: board.mail, text: "Less blue, more morning.", attachments: [morning])
        try await waitForPage(board.page, showing: "more morning")
        try await waitForPage(board.page, showing: "/thumbnail-")
        row(28, "The vision board came by mail; a picture in the answer stands on it, with the words as its caption.")
    }

    /// Row 26: the floor plan came as a picture, and stands on its page for whom may see it.
    mutating func floorPlanIsSeen() async throws {
        let plan = try await mailWithPage("floorplans")
        let file = plan.mail.message.files.first { $0.contentType == "image/svg+xml" }
        try expect(file != nil, "the floor plan's mail has no picture")
        try reply(to: plan.mail, "The guides nearer to the door, please.")
        try await waitForPage(plan.page, showing: "nearer to the door")
        try expect(try browser.get(plan.page).body.contains("<svg"), "the floor plan's page shows no plan")
        row(26, "The floor plan came by mail as a picture; its page shows the same, and the answer to the mail.")
    }

    /// The newest mail to the client that leads to the page of one thing of a kind.
    private func mailWithPage(_ tool: String) async throws -> (mail: StoredMail, page: String) {
        try await wait("a mail about \(tool)") {
            for mail in inbox(of: client) {
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
