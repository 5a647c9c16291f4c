import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Row 27: a numbered list by mail, answered by number; the checklist shows it.
    mutating func toDosAreTickedOff() async throws {
        let mail = try await wait("the list of to-dos") {
            inbox(of: client).first { $0.subject.hasPrefix("To-dos: ") }
        }
        guard
            let page = Self.link(
                in: mail.message.readableText ?? "", containing: "\(site.dashboard(organization))/projects/")
        else {
            throw StoryFault("the list of to-dos does not say where its page is")
        }
        try reply(to: mail, "DONE 1")
        try await waitForPage(page, showing: "Open again")
        row(27, "DONE 1, in answer to the numbered list, ticks off the first to-do; the page shows it.")
    }
}
