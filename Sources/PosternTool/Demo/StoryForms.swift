import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Row 23: questions by mail, answered by their numbers; the page shows what was kept.
    mutating func formIsAnswered() async throws {
        let mail = try await wait("the questions of a form") {
            inbox(of: client).first { $0.subject.hasPrefix("Questions: ") }
        }
        guard
            let page = Self.link(
                in: mail.message.readableText ?? "", containing: "\(site.dashboard(organization))/projects/")
        else { throw StoryFault("the questions do not say where their page is") }
        try reply(to: mail, "Q1: 120\nQ2: soup")
        try await waitForPage(page, showing: "value=\"120\"")
        row(23, "Q1 and Q2, in answer to the questions, fill in the form; only the blanks are asked again.")
    }
}
