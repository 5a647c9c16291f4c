import MailFormat
import PortalCore
import Testing

@testable import MailChannel

/// Somebody who has another address now, as their mails know it.
struct MovedTests {
    private static let present = EmailAddress("dana@new.test")!

    private static func moved(_ organization: DesiredOrganization) -> DesiredOrganization {
        organization.with {
            $0.people[1].address = present
            $0.people[1].formerly = .dana
            $0.projects[0].people = [.ana, present]
            $0.invitations = [present]
        }
    }

    @Test func `both addresses are told, and what waits is asked at the present one`() async throws {
        let world = try await World()
        _ = try await world.danaIsAsked()
        try await world.apply(Self.moved(.acme))
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["dana@client.test", "dana@new.test", "dana@new.test"])
        try expectMail(sent[0], "address-changed-former")
        try expectMail(sent[1], "address-changed")
        #expect(!String(decoding: sent[0].letter.bytes, as: UTF8.self).contains("dana@new.test"))
        guard case .decisionAsked = sent[2].content else { throw Unexpected() }
        let plan = Plan(
            current: try world.portal.currentPortal(), desired: DesiredPortal(organizations: [Self.moved(.acme)]))
        #expect(plan.steps.isEmpty)
    }

    @Test func `a reply to what was mailed before decides nothing, from whichever address`() async throws {
        for from in ["dana@client.test", "dana@new.test"] {
            let world = try await World()
            let secret = try await world.danaIsAsked()
            try await world.apply(Self.moved(.acme))
            try await world.send()
            let effects = try await world.receive(Self.mail(from: from).bytes(secret))
            #expect(effects.words == [.quarantine])
            #expect(effects.owed.isEmpty)
        }
    }

    @Test(arguments: [("dana@client.test", false), ("dana@new.test", true)])
    func `a reply to what is mailed now decides from the present address alone`(_ from: String, _ decides: Bool)
        async throws
    {
        let world = try await World()
        _ = try await world.danaIsAsked()
        try await world.apply(Self.moved(.acme))
        let asked = try #require(try await world.send().last)
        let effects = try await world.receive(Self.mail(from: from).bytes(asked.secret(at: world.mailbox)))
        #expect(effects.words == [decides ? .execute : .quarantine])
    }

    @Test func `nobody takes over an address that somebody has`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        let lee = PersonSettings(
            address: Self.present, formerly: .dana, name: "Lee", role: .client, locale: nil, notified: true,
            admitted: true)
        let known = PersonSettings(
            address: Self.present, name: "Lee", role: .client, locale: nil, notified: true, admitted: true)
        try await world.apply(.acme.with { $0.people.append(known) })
        try await world.apply(.acme.with { $0.people.append(lee) })
        #expect(try await world.receive(MailText().bytes(secret)).words == [.execute])
    }

    private static func mail(from address: String) -> MailText {
        var mail = MailText()
        let domain = address.split(separator: "@")[1]
        mail.results = ["mx.acme.test; dkim=pass header.d=\(domain) header.s=s1; dmarc=pass header.from=\(domain)"]
        mail.from = ["From: Dana <\(address)>"]
        return mail
    }
}
