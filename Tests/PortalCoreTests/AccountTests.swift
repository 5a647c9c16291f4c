import MailFormat
import TestGround
import Testing

@testable import PortalCore

/// What may be asked, by whom, at which door: one table.
struct AccountTests {
    private static let project = ProjectID(number: 1)
    private static let commands: [AccountCommand] = [
        .status(project), .status(ProjectID(number: 9)), .login, .notify(false), .notify(true), .askExtension,
        .organizations, .clients, .access,
    ]

    private func world() async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.links = [
            PortalLinkSettings(client: .dana, name: "phone", code: nil, days: 10, notified: true),
            PortalLinkSettings(client: .lee, name: "phone", code: nil, days: nil, notified: true),
        ]
        try await world.apply(DesiredPortal(organizations: [acme]))
        _ = try await world.post()
        return world
    }

    private func perform(_ command: AccountCommand, for claim: Claim, _ world: World) async throws -> String {
        let before = try world.portal.outbox(newest: 1000).count
        let outcomes = try await world.portal.perform([.item(.account(command))], for: claim, because: world.press())
        let owed = try world.portal.outbox(newest: 1000).dropFirst(before)
        let people = try world.portal.database.read { connection in
            try owed.compactMap { try PersonRecord.find($0.person, at: world.portal.now, in: connection)?.name }
        }
        return "\(try #require(outcomes.first))"
            + (people.isEmpty ? "" : ", mails " + people.joined(separator: " and "))
    }

    private func session(_ address: EmailAddress, _ world: World) async throws -> Claim {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(address, of: organization.id, at: world.portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
        }
        return .session(session, organization: "acme")
    }

    private func muteLink(_ world: World) async throws -> Claim {
        let secret = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let dana = try #require(
                try PersonRecord.find(.dana, of: organization.id, at: world.portal.now, in: connection))
            try MuteLinkRecord.add(secret.digest, of: dana.id, in: connection)
        }
        return .muteLink(secret)
    }

    private func expiredLink(_ world: World) async throws -> Claim {
        let secret = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let link = try #require(
                try PortalLinkRecord.all(of: organization.id, in: connection).first { $0.expires != nil })
            try PortalLinkRecord.addSecret(secret.digest, to: link.id, in: connection)
        }
        world.pass(.days(11))
        return .expiredLink(secret)
    }

    @Test("command, by whom and by which door: what comes of it, and who is mailed")
    func table() async throws {
        var lines: [String] = []
        for who in ["Dana", "Lee", "Ana", "Dana's unsubscribe link", "Dana's expired link"] {
            for command in Self.commands {
                let world = try await world()
                let claim =
                    switch who {
                    case "Dana": try await session(.dana, world)
                    case "Lee": try await session(.lee, world)
                    case "Ana": try await session(.ana, world)
                    case "Dana's unsubscribe link": try await muteLink(world)
                    default: try await expiredLink(world)
                    }
                lines.append("\(who), \(command): \(try await perform(command, for: claim, world))")
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "account.txt")
    }

    @Test("a second apply leaves a person muted who asked for it")
    func applied() async throws {
        let world = try await world()
        _ = try await perform(.notify(false), for: session(.dana, world), world)
        #expect(try await world.apply(DesiredPortal(organizations: [.acme("acme")])).isEmpty)
        let isMuted = try world.portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            return try #require(
                try PersonRecord.find(.dana, of: organization.id, at: world.portal.now, in: connection)
            ).muted
        }
        #expect(isMuted)
    }

    @Test("an unsubscribe link says nothing, and an expired link opens nothing")
    func limited() async throws {
        let world = try await world()
        for claim in [try await muteLink(world), try await expiredLink(world)] {
            for command in [
                Command.postMessage(NewMessage(project: Self.project, text: "Hello", attachments: [])),
                .decide(world.decision(.approved)), .openPortalLink(session: world.portal.freshSecret()),
                .item(.list(ListThings(.files, in: Self.project))),
            ] {
                #expect(
                    try await world.portal.perform([command], for: claim, because: world.press())
                        == [.refused(.notFound)])
            }
        }
    }
}
