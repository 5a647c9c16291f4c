import MailFormat
import PortalCore
import TestGround
import Testing

/// What people ask about their own access, their files, and where their work stands.
@Suite(.serialized)
struct AccountTests {
    private func mail(_ body: String, _ number: Int = 1, from: String = "Dana <dana@client.test>") -> MailText {
        var mail = MailText()
        mail.body = body
        mail.messageID = "m\(number)@client.test"
        mail.from = ["From: \(from)"]
        if from.contains("ana@acme.test") {
            mail.results = ["mx.acme.test; dkim=pass header.d=acme.test; dmarc=pass header.from=acme.test"]
        }
        return mail
    }

    private func unproven(_ body: String) -> MailText {
        var mail = mail(body)
        mail.results = []
        return mail
    }

    private func toDana(_ sent: [Sent]) throws -> Sent {
        try #require(sent.last { $0.recipient == "dana@client.test" })
    }

    // STATUS

    private static func poster(version: Int = 1) -> DeliverableSettings {
        DeliverableSettings(
            project: "rebrand", name: "poster", title: "Poster", kind: "Poster", format: "PDF", visible: true,
            version: version, files: [])
    }

    private static let two = DesiredOrganization.acme.with { $0.deliverables.append(poster()) }

    private func status(_ world: World) async throws -> Sent {
        try await world.danaAccepts()
        try await world.send()
        _ = try await world.receive(mail("STATUS").bytes(world.anaWrites()))
        return try toDana(try await world.send())
    }

    @Test func `STATUS mails where the project stands, numbered`() async throws {
        let world = try await World(Self.two)
        try expectMail(try await status(world), "status")
    }

    @Test func `APPROVE 2 decides about the second, and its receipt takes that back`() async throws {
        let world = try await World(Self.two)
        let list = try await status(world).secret(at: world.mailbox)
        let effects = try await world.receive(mail("APPROVE 2", 2).bytes(list))
        #expect(effects.outcomes == [.done(.decided(DeliverableID(number: 2), version: 1, .approved))])
        let receipt = try toDana(try await world.send())
        #expect(receipt.plain.contains("Version 1 of “Poster” is approved"))
        #expect(try await world.receive(mail("UNDO", 3).bytes(receipt.secret(at: world.mailbox))).words == [.undo])
    }

    @Test func `one mail decides about several, and each has a receipt of its own`() async throws {
        let world = try await World(Self.two)
        let list = try await status(world).secret(at: world.mailbox)
        let effects = try await world.receive(mail("APPROVE 1\r\nREVISE 2 larger letters", 2).bytes(list))
        #expect(effects.words == [.execute] && effects.outcomes.count == 2, "\(effects.outcomes)")
        let receipts = try await world.send().filter { if case .receipt = $0.content { true } else { false } }
        #expect(receipts.count == 2 && receipts.allSatisfy { $0.plain.contains("/u/") })
    }

    @Test func `a number decides about the version that was listed, and about nothing that was not`() async throws {
        let world = try await World(Self.two)
        let list = try await status(world).secret(at: world.mailbox)
        try await world.apply(.acme.with { $0.deliverables.append(Self.poster(version: 2)) })
        #expect(
            try await world.receive(mail("APPROVE 2", 2).bytes(list)).outcomes
                == [.refused(.newerVersion(shown: 1, current: 2))])
        #expect(
            try await world.receive(mail("APPROVE 3", 3).bytes(list)).outcomes
                == [.refused(.item(.noSuchNumber(3)))])
        #expect(try await world.receive(mail("Approve 2 of them?", 4).bytes(list)).words == [.post])
    }

    @Test func `a number in a mail without proof of its sender asks on a page`() async throws {
        let world = try await World(Self.two)
        let list = try await status(world).secret(at: world.mailbox)
        #expect(try await world.receive(unproven("APPROVE 2").bytes(list)).words == [.confirm])
    }

    // FILES, GET

    private func share(_ files: [(String, Int)], in world: World) async throws {
        let shared = try files.map { name, size in
            let bytes = [UInt8](repeating: 0x61, count: size) + Array(name.utf8)
            return SharedFileSettings(
                project: "rebrand", visible: name != "hidden.txt",
                content: FileContent(
                    name: name, contentType: "text/plain", size: Int64(bytes.count),
                    digest: try world.portal.contents.put(bytes)))
        }
        try await world.apply(.acme.with { $0.files = shared })
    }

    private func list(_ world: World) async throws -> Sent {
        try await world.danaAccepts()
        try await world.send()
        _ = try await world.receive(mail("FILES").bytes(world.anaWrites()))
        return try toDana(try await world.send())
    }

    @Test func `FILES mails the list of what is visible, and GET attaches what is small`() async throws {
        let world = try await World()
        try await share([("brief.txt", 10), ("hidden.txt", 10), ("film.txt", 6_000_000)], in: world)
        let list = try await list(world)
        try expectMail(list, "files")
        #expect(!list.plain.contains("hidden"))
        let effects = try await world.receive(mail("GET 1, 2", 2).bytes(list.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.mailed))])
        let given = try toDana(try await world.send())
        try expectMail(given, "given")
        #expect(given.message.files.map(\.name) == ["brief.txt"])
        #expect(given.message.files[0].decodedBytes() == [UInt8](repeating: 0x61, count: 10) + Array("brief.txt".utf8))
        #expect(given.plain.contains("https://portal.acme.test/acme/files/3"))
    }

    @Test func `GET without proof of its sender mails links only`() async throws {
        let world = try await World()
        try await share([("brief.txt", 10)], in: world)
        let list = try await list(world).secret(at: world.mailbox)
        #expect(try await world.receive(unproven("GET 1").bytes(list)).words == [.confirm])
        let given = try toDana(try await world.send())
        #expect(given.message.files.isEmpty && given.plain.contains("https://portal.acme.test/acme/files/1"))
    }

    @Test func `GET without anything, or without a list, mails the list`() async throws {
        let world = try await World()
        try await share([("brief.txt", 10)], in: world)
        try await world.danaAccepts()
        try await world.send()
        let secret = try await world.anaWrites()
        for (number, words) in ["GET", "GET 1"].enumerated() {
            #expect(
                try await world.receive(mail(words, number).bytes(secret)).outcomes
                    == [.done(.item(.listMailed(.files)))])
        }
        #expect(try await world.receive(mail("GET INV-12", 9).bytes(secret)).outcomes == [.refused(.notFound)])
    }

    // MUTE

    @Test func `MUTE ends news, not receipts, and UNMUTE brings it back`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        try await world.send()
        let secret = try await world.anaWrites()
        _ = try await world.receive(mail("MUTE").bytes(secret))
        let receipt = try toDana(try await world.send())
        #expect(receipt.plain.contains("Notifications are off."))
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        let words = NewMessage(project: project.id, text: "Hello?", attachments: [])
        for muted in [true, false] {
            _ = try await world.portal.perform(
                [.postMessage(words)], for: .staff(.ana, organization: "acme"), because: world.press())
            #expect(try await world.send().contains { $0.recipient == "dana@client.test" } == !muted)
            _ = try await world.receive(mail("UNMUTE", 2).bytes(secret))
            try await world.send()
        }
    }

    @Test func `MUTE without proof of its sender mails the page where it is done`() async throws {
        let world = try await World()
        _ = try await world.receive(unproven("MUTE").bytes(world.danaIsAsked()))
        let sent = try await world.send()
        try expectMail(try toDana(sent), "muting")
    }

    @Test func `news can be ended by one press, and nothing else carries the link`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        var all = try await world.send()
        _ = try await world.receive(mail("APPROVE\r\n\r\nLovely").bytes(secret))
        all += try await world.send()
        _ = try await world.anaWrites()
        _ = try await world.receive(mail("STATUS", 2).bytes(secret))
        all += try await world.send()
        for sent in all {
            let link = sent.message.header.all(named: "List-Unsubscribe").map(\.text)
            let isNews =
                switch sent.content {
                case .decisionAsked, .decisionMade, .newMessage: true
                default: false
                }
            #expect(link.count == (isNews ? 1 : 0), "\(sent.content)")
            guard isNews else { continue }
            #expect(link[0].hasPrefix("<https://portal.acme.test/m/") && link[0].hasSuffix(">"))
            #expect(
                sent.message.header.all(named: "List-Unsubscribe-Post").map(\.text)
                    == ["List-Unsubscribe=One-Click"])
        }
        #expect(all.contains { if case .decisionMade = $0.content { true } else { false } })
    }

    // LOGIN, ORGS, EXTEND

    @Test func `LOGIN mails a link and a code, three times in a quarter of an hour`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(mail("LOGIN").bytes(secret))
        try expectMail(try toDana(try await world.send()), "login")
        for number in 2...4 { _ = try await world.receive(mail("LOGIN", number).bytes(secret)) }
        #expect(try await world.send().count == 2)
    }

    @Test func `ORGS tells the address, and nobody else, where it has access`() async throws {
        let world = try await World()
        let beta = DesiredOrganization.acme.with {
            $0.settings.slug = "beta"
            $0.settings.name = "Beta Flights"
        }
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(mail("ORGS").bytes(secret))
        let before = try toDana(try await world.send())
        #expect(!before.plain.contains("Beta") && before.plain.contains("https://portal.acme.test/acme/sign-in"))
        try await world.apply(beta)
        try await world.danaAccepts()
        try await world.send()
        _ = try await world.receive(mail("ORGS", 2).bytes(secret))
        let sent = try await world.send()
        #expect(sent.map(\.recipient) == ["dana@client.test"])
        try expectMail(try toDana(sent), "organizations")
        let kept = try world.portal.outbox(newest: 1).map { "\($0.notice)" }.joined()
        #expect(!kept.contains("Beta"))
    }

    @Test func `EXTEND asks the staff once a day, also in answer to the mail with the link`() async throws {
        let link = PortalLinkSettings(client: .dana, name: "phone", code: nil, days: 14, notified: true)
        let world = try await World(
            .acme.with {
                $0.invitations = []
                $0.links = [link]
            })
        let secret = try toDana(
            try await world.send().filter { if case .portalLink = $0.content { true } else { false } }
        )
        .secret(at: world.mailbox)
        #expect(try await world.receive(mail("EXTEND").bytes(secret)).outcomes == [.done(.item(.extensionAsked))])
        let sent = try await world.send()
        try expectMail(sent.first { $0.recipient == "ana@acme.test" }, "extension-asked")
        try expectMail(try toDana(sent), "receipt-nothing")
        _ = try await world.receive(mail("EXTEND", 2).bytes(secret))
        #expect(try await world.send().allSatisfy { $0.recipient == "dana@client.test" })
    }

    @Test func `a client hears that their link ends soon, and EXTEND in answer asks for more`() async throws {
        let link = PortalLinkSettings(client: .dana, name: "phone", code: nil, days: 14, notified: true)
        let world = try await World(
            .acme.with {
                $0.invitations = []
                $0.links = [link]
            })
        try await world.send()
        world.pass(.days(12))
        try await world.portal.announceLinkEnds()
        let told = try toDana(try await world.send())
        try expectMail(told, "link-expiring")
        #expect(told.header.contains("List-Unsubscribe:"))
        let secret = try told.secret(at: world.mailbox)
        #expect(try await world.receive(mail("EXTEND").bytes(secret)).outcomes == [.done(.item(.extensionAsked))])
        #expect(try await world.send().contains { $0.recipient == "ana@acme.test" })
    }

    @Test func `EXTEND of what has no end is said to be nothing`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        #expect(
            try await world.receive(mail("EXTEND").bytes(secret)).outcomes == [.refused(.item(.nothingToExtend))])
    }

    // CLIENTS, ACCESS

    @Test func `staff get the list of clients and of links, clients' words are messages`() async throws {
        let world = try await World(
            .acme.with {
                $0.people.append(
                    .init(
                        address: EmailAddress("lee@client.test")!, name: "Lee", role: .client, locale: nil,
                        notified: true, admitted: true))
                $0.links = [PortalLinkSettings(client: .dana, name: "phone", code: nil, days: 14, notified: true)]
            })
        let secret = try await world.danaIsAsked()
        _ = try await world.receive(mail("clients").bytes(secret))
        let told = try #require(try await world.send().last { $0.recipient == "ana@acme.test" })
        #expect(told.plain.contains("clients"))
        let ana = try told.secret(at: world.mailbox)
        for (number, verb) in ["CLIENTS", "ACCESS"].enumerated() {
            let effects = try await world.receive(
                mail(verb, 10 + number, from: "Ana <ana@acme.test>").bytes(ana))
            #expect(effects.outcomes == [.done(.item(.mailed))])
            let sent = try await world.send()
            try expectMail(sent.first { $0.recipient == "ana@acme.test" }, verb.lowercased())
        }
    }
}
