import MailFormat
import TestGround
import Testing

@testable import PortalCore

/// What staff do on their pages: by whom, through which door, and how it goes with the configuration.
struct StaffTests {
    private static let project = ProjectID(number: 1)
    private static let logo = DeliverableID(number: 1)
    private static let kim = EmailAddress("kim@client.test")!

    /// Everything that staff ask for, about what the fixture holds.
    private static let commands: [ItemCommand] = [
        .people(.invite(NewClient(kim, called: "Kim", to: .project(project)))),
        .people(.sendInvitation(PersonID(number: 4))), .people(.revokeInvitation(PersonID(number: 3))),
        .people(.endAccess(PersonID(number: 3))),
        .links(
            .create(
                NewPortalLink(
                    for: PersonID(number: 4), name: "new", days: 3, code: nil, notified: true, handedOver: nil))),
        .links(.revoke(PortalLinkID(number: 1))), .links(.notify(PortalLinkID(number: 1), false)),
        .links(.setExpiry(PortalLinkID(number: 1), days: 5, mailed: true)),
        .work(.setProgress(project, status: "printing", phase: 4)), .work(.show(logo, false)),
        .work(.showFile(FileID(number: 1), false)),
        .work(.addVersion(NewVersion(of: logo, after: 3, due: nil, files: [file("next")]))),
        .work(.shareFiles(project, [file("more")], visible: true)),
        .work(.issueInvoice(invoice("INV-1"), in: project)),
        .work(.makeDeliverable(StaffMakes.deliverable(), in: project)),
        .work(.addDocument(StaffMakes.document(), in: project)), .work(.askQuestions(StaffMakes.form(), in: project)),
        .work(.assignToDo(StaffMakes.toDo(), in: project)), .roundTrip(.ask), .roundTrip(.answered),
        .work(.release(FileID(number: 1))), .sending(.resume(organization: "acme")),
    ]

    private static func file(_ name: String) -> FileContent {
        FileContent(name: name, contentType: "text/plain", size: 1, digest: ContentDigest(of: Array(name.utf8)))
    }

    private static func invoice(_ number: String, due: String = "2026-10-12", title: String = "Half") -> NewInvoice {
        NewInvoice(
            number: number, title: title, date: "2026-09-28", due: due, to: "Dana", note: "",
            lines: InvoiceLines([InvoiceTests.line(1000, 120_000, 2000)])!)
    }

    private static let desired: DesiredPortal = {
        var acme = DesiredOrganization.acme("acme")
        acme.people.append(
            .init(
                address: EmailAddress("cleo@acme.test")!, name: "Cleo", role: .admin, locale: nil, notified: true,
                admitted: true))
        acme.links = [PortalLinkSettings(client: .dana, name: "phone", code: nil, days: 10, notified: true)]
        acme.files = [SharedFileSettings(project: "rebrand", visible: true, content: file("brief"))]
        var beta = DesiredOrganization.acme("beta")
        beta.links = acme.links
        beta.files = acme.files
        return DesiredPortal(organizations: [acme, beta])
    }()

    @Test func `the history says of each entry of the configuration whose it is`() async throws {
        let entries = try await world().portal.history(newest: 500).filter { $0.door == "settings" }
        #expect(entries.count > 10 && entries.allSatisfy { $0.organization != nil })
        for slug in ["acme", "beta"] {
            let own = entries.filter { $0.cause.contains(" \(slug)/") }
            #expect(own.count > 5 && own.allSatisfy { $0.organization == slug })
            #expect(own.contains { $0.entry == "\(slug)/projects/rebrand" })
        }
    }

    private func world() async throws -> World {
        let world = try World()
        try await world.apply(Self.desired)
        _ = try await world.post()
        return world
    }

    private func session(_ name: String, _ world: World, by link: PortalLinkID? = nil) async throws -> Claim {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.all(of: organization.id, at: world.portal.now, in: connection).first {
                    $0.name == name
                })
            try SessionRecord.start(session.digest, for: person.id, by: link, at: world.portal.now, in: connection)
        }
        return .session(session, organization: "acme")
    }

    @discardableResult
    private func perform(_ command: ItemCommand, _ claim: Claim, _ world: World) async throws -> Outcome {
        try #require(
            try await world.portal.perform([.item(command)], for: claim, because: world.press()).first)
    }

    private func plan(_ world: World, _ desired: DesiredPortal = Self.desired) throws -> Plan {
        Plan(current: try world.portal.currentPortal(), desired: desired)
    }

    @Test("command × role: what comes of it, and who is mailed; what is foreign looks like nothing")
    func table() async throws {
        var lines: [String] = []
        for who in ["Dana", "Ben", "Cleo", "Ana", "Ana in a link's session", "Ana at the shell", "Ana of beta"] {
            for command in Self.commands {
                let world = try await world()
                let claim: Claim =
                    switch who {
                    case "Ana in a link's session": try await session("Ana", world, by: PortalLinkID(number: 1))
                    case "Ana at the shell": .staff(.ana, organization: "acme")
                    case "Ana of beta": .staff(.ana, organization: "beta")
                    default: try await session(who, world)
                    }
                let before = try world.portal.outbox(newest: 1000).count
                let outcome = try await perform(command, claim, world)
                let mailed = try world.portal.outbox(newest: 1000).dropFirst(before).compactMap {
                    try world.portal.person($0.person)?.name
                }
                lines.append(
                    "\(who), \(command.act.name): \(outcome)"
                        + (mailed.isEmpty ? "" : ", mails \(mailed.joined(separator: " and "))"))
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "staff-table.txt")
    }

    @Test("the administrator's command line has its own commands for these", arguments: commands.dropLast())
    func administrator(command: ItemCommand) async throws {
        #expect(try await perform(command, .administrator, try await world()) == .refused(.notFound))
    }

    // Configuration

    @Test("what staff set stays until the entry says something new, and is said to be left", arguments: commands)
    func left(command: ItemCommand) async throws {
        let world = try await world()
        try await perform(command, session("Ana", world), world)
        #expect(try plan(world).steps.isEmpty)
        var renamed = Self.desired
        renamed.organizations[0].settings.name = "Acme & Sons"
        #expect(try await world.apply(renamed) == [.done(.organizationSet)])
    }

    @Test("an entry that changes is carried out over what staff set; so is all with --restore")
    func restored() async throws {
        let world = try await world()
        let ana = try await session("Ana", world)
        try await perform(.work(.setProgress(Self.project, status: "printing", phase: 4)), ana, world)
        #expect(try plan(world).left.map(\.entry) == ["acme/projects/rebrand"])
        let all = Plan(current: try world.portal.currentPortal(), desired: Self.desired, restoring: true)
        #expect(all.steps.map(\.entry) == ["acme/projects/rebrand"] && all.left.isEmpty)
        var next = Self.desired
        next.organizations[0].projects[0].phase = 5
        #expect(try await world.apply(next) == [.done(.projectSet)])
        #expect(try plan(world, next).steps.isEmpty)
        #expect(try plan(world, next).left.isEmpty)
    }

    @Test("whoever staff let into a project stays there when its entry changes")
    func assignment() async throws {
        let world = try await world()
        let ana = try await session("Ana", world)
        try await perform(.people(.invite(NewClient(Self.kim, to: .called("REBRAND")))), ana, world)
        var next = Self.desired
        next.organizations[0].projects[0].status = "printing"
        try await world.apply(next)
        let people = try world.portal.database.read {
            try PersonRecord.assigned(to: Self.project, at: world.portal.now, in: $0).map(\.address)
        }
        #expect(people.contains(Self.kim) && people.count == 3)
        #expect(try plan(world, next).steps.isEmpty)
    }

    @Test("whose access staff have ended is not let in again by the next apply, until the file says so anew")
    func ended() async throws {
        let world = try await world()
        try await perform(.people(.endAccess(PersonID(number: 3))), session("Ana", world), world)
        #expect(try await world.apply(Self.desired).isEmpty)
        #expect(try await world.post().isEmpty)
        #expect(try world.portal.person(PersonID(number: 3))?.access == .ended)
    }

    @Test("an invoice by page is the invoice that configuration would have issued")
    func sameInvoice() async throws {
        let world = try await world()
        try await perform(.work(.issueInvoice(Self.invoice("INV-7"), in: Self.project)), session("Ben", world), world)
        var said = Self.desired
        said.organizations[0].items = [
            .invoice(
                InvoiceSettings(
                    project: "rebrand", name: "INV-7", title: "Half", date: "2026-09-28", due: "2026-10-12",
                    currency: .euro, lines: Self.invoice("INV-7").lines, to: "Dana"))
        ]
        #expect(try plan(world, said).steps.isEmpty)
    }

    // Limits

    @Test("five invitations a day, whoever asks")
    func invitations() async throws {
        let world = try await world()
        let ana = try await session("Ana", world)
        let lee = ItemCommand.people(.sendInvitation(PersonID(number: 4)))
        for _ in 0..<5 {
            #expect(try await perform(lee, ana, world) == .done(.invited(PersonID(number: 4))))
            #expect(try await world.post().count == 1)
        }
        #expect(try await perform(lee, ana, world) == .refused(.item(.mailedOften(5))))
        world.pass(.days(1))
        #expect(try await perform(lee, ana, world) == .done(.invited(PersonID(number: 4))))
    }

    @Test("an earlier invitation is dead once it is sent again, or revoked")
    func earlier() async throws {
        let world = try await world()
        let ana = try await session("Ana", world)
        let lee = ItemCommand.people(.sendInvitation(PersonID(number: 4)))
        var secrets: [Secret] = []
        for _ in 0..<2 {
            try await perform(lee, ana, world)
            secrets += try await world.post().compactMap(\.letter.content.invitationSecret)
        }
        #expect(try world.portal.invitationPage(secrets[0])?.refusal == .revoked)
        #expect(try world.portal.invitationPage(secrets[1])?.refusal == nil)
        try await perform(.people(.revokeInvitation(PersonID(number: 4))), ana, world)
        #expect(try world.portal.invitationPage(secrets[1])?.refusal == .revoked)
    }

    @Test(
        "what is out of bounds is refused",
        arguments: [
            .work(.setProgress(project, status: "x", phase: 6)), .work(.setProgress(project, status: "a\nb", phase: 2)),
            .work(.addVersion(NewVersion(of: logo, after: 2, due: nil, files: [file("x")]))),
            .work(.addVersion(NewVersion(of: logo, after: 3, due: "2026-02-30", files: [file("x")]))),
            .work(.addVersion(NewVersion(of: logo, after: 3, due: nil, files: []))),
            .work(.shareFiles(project, [], visible: true)),
            .work(.issueInvoice(invoice("12"), in: project)), .work(.issueInvoice(invoice("inv-1"), in: project)),
            .work(.issueInvoice(invoice("INV-1", due: "2026-09-01"), in: project)),
            .work(.issueInvoice(invoice("INV-1", title: "\u{202E}x"), in: project)),
            .links(.setExpiry(PortalLinkID(number: 1), days: 0, mailed: false)),
            .people(.invite(NewClient(kim, called: "Kim\r\nBcc: x"))), .people(.invite(NewClient(.ben))),
            .people(.invite(NewClient(kim, to: .called("nowhere")))),
        ] as [ItemCommand])
    func bounds(command: ItemCommand) async throws {
        let world = try await world()
        let outcome = try await perform(command, session("Ana", world), world)
        #expect({ if case .refused = outcome { true } else { false } }(), "\(outcome)")
        #expect(try plan(world).left.isEmpty)
        #expect(try world.portal.outbox(newest: 1000).allSatisfy { $0.state == .sent })
    }

    @Test(
        "a refusal says what is wrong: too long, not to be shown, too early, no file, of the staff",
        arguments: [
            (
                .work(.setProgress(project, status: String(repeating: "x", count: 61), phase: 2)),
                .tooLong(limit: 60)
            ),
            (.work(.setProgress(project, status: "a\nb", phase: 2)), .item(.strayCharacters)),
            (.work(.issueInvoice(invoice("INV-1", due: "2026-01-01"), in: project)), .item(.dueTooEarly)),
            (
                .work(.issueInvoice(invoice("INV-1", title: "\u{202E}x"), in: project)),
                .item(.misfitEntry(.title(limit: 120)))
            ),
            (.work(.shareFiles(project, [], visible: true)), .item(.noFile)),
            (.people(.invite(NewClient(kim, called: "Kim\r\nBcc: x"))), .item(.strayCharacters)),
            (.people(.invite(NewClient(.ben))), .item(.staffAddress("ben@acme.test"))),
        ] as [(ItemCommand, Refusal)])
    func reasons(command: ItemCommand, refusal: Refusal) async throws {
        let world = try await world()
        #expect(try await perform(command, session("Ana", world), world) == .refused(refusal))
    }

    @Test("an invoice's number is used once in an organization")
    func numbers() async throws {
        let world = try await world()
        let ben = try await session("Ben", world)
        let issue = ItemCommand.work(.issueInvoice(Self.invoice("INV-1"), in: Self.project))
        #expect(try await perform(issue, ben, world) == .done(.item(.set(.invoices))))
        #expect(try await perform(issue, ben, world) == .refused(.item(.taken("INV-1"))))
    }

    // What needs attention

    @Test("the first page tells who had the last word, what did not arrive, and what was kept")
    func attention() async throws {
        let world = try await world()
        let dana = try await session("Dana", world)
        _ = try await world.portal.perform(
            [.postMessage(NewMessage(project: Self.project, text: "When?", attachments: []))], for: dana,
            because: world.press())
        for entry in try world.portal.dueMails(limit: 100) {
            guard let letter = try world.portal.letter(for: entry) else { continue }
            try await world.portal.seal(
                SealedLetter(id: entry.id, sender: "", recipient: "", bytes: [1]), of: letter,
                messageID: try #require(MessageID("\(entry.id)@acme.test")), subject: "News")
            try await world.portal.settle(entry.id, .rejected("550 nobody here"))
        }
        guard case .session(let ana, _) = try await session("Ana", world) else { return }
        let overview = try #require(try world.portal.staffOverview(ana, of: "acme"))
        #expect(overview.attention.questions.map(\.message.text) == ["When?"])
        #expect(overview.attention.undelivered.map(\.result).first == "550 nobody here")
        #expect(overview.clients == 2 && overview.openLinks == 1)
        guard case .session(let session, _) = dana else { return }
        #expect(try world.portal.staffOverview(session, of: "acme") == nil)
        #expect(try world.portal.staffOverview(ana, of: "beta") == nil)
    }
}
