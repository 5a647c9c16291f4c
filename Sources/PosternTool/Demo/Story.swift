import DevelopersMailbox
import Foundation
import MailFormat
import MailTransport
import PortalCore

/// The main job, played by itself: invite, click, reply, decide. Over real HTTP and real message files.
///
/// Every step says what came true; the first that does not ends the story.
struct Story {
    let portal: Portal
    let site: SiteAddress
    let mailbox: DevelopersMailbox
    /// Where the developers' mailbox is served.
    let mailboxAddress: String
    /// Where mails for the portal are put.
    let incoming: Maildir
    let organization: Organization
    let client: EmailAddress
    let say: @Sendable (String) -> Void
    var browser = StoryBrowser()
    private var mailReader = StoryBrowser()

    init(
        portal: Portal, site: SiteAddress, mailbox: DevelopersMailbox, mailboxAddress: String, incoming: Maildir,
        organization: Organization, client: EmailAddress, say: @escaping @Sendable (String) -> Void
    ) {
        self.portal = portal
        self.site = site
        self.mailbox = mailbox
        self.mailboxAddress = mailboxAddress
        self.incoming = incoming
        self.organization = organization
        self.client = client
        self.say = say
    }

    /// Plays the story.
    ///
    /// - Throws: `StoryFault` at the first thing that did not come true.
    mutating func play(whenAppliedAgain desired: DesiredPortal) async throws {
        let invitation = try await invitationArrives()
        let dashboard = try accept(invitation)
        let asked = try await decisionIsAsked(on: dashboard)
        try await ordinarySentenceDecidesNothing(asked)
        let receipt = try await approveByMail(asked)
        try await sameMailAgainChangesNothing()
        try await takeBackByMail(receipt, asked)
        try await revisionIsRequested(asked)
        try await filesAreHandedOver(asked)
        try await playRows()
        try await houseIsKept(asked)
        let again = Plan(current: try portal.currentPortal(), desired: desired)
        try expect(again.steps.isEmpty, "a second apply would change \(again.steps.count) things")
        say("A second apply would do nothing.")
    }

    /// One step for each row of the product's table, noun by noun.
    private mutating func playRows() async throws {
        try await toDosAreTickedOff()
        try await menusAndItinerariesAreSeen()
        try await guestsAnswer()
        try await formIsAnswered()
        try await requestsAreAnswered()
        try await accountsAreAskedFor()
        try await picturesArePinned()
        try await floorPlanIsSeen()
        try await invoiceIsPaid()
        try await documentsAreSigned()
        try await staffLetPeopleIn()
    }

    /// The mail that asks, and the page where the same can be decided.
    struct Asked {
        let mail: StoredMail
        let page: String
    }

    /// The organization's mails to somebody, the latest first: the same address may belong to a client of another one.
    func inbox(of person: EmailAddress) -> [StoredMail] {
        mailbox.inbox(of: person).filter { $0.message.from.first?.name == organization.settings.name }
    }

    private func invitationArrives() async throws -> String {
        let mail = try await wait("an invitation for \(client)") { inbox(of: client).last }
        guard let text = mail.message.readableText, let html = mail.message.html,
            let link = Self.link(in: text, containing: "\(site.base)/i/"), html.contains(link)
        else { throw StoryFault("the invitation's link is not in both its text and its HTML") }
        row(12, "An invitation lies in \(client)'s mailbox: “\(mail.subject)”, as text and as HTML.")
        let settings = organization.settings
        // Mail programs show no SVG.
        let showsLogo = html.contains("src=\"cid:") || settings.logo?.contentType != "image/png"
        try expect(
            showsLogo && html.contains(settings.color) && text.contains(settings.website)
                && html.contains(settings.welcome.prefix { $0 != "\n" }),
            "the invitation lacks color, logo, welcome or web site")
        return link
    }

    private mutating func accept(_ link: String) throws -> String {
        let before = try newest(through: .page)
        let page = try browser.get(link)
        _ = try browser.get(link)
        try expect(page.status == 200, "the invitation's page answers \(page.status)")
        try expect(try newest(through: .page) == before, "looking at the invitation changed something")
        say("Looking at the link lets nobody in and ends nothing, however often: link scanners may come.")
        guard let form = StoryForm(on: page.body, actionEnding: Self.path(of: link)) else {
            throw StoryFault("the invitation's page has no button")
        }
        let accepted = try browser.post(site.base + form.action, form.fields)
        try expect(accepted.status == 303, "accepting answers \(accepted.status)")
        let dashboard = try browser.get(site.dashboard(organization)).body
        try expect(dashboard.contains(Self.path(of: site.dashboard(organization))), "the dashboard is another page")
        say("A press of the button accepts it; the dashboard of \(organization.settings.name) opens.")
        try expect(dashboard.contains("<img src"), "the dashboard has no logo")
        row(
            10,
            "Color, welcome, name and web site stand in the mail, as the logo does where it is no SVG; the page has it, too."
        )
        return dashboard
    }

    private mutating func decisionIsAsked(on dashboard: String) async throws -> Asked {
        let mail = try await wait("the mail that asks for a decision") {
            inbox(of: client).first { $0.subject.contains("Decision asked") }
        }
        let prefix = "\(site.dashboard(organization))/deliverables/"
        guard let page = Self.link(in: mail.message.readableText ?? "", containing: prefix) else {
            throw StoryFault("the mail does not say where the deliverable is")
        }
        try expect(dashboard.contains(Self.path(of: page)), "the dashboard does not ask for \(page)")
        say("“\(mail.subject)” has come by mail, and stands on the dashboard.")
        try projectIsShown(by: mail, on: dashboard)
        return Asked(mail: mail, page: page)
    }

    private mutating func ordinarySentenceDecidesNothing(_ asked: Asked) async throws {
        try reply(to: asked.mail, "Approve? I will look at it tonight, it seems nice.")
        try await waitForPage(projectPage(), showing: "I will look at it tonight")
        try expect(
            StoryForm(on: try browser.get(asked.page).body, actionEnding: "/decision") != nil,
            "an ordinary sentence decided something")
        row(9, "An ordinary sentence with “approve” in it is posted as a message and decides nothing.")
    }

    private mutating func approveByMail(_ asked: Asked) async throws -> StoredMail {
        let start = ContinuousClock.now
        try reply(to: asked.mail, "APPROVE")
        try await waitForPage(asked.page, showing: "Approved")
        row(44, "The reply APPROVE is on the page as approved after \((ContinuousClock.now - start).milliseconds) ms.")
        let receipt = try await wait("the receipt that offers UNDO") {
            inbox(of: client).first { $0.message.readableText?.contains("UNDO") == true }
        }
        let notice = try await wait("the notice to staff") { try news(containing: "can take this back until") }
        let all = ContinuousClock.now - start
        say("The receipt and the notice to \(notice.recipient) are there after \(all.milliseconds) ms.")
        try threadHolds(receipt, asked)
        return receipt
    }

    private mutating func takeBackByMail(_ receipt: StoredMail, _ asked: Asked) async throws {
        try reply(to: receipt, "UNDO")
        try await waitForPage(asked.page, showing: "Waiting for you")
        let notice = try await wait("the news for staff") { try news(containing: "took back the decision") }
        say("The reply UNDO to the receipt takes it back; \(notice.recipient) hears of that, too.")
    }

    /// The newest mail to anybody of the staff that says so.
    func news(containing words: String) throws -> StoredMail? {
        for person in try staffOfOrganization() {
            let news = inbox(of: person).first { $0.message.readableText?.contains(words) == true }
            if let news { return news }
        }
        return nil
    }

    private func sameMailAgainChangesNothing() async throws {
        let before = try newest(through: .mail)
        guard let mail = try portal.inbox(newest: 1).last else { throw StoryFault("the inbox is empty") }
        let bytes = Array("Received: from elsewhere by here; Thu, 1 Jan 2026 00:00:00 +0000\r\n".utf8)
        _ = try incoming.deliver(bytes + portal.contents.bytes(of: mail.content))
        try await Task.sleep(for: .milliseconds(500))
        try expect(try newest(through: .mail) == before, "the same mail was carried out twice")
        say("The same mail, delivered once more, changes nothing.")
    }

    /// The number of the newest entry in the history that came through a door; the clock writes there, too, when it likes.
    private func newest(through door: Door) throws -> Int64? {
        try portal.history(newest: 10_000).last { $0.door == door.rawValue }?.number
    }

    mutating func reply(to mail: StoredMail, _ text: String) throws {
        let address = "\(mailboxAddress)/mail/\(mail.id)/reply"
        let page = try mailReader.get(address)
        guard var form = StoryForm(on: page.body, actionEnding: "/reply") else {
            throw StoryFault("the developers' mailbox shows no reply form")
        }
        form.fields.append(("text", text))
        let sent = try mailReader.post(mailboxAddress + form.action, form.fields)
        try expect(sent.status == 303, "sending the reply answers \(sent.status)")
    }

    func staffOfOrganization() throws -> [EmailAddress] {
        let current = try portal.currentPortal().organizations.first { $0.settings == organization.settings }
        return current?.people.filter { $0.role != .client }.map(\.address) ?? []
    }

    mutating func waitForPage(_ address: String, showing words: String) async throws {
        for _ in 0..<Self.patience {
            if try browser.get(address).body.contains(words) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw StoryFault("\(address) does not show “\(words)”")
    }

    func wait<Value>(_ what: String, for look: () throws -> Value?) async throws -> Value {
        for _ in 0..<Self.patience {
            if let found = try look() { return found }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw StoryFault("\(what) did not come")
    }

    /// Says that a row of the product's table came true.
    func row(_ number: Int, _ what: String) { say("\(number < 10 ? " " : "")\(number)  \(what)") }

    func expect(_ condition: Bool, _ otherwise: String) throws {
        guard condition else { throw StoryFault(otherwise) }
    }

    /// Looks, a fiftieth of a second apart, before something is said not to have come: real mail servers take their time.
    static let patience = 1000

    /// The page of the first project on the dashboard.
    mutating func projectPage() throws -> String {
        let dashboard = try browser.get(site.dashboard(organization)).body
        let prefix = "\(SitePath.dashboard(organization.settings.slug))/projects/"
        guard let range = dashboard.firstRange(of: prefix) else { throw StoryFault("no project on the dashboard") }
        return site.base + prefix + dashboard[range.upperBound...].prefix { $0.isNumber }
    }

    static func path(of link: String) -> String {
        String(decoding: link.utf8.dropFirst("http://".utf8.count).drop { $0 != 0x2F }, as: UTF8.self)
    }

    static func link(in text: String, containing prefix: String) -> String? {
        text.firstRange(of: prefix).map { range in
            String(text[range.lowerBound...].prefix { !$0.isWhitespace && $0 != ">" && $0 != ")" })
        }
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}

extension DemoGround {
    /// The story of the first client who is invited.
    func story(
        portal: Portal, mailbox: DevelopersMailbox, say: @escaping @Sendable (String) -> Void
    ) throws -> Story {
        for desired in portalSettings.desired.organizations {
            guard let client = desired.invitations.first,
                let organization = try portal.organization(desired.settings.slug)
            else { continue }
            return Story(
                portal: portal, site: settings.site, mailbox: mailbox, mailboxAddress: mailboxAddress,
                incoming: incoming, organization: organization, client: client,
                say: say)
        }
        throw VerbFailure("the configuration invites nobody: the story needs a client with `invite: yes`")
    }
}
