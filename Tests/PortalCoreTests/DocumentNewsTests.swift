import MailFormat
import Testing

@testable import PortalCore

/// Who gets which mail about a document, and what goes along with it.
struct DocumentNewsTests {
    /// Dana's only door is a link with an access code.
    private func codedWorld() async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.invitations = []
        acme.links = [
            PortalLinkSettings(client: .dana, name: "phone", code: SixDigitCode("123456"), days: nil, notified: true)
        ]
        try await world.apply(DesiredPortal(organizations: [acme]))
        acme.items = [.document(DocumentTests.settings())]
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    @Test("the file goes along, but not past an access code")
    func attached() async throws {
        let letters = try await DocumentTests.world().post().map(\.letter).filter { $0.content.documentLetter != nil }
        #expect(Set(letters.map(\.recipient.address)) == [.dana, .ana, .lee])
        #expect(letters.allSatisfy { $0.attachments == [DocumentTests.settings().file] })
        let coded = try await codedWorld().post().map(\.letter).filter { $0.content.documentLetter != nil }
        #expect(Set(coded.map(\.recipient.address)) == [.dana, .ana])
        #expect(coded.first { $0.recipient.address == .dana }?.attachments == [])
        #expect(coded.first { $0.recipient.address == .ana }?.attachments.count == 1)
    }

    @Test("whoever must type an access code gets no link that opens without it, and signs by the page's button")
    func coded() async throws {
        let world = try await codedWorld()
        _ = try await world.post()
        #expect(try await world.asks(.dana, version: 1) == .needsConfirmation)
        let letters = try await world.post().map(\.letter)
        #expect(letters.count == 1 && letters.allSatisfy { $0.content.documentLetter == nil })
        let secret = world.portal.freshSecret()
        let document = try world.document()
        let command = DocumentCommand.askToSign(document.id, version: 1, in: document.project, handedOver: secret)
        let outcomes = try await world.portal.perform(
            [.item(.document(command))], for: try await world.session(.dana), because: world.press())
        #expect(outcomes == [.done(.item(.signingOpened("Contract")))])
        let code = try await world.code(for: secret)
        let signed = try await world.sign(secret, code)
        #expect(signed == .done(.item(.documentSigned("Contract", version: 1, complete: false))))
    }

    @Test("whoever has muted news gets link, code and certificate all the same, and none of them can be muted")
    func muted() async throws {
        let world = try await DocumentTests.world()
        let mute = Command.item(.account(.notify(false)))
        _ = try await world.portal.perform([mute], for: try await world.session(.dana), because: world.press())
        let ofDana = try #require(try await world.signs(.dana)).filter { $0.recipient.address == .dana }
        #expect(ofDana.count == 1 && ofDana[0].mute == nil)
        let ofAna = try #require(try await world.signs(.ana))
        #expect(ofAna.contains { $0.recipient.address == .dana })
    }

    @Test("what was switched off before its mail was written asks no client")
    func switchedOff() async throws {
        let world = try await DocumentTests.world()
        try await world.change { $0.settings.tools.remove(.documents) }
        let letters = try await world.post().map(\.letter).filter { $0.content.documentLetter != nil }
        #expect(letters.map(\.recipient.address) == [.ana])
    }

    @Test("a document is told once to whoever leaves a project and comes back")
    func once() async throws {
        let world = try await DocumentTests.world()
        _ = try await world.post()
        try await world.change { $0.projects[0].people.removeAll { $0 == .lee } }
        try await world.change { $0.projects[0].people.append(.lee) }
        #expect(try await world.post().allSatisfy { $0.letter.content.documentLetter == nil })
    }

    @Test("the newest code alone is mailed, however many wait to be written")
    func codes() async throws {
        let world = try await DocumentTests.world()
        let (link, _) = try await world.signingLinkAndCode(.dana)
        let document = try world.document()
        let command = Command.item(.document(.sendCode(document.id, in: document.project)))
        for _ in 1...2 {
            _ = try await world.portal.perform([command], for: .signing(link), because: world.press())
        }
        let code = try await world.post().compactMap(\.letter.content.documentLetter?.code)
        #expect(code.count == 1)
        let signed = try await world.sign(link, try #require(code.first))
        #expect(signed == .done(.item(.documentSigned("Contract", version: 1, complete: false))))
    }

    @Test("the chain keeps who signed what, when, from where, and on what evidence")
    func evidence() async throws {
        let world = try await DocumentTests.world()
        let (link, code) = try await world.signingLinkAndCode(.dana)
        world.pass(.minutes(2))
        _ = try await world.sign(link, code)
        let said = try #require(try world.document().signatures.first?.entry.said)
        let file = DocumentTests.settings().file
        #expect(said.object.files == [ChainContent.Content(file)] && said.object.version == 1)
        #expect(said.person == .init(name: "Dana", address: "dana@client.test"))
        #expect(said.typedName == "Dana D." && said.from == "192.0.2.7" && said.door == "page")
        #expect(said.at == "2026-09-21T14:15:20Z")
        let moment = "asked for 2026-09-21T14:13:20Z"
        #expect(
            said.evidence
                == "signing link mailed to dana@client.test, \(moment); code mailed to dana@client.test, \(moment), and typed"
        )
    }

    @Test("a certificate of an earlier version keeps the title that was signed")
    func title() async throws {
        let world = try await DocumentTests.world()
        var renamed = DocumentTests.settings()
        renamed.title = "Agreement"
        #expect(try await world.applyContract(renamed) == [.refused(.versionIsFixed(1))])
        #expect(try await world.signs(.dana) != nil)
        var next = DocumentTests.settings(version: 2)
        next.title = "Agreement"
        #expect(try await world.applyContract(next) == [.done(.item(.set(.documents)))])
        let earlier = try world.portal.database.read { try world.document().shown(as: 1, in: $0) }
        #expect(earlier.settings.title == "Contract" && earlier.signatures.count == 1)
        #expect(try world.document().settings.title == "Agreement")
    }
}
