import MailFormat
import Testing

@testable import PortalCore

@Suite("A client whose link ends is told some days before")
struct LinkEndTests {
    private func world(
        days: Int? = 14, notified: Bool = true, _ change: (inout DesiredOrganization) -> Void = { _ in }
    ) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.invitations = []
        acme.links = [
            PortalLinkSettings(client: .dana, name: "phone", code: nil, days: days, notified: notified)
        ]
        change(&acme)
        try await world.apply(DesiredPortal(organizations: [acme]))
        _ = try await world.post()
        return world
    }

    /// The days from the link's making on which its client is told, when somebody looks every hour.
    private func told(_ world: World, days: Int = 20) async throws -> [Int] {
        var told: [Int] = []
        for hour in 0..<(days * 24) {
            world.pass(.hours(1))
            try await world.portal.announceLinkEnds()
            let mails = try await world.post()
            #expect(mails.allSatisfy { $0.letter.recipient.address == .dana })
            told += mails.map { _ in (hour + 1) / 24 }
        }
        return told
    }

    @Test("three days before its end, once, from the hour of the reminders on")
    func once() async throws {
        #expect(try await told(world()) == [10])
        #expect(try await told(world { $0.settings.reminders.on = false }) == [10], "it is no reminder")
    }

    @Test("not where it has no end, was made for days only, or is muted, revoked or of a closed portal")
    func never() async throws {
        #expect(try await told(world(days: nil)) == [])
        #expect(try await told(world(days: 3)) == [])
        #expect(try await told(world(notified: false)) == [])
        #expect(try await told(world { $0.settings.portalOpen = false }) == [])
        let revoked = try await world()
        _ = try await order(.item(.links(.revoke(PortalLinkID(number: 1)))), revoked)
        #expect(try await told(revoked) == [])
        let muted = try await world()
        _ = try await order(.item(.account(.notify(false))), muted, for: .dana)
        #expect(try await told(muted) == [])
    }

    @Test("anew where it got another end")
    func extended() async throws {
        let world = try await world()
        #expect(try await told(world, days: 12).count == 1)
        let later = ItemCommand.links(.setExpiry(PortalLinkID(number: 1), days: 10, mailed: false))
        _ = try await order(.item(later), world)
        #expect(try await told(world, days: 5) == [])
        #expect(try await told(world, days: 6).count == 1)
    }

    @Test("not of an end that was put off while the mail waited")
    func putOff() async throws {
        let world = try await world()
        world.pass(.days(12))
        try await world.portal.announceLinkEnds()
        let later = ItemCommand.links(.setExpiry(PortalLinkID(number: 1), days: 10, mailed: false))
        _ = try await order(.item(later), world)
        #expect(try await world.post().isEmpty)
    }

    @Test("nobody but the clock says so")
    func whoMay() async throws {
        let world = try await world()
        let command = Command.item(
            .links(.announceEnds(organization: "acme", on: ReminderDay(number: 20_800))))
        #expect(try await order(command, world) == .refused(.notFound))
    }

    @Test("EXTEND asks about the link that ends next, not about one that has ended")
    func extend() async throws {
        let world = try await world {
            $0.links.append(PortalLinkSettings(client: .dana, name: "old", code: nil, days: 5, notified: true))
        }
        world.pass(.days(6))
        _ = try await order(.item(.account(.askExtension)), world, for: .dana)
        let asked = try await world.post().compactMap { posted -> PortalLinkID? in
            guard case .item(.account(.extensionAsked(_, let link))) = posted.entry.notice else { return nil }
            return link
        }
        #expect(Set(asked) == [PortalLinkID(number: 1)] && !asked.isEmpty)
    }

    private func order(_ command: Command, _ world: World, for address: EmailAddress = .ana) async throws -> Outcome? {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(address, of: organization.id, at: world.portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
        }
        return try await world.portal.perform(
            [command], for: .session(session, organization: "acme"), because: world.press()
        ).first
    }
}
