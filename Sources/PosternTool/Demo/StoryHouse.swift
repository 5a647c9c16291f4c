import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

/// Rows 1, 15, 29, 32, 33 and 49: what holds for all that an organization has.
extension Story {
    mutating func houseIsKept(_ asked: Asked) async throws {
        try othersSeeNothing()
        try await rolesHold()
        try await toolsAreSwitchedOff()
        try await portalIsSwitchedOff(asked)
        try await roundsEnd()
    }

    private mutating func othersSeeNothing() throws {
        let slug = organization.settings.slug
        let others = try portal.organizations().map(\.settings.slug).filter { $0 != slug }
        let nowhere = try browser.get("\(site.base)/\(slug)/projects/999999")
        let foreign = try (1...12).map { try browser.get("\(site.base)/\(slug)/projects/\($0)") }
            .filter { $0.status != 200 }
        try expect(nowhere.status == 404 && !foreign.isEmpty && !others.isEmpty, "there is nothing foreign to ask for")
        try expect(
            foreign.allSatisfy { $0.status == 404 && $0.body == nowhere.body },
            "what is foreign looks other than what is not there")
        row(32, "What is foreign and what is not there look the same: the same 404.")
    }

    private mutating func rolesHold() async throws {
        guard let member = try desired().people.first(where: { $0.role == .member })?.address,
            let notice = inbox(of: member).first(where: { $0.message.messageID != nil })
        else { throw StoryFault("no mail to a member of the staff") }
        try reply(to: notice, "INVITE somebody@client.example")
        _ = try await wait("the answer to the member") {
            inbox(of: member).first { $0.message.readableText?.contains("owners and admins do this") == true }
        }
        row(15, "INVITE by a member of the staff lets nobody in: the answer says that owners and admins do that.")
    }

    private mutating func toolsAreSwitchedOff() async throws {
        let mail = try await wait("the questions of a form") {
            inbox(of: client).first { $0.subject.hasPrefix("Questions: ") }
        }
        let page = try projectPage()
        try await setting({ $0.tools.remove(.forms) }, "forms off")
        try reply(to: mail, "Q1: 90")
        _ = try await wait("the answer while forms are off") {
            inbox(of: client).first { $0.message.readableText?.contains("This is switched off at the moment") == true }
        }
        try expect(try browser.get("\(page)/forms").status == 404, "forms are off, and their page is there")
        try await setting({ $0.tools.insert(.forms) }, "forms on")
        try expect(try browser.get("\(page)/forms").status == 200, "forms are on again, and their page is not there")
        row(33, "A tool that is switched off has no page, and a mail for it is answered with that.")
    }

    private mutating func portalIsSwitchedOff(_ asked: Asked) async throws {
        let refusals = closedAnswers()
        try await setting({ $0.portalOpen = false }, "portal off")
        let page = try browser.get(site.dashboard(organization))
        try expect(
            page.body.contains("closed at the moment") && page.body.contains(organization.settings.contact.text),
            "the portal is off, and its page does not say whom to ask")
        try reply(to: asked.mail, "Are you there?")
        _ = try await wait("the answer while the portal is off") { closedAnswers() > refusals ? true : nil }
        try await setting({ $0.portalOpen = true }, "portal on")
        try expect(
            try browser.get(site.dashboard(organization)).status == 200, "the portal is on again, and does not open")
        row(1, "While the portal is off its pages say so with a contact; a reply is answered politely, and kept.")
    }

    /// How often the client was told that something is switched off.
    private func closedAnswers() -> Int {
        inbox(of: client).filter { $0.message.readableText?.contains("This is switched off at the moment") == true }
            .count
    }

    /// Changes what configuration says of the organization, as `postern apply` would.
    private func setting(_ change: (inout OrganizationSettings) -> Void, _ what: String) async throws {
        guard var settings = try portal.organization(organization.settings.slug)?.settings else { return }
        change(&settings)
        let outcomes = try await portal.perform([.setOrganization(settings)], for: .administrator, because: .typed)
        try expect(outcomes.allSatisfy { $0.objection == nil }, "\(what): \(outcomes)")
    }

    /// The day before a round of review ends, one mail says all that waits, and is answered by its numbers.
    private mutating func roundsEnd() async throws {
        guard let waiting = try desired().deliverables.first(where: { $0.due != nil }), let due = waiting.due,
            let day = ReminderDay(iso: due)
        else { throw StoryFault("no deliverable has an end of its review") }
        let slug = organization.settings.slug
        _ = try await portal.perform(
            [.remind(organization: slug, on: ReminderDay(number: day.number - 1))], for: .administrator,
            because: .typed)
        let digest = try await wait("the reminder") {
            inbox(of: client).first {
                $0.subject.contains("need") && $0.message.readableText?.contains(waiting.title) == true
            }
        }
        let lines = (digest.message.readableText ?? "").split(separator: "\n")
        guard let number = lines.first(where: { $0.contains(". \(waiting.title) (") })?.prefix(while: \.isNumber),
            let text = digest.message.readableText, text.contains("due ")
        else { throw StoryFault("the reminder does not list “\(waiting.title)” with its day") }
        let asked = inbox(of: client).first { $0.subject.hasPrefix("Decision asked: \(waiting.title)") }
        guard let page = Self.link(in: asked?.message.readableText ?? "", containing: site.dashboard(organization))
        else {
            throw StoryFault("nobody asked for a decision about “\(waiting.title)”")
        }
        try expect(
            try browser.get(site.dashboard(organization)).body.contains("Needs you"),
            "the dashboard does not say what waits")
        try expect(try browser.get(page).body.contains("Please decide by"), "the page does not say until when")
        row(29, "“\(digest.subject)”: numbered, by mail, and on top of the dashboard.")
        try reply(to: digest, "REJECT \(number): we have another one")
        try await waitForPage(page, showing: "Rejected")
        row(49, "Review rounds have an end: a countdown on the page, a mail a day before, answered by number.")
    }
}
