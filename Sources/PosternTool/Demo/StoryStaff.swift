import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Rows 11, 12, 14, 30, 31, 34 to 38 and 50: what the staff do about people and links, on their pages and by mail.
    mutating func staffLetPeopleIn() async throws {
        let owner = try owner()
        var desk = StaffDesk(story: self, browser: StoryBrowser())
        try await desk.signIn(as: owner)
        try await invitationIsAskedByMail(owner, &desk)
        try await accessIsGranted(&desk)
        try await linkIsManaged(&desk)
        try await longerLinkIsAskedFor()
        try await mailIsTested(owner, &desk)
    }

    private func owner() throws -> EmailAddress {
        let current = try portal.currentPortal().organizations.first { $0.settings == organization.settings }
        guard let owner = current?.people.first(where: { $0.role == .owner && $0.admitted }) else {
            throw StoryFault("the organization has no owner")
        }
        return owner.address
    }

    private mutating func invitationIsAskedByMail(_ owner: EmailAddress, _ desk: inout StaffDesk) async throws {
        guard let guest = EmailAddress("kim@client.example") else { throw StoryFault("no address") }
        let project = try firstProject()
        try desk.send(on: SitePath.staff(organization.settings.slug), to: "test", [])
        // The sign-in mail can be answered like any other.
        guard let notice = inbox(of: owner).last else { throw StoryFault("no mail to the owner") }
        try reply(to: notice, "INVITE \(guest) TO \(project.settings.name)")
        let prefix = "\(site.staff("invitations", organization))/"
        let asked = try await wait("the page that INVITE asks for") {
            inbox(of: owner).first { $0.message.readableText?.contains(prefix) == true }
        }
        guard let page = Self.link(in: asked.message.readableText ?? "", containing: prefix) else {
            throw StoryFault("the mail names no page")
        }
        try desk.send(on: Self.path(of: page), to: "people", [("email", guest.text), ("project", "\(project.id)")])
        _ = try await wait("the invitation for \(guest)") { inbox(of: guest).last }
        try expect(
            try desk.page("people").contains(project.settings.title), "\(guest) is not in \(project.settings.title)")
        row(
            12,
            "INVITE, answered to any mail by an owner, mails the page where it is decided; nobody is let in by mail."
        )
        row(31, "There it invites and assigns at once: \(guest) is invited into “\(project.settings.title)”.")
    }

    private func firstProject() throws -> Project {
        let current = try portal.currentPortal().organizations.first { $0.settings == organization.settings }
        guard let name = current?.projects.first?.name,
            let project = try portal.project(name, of: organization.settings.slug)
        else { throw StoryFault("there is no project") }
        return project
    }

    private mutating func accessIsGranted(_ desk: inout StaffDesk) async throws {
        let slug = organization.settings.slug
        let contact = try portal.clients(of: slug)?.first { $0.person.access == .none }
        guard let contact = contact?.person else { throw StoryFault("there is no contact without access") }
        try desk.send(on: SitePath.staff(slug, "people"), to: "people/\(contact.id)/invite", [])
        _ = try await wait("the invitation for \(contact.address)") {
            inbox(of: contact.address).first { $0.message.readableText?.contains("/i/") == true }
        }
        row(30, "A button on the staff's page gives \(contact.name), so far a mere contact, access.")
        let page = try desk.page("people")
        try expect(
            page.contains("Has access") && page.contains("Invited"), "the staff's page does not say who has access")
        row(11, "The same page lists all clients, with their access and what became of their invitations.")
    }

    private mutating func linkIsManaged(_ desk: inout StaffDesk) async throws {
        let slug = organization.settings.slug
        guard let person = try portal.clients(of: slug)?.first(where: { $0.person.address == client })?.person else {
            throw StoryFault("the client is gone")
        }
        let made = try desk.send(
            on: SitePath.staff(slug, "links"), to: "links",
            [("client", "\(person.id)"), ("name", "story"), ("days", "14"), ("code", "yes"), ("shown", "yes")])
        guard let link = Self.link(in: made, containing: "\(site.base)/l/").map({ String($0.prefix { $0 != "<" }) })
        else { throw StoryFault("the new link is not shown") }
        var (program, visitor) = (StoryBrowser(), StoryBrowser())
        _ = try program.get(link)
        try linkIsOpened(link, code: Self.code(on: made), by: &visitor)
        guard let id = try portal.portalLinks(of: slug)?.first(where: { $0.link.name == "story" })?.link.id else {
            throw StoryFault("the link is not listed")
        }
        try desk.send(on: SitePath.staff(slug, "links"), to: "links/\(id)/notify", [])
        _ = try await wait("the count of looks") { () -> Bool? in
            try portal.portalLinks(of: slug)?.contains { $0.link.id == id && $0.link.scanCount > 0 } == true
                ? true : nil
        }
        try expect(try desk.page("links").contains("Looked at by programs: 1"), "the look was not counted")
        row(38, "The page of links counts people and programs apart, and says when a link was last used.")
        try desk.send(on: SitePath.staff(slug, "links"), to: "links/\(id)/revoke", [])
        try expect(try visitor.get(link).status == 410, "a revoked link still opens")
        try expect(
            try visitor.get(site.dashboard(organization)).status != 200, "a revoked link's session is still there")
        row(37, "A link that is revoked ends at once, with the sessions that it opened.")
        row(50, "A link is made with a code that is shown once, muted, and revoked at once.")
    }

    private static func code(on page: String) throws -> String {
        guard let found = page.firstMatch(of: />(\d{6})</) else { throw StoryFault("no access code is shown") }
        return String(found.1)
    }

    private func linkIsOpened(_ link: String, code: String, by visitor: inout StoryBrowser) throws {
        let page = try visitor.get(link)
        guard let form = StoryForm(on: page.body, actionEnding: Self.path(of: link)) else {
            throw StoryFault("the link's page has no form")
        }
        let wrong = code.utf8.elementsEqual("000000".utf8) ? "000001" : "000000"
        let refused = try visitor.post(site.base + form.action, form.fields + [("code", wrong)])
        try expect(refused.status == 422, "a wrong access code answers \(refused.status)")
        guard let again = StoryForm(on: refused.body, actionEnding: Self.path(of: link)) else {
            throw StoryFault("a wrong access code cannot be typed anew")
        }
        let opened = try visitor.post(site.base + again.action, again.fields + [("code", code)])
        try expect(
            try opened.status == 303 && visitor.get(site.dashboard(organization)).status == 200,
            "the access code opens nothing")
        row(34, "A portal link lets its client in without signing up.")
        row(35, "It asks for its access code of six digits; a wrong one opens nothing.")
    }

    /// Who has a link that ends may ask by mail for one that is good for longer.
    mutating func longerLinkIsAskedFor() async throws {
        let links = try portal.portalLinks(of: organization.settings.slug) ?? []
        guard let owner = links.first(where: { $0.link.expires != nil && $0.link.revoked == nil })?.person else {
            throw StoryFault("no link of the configuration expires")
        }
        let mail = try await wait("the portal link's mail") {
            inbox(of: owner.address).first { $0.message.readableText?.contains("\(site.base)/l/") == true }
        }
        try expect(
            mail.message.readableText?.contains("The link is good until") == true,
            "the mail with the link does not say until when it is good")
        try reply(to: mail, "EXTEND")
        _ = try await wait("the news for staff") { try news(containing: site.staff("links", organization)) }
        row(
            36,
            "The mail with a link says until when it is good; EXTEND asks the staff for one that is good for longer.")
    }

    private mutating func mailIsTested(_ owner: EmailAddress, _ desk: inout StaffDesk) async throws {
        let test = try await wait("the test mail") {
            inbox(of: owner).first { $0.subject.hasPrefix("Test: ") }
        }
        try reply(to: test, "It is here.")
        _ = try await wait("the receipt of the test") {
            inbox(of: owner).first { $0.message.readableText?.contains("Your reply came back") == true }
        }
        try expect(
            try desk.page("").contains("mail works both ways"), "the staff's page does not say that the test came back")
        row(14, "A test invitation to oneself is answered, and its receipt says that mail works both ways.")
    }
}

/// Somebody of the staff at their pages.
private struct StaffDesk {
    let story: Story
    var browser: StoryBrowser

    private var slug: String { story.organization.settings.slug }

    mutating func signIn(as person: EmailAddress) async throws {
        let address = "\(story.site.base)\(SitePath.signIn(slug))"
        guard let form = StoryForm(on: try browser.get(address).body, actionEnding: "/sign-in") else {
            throw StoryFault("there is no form to sign in")
        }
        _ = try browser.post(address, form.fields + [("email", person.text)])
        let prefix = "\(story.site.base)/s/"
        let mail = try await story.wait("the sign-in mail") {
            story.inbox(of: person).first { $0.message.readableText?.contains(prefix) == true }
        }
        guard let link = Story.link(in: mail.message.readableText ?? "", containing: prefix),
            let button = StoryForm(on: try browser.get(link).body, actionEnding: Story.path(of: link))
        else { throw StoryFault("the sign-in link has no button") }
        _ = try browser.post(link, button.fields)
    }

    mutating func page(_ place: String) throws -> String {
        let path = SitePath.staff(slug, place.utf8.isEmpty ? nil : place)
        let page = try browser.get("\(story.site.base)\(path)")
        try story.expect(page.status == 200, "\(path) answers \(page.status)")
        return page.body
    }

    /// Sends the form of a page, and gives what comes back.
    @discardableResult
    mutating func send(on path: String, to place: String, _ fields: [(String, String)]) throws -> String {
        let action = SitePath.staff(slug, place)
        guard let form = StoryForm(on: try browser.get("\(story.site.base)\(path)").body, actionEnding: action) else {
            throw StoryFault("\(path) has no form for \(place)")
        }
        let answer = try browser.post("\(story.site.base)\(action)", form.fields + fields)
        try story.expect(answer.status == 303 || answer.status == 200, "\(action) answers \(answer.status)")
        return answer.body
    }
}
