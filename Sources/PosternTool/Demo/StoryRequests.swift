import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

/// Rows 2 to 6: what clients ask for, and whom they travel with.
extension Story {
    mutating func requestsAreAnswered() async throws {
        let mail = try await wait("a mail to answer with a request") {
            inbox(of: client).first { $0.subject.hasPrefix("To-dos: ") }
        }
        try reply(to: mail, "REQUEST: a day on the river for the photos\nDate: 12 May\nPeople: 4")
        let received = try await wait("the request, for staff") {
            try newest(toStaffWith: "a day on the river", and: "People: 4")
        }
        let list = site.tool(.requests, organization)
        try await waitForPage(list, showing: "a day on the river")
        row(
            2,
            "REQUEST with “Field: value” lines comes in by reply, stands on the page, and is mailed to \(received.recipient)."
        )
        let colleague = try await staffGetsRequest(received)
        try reply(to: received, "CONFIRM")
        try await waitForPage(list, showing: "Confirmed")
        let told = try await wait("the news for the client") { try newest(toClientWith: "your request is confirmed") }
        row(3, "CONFIRM, in answer to it, confirms it; the client hears of that. (\(colleague) has it now.)")
        try await passengersAreListed(told)
    }

    private mutating func staffGetsRequest(_ received: StoredMail) async throws -> String {
        let staff =
            try portal.currentPortal().organizations.first { $0.settings == organization.settings }?.people
            .filter { $0.role != .client && $0.address != received.recipient } ?? []
        guard let colleague = staff.first else { throw StoryFault("there is only one of the staff") }
        try reply(to: received, "ASSIGN \(colleague.name)")
        try await waitForPage(site.tool(.requests, organization), showing: "with \(colleague.name)")
        row(4, "ASSIGN \(colleague.name) gives it to a colleague; `requests: {assign: …}` does so by itself.")
        return colleague.name
    }

    private mutating func passengersAreListed(_ mail: StoredMail) async throws {
        try reply(to: mail, "PASSENGER ADD Ida Okafor, 1980-02-01\nPASSENGER ADD Bo Okafor, 2019-11-30\nPASSENGERS")
        let list = try await wait("the list of passengers") {
            inbox(of: client).first { $0.subject.hasPrefix("Passengers: ") }
        }
        let page = site.tool(.passengers, organization)
        try await waitForPage(page, showing: "Bo Okafor")
        try reply(to: list, "PASSENGER REMOVE 2")
        try await waitForPage(page, notShowing: "Bo Okafor")
        row(5, "PASSENGER ADD and PASSENGER REMOVE 2 change the list; PASSENGERS mails it, numbered.")
        let scan = Draft.File(name: "ida.pdf", contentType: .bytes, bytes: Array("%PDF-1.7 a passport".utf8))
        try mailbox.reply(to: list, text: "PASSPORT 1", attachments: [scan])
        try await waitForPage(page, showing: "ida.pdf")
        let carriers = inbox(of: client).filter { !$0.message.files.isEmpty }
        try expect(
            !carriers.contains { $0.message.files.contains { $0.name == "ida.pdf" } }, "a passport went out by mail")
        row(6, "A file in answer to PASSPORT 1 is that passenger's travel document: on the page, in no mail.")
    }

    private func newest(toClientWith words: String) throws -> StoredMail? {
        inbox(of: client).first { $0.message.readableText?.contains(words) == true }
    }

    private func newest(toStaffWith words: String, and others: String) throws -> StoredMail? {
        for person in try staffOfOrganization() {
            let found = inbox(of: person).first { mail in
                let text = mail.message.readableText ?? ""
                return text.contains(words) && text.contains(others)
            }
            if let found { return found }
        }
        return nil
    }

    private mutating func waitForPage(_ address: String, notShowing words: String) async throws {
        for _ in 0..<Self.patience {
            if try !browser.get(address).body.contains(words) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw StoryFault("\(address) still shows “\(words)”")
    }
}
