import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// Documents by mail: the one that asks, the link, the code, the certificate; and what SIGN does, and never does.
@Suite(.serialized)
struct DocumentMailTests {
    private static func contract(version: Int = 1) -> ItemSettings {
        .document(
            DocumentSettings(
                project: "rebrand", name: "contract", title: "Contract & terms", kind: .contract, version: version,
                file: FileContent(
                    name: "contract.pdf", contentType: "application/pdf", size: 120_000,
                    digest: ContentDigest(of: [UInt8(version)])), signers: [.dana, .ana]))
    }

    /// Dana is in, and the mail that asks her to sign lies before her.
    private func asked(_ world: World) async throws -> Sent {
        _ = try await world.danaIsAsked()
        for version in 1...2 { _ = try world.portal.contents.put([UInt8(version)]) }
        try await world.apply(.acme.with { $0.items = [Self.contract()] })
        return try #require(try await world.send().last { $0.recipient == "dana@client.test" })
    }

    private func sign(_ world: World, _ asked: Sent) async throws -> Effects {
        var mail = MailText()
        mail.body = "SIGN"
        return try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
    }

    @Test func `a document is asked about, its link, its code, and the certificate`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        try expectMail(asked, "document-issued")
        let effects = try await sign(world, asked)
        #expect(effects.outcomes == [.done(.item(.signingOpened("Contract & terms")))])
        #expect(effects.owed.count == 1)
        let linked = try #require(try await world.send().last)
        try expectMail(linked, "signing-link")
        guard case .item(.document(let letter)) = linked.content, case .signingLink(let link, _) = letter.occasion
        else { throw Unexpected() }
        let (id, project) = (letter.document.id, letter.project.id)
        _ = try await world.portal.perform(
            [.item(.document(.sendCode(id, in: project)))], for: .signing(link), because: world.press())
        let coded = try #require(try await world.send().last)
        try expectMail(coded, "signing-code")
        guard case .item(.document(let mailed)) = coded.content, case .signingCode(let code, _) = mailed.occasion
        else { throw Unexpected() }
        let form = SigningForm(
            document: id, version: 1, project: project, digest: letter.document.settings.file.digest.description,
            typedName: "Dana <D.>", agreed: true, code: code, from: "192.0.2.7")
        let outcomes = try await world.portal.perform(
            [.item(.document(.sign(form)))], for: .signing(link), because: world.press())
        #expect(outcomes == [.done(.item(.documentSigned("Contract & terms", version: 1, complete: false)))])
        let sent = try await world.send()
        #expect(Set(sent.map(\.recipient)) == ["dana@client.test", "ana@acme.test"])
        try expectMail(sent.first { $0.recipient == "dana@client.test" }, "document-signed")
        let file = try #require(sent.first?.message.files.first { $0.name == "certificate.json" })
        let proof = try #require(ChainProof(json: file.decodedBytes()))
        #expect(proof.problems(trusting: world.portal.chainPublicKey) == [])
        #expect(proof.entries.first?.said?.typedName == "Dana <D.>")
        try expectGolden(String(decoding: file.decodedBytes(), as: UTF8.self), "certificate.json")
    }

    @Test func `words close to SIGN are a message, and are answered by how it is written`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = "sign here?"
        let effects = try await world.receive(mail.bytes(asked(world).secret(at: world.mailbox)))
        #expect(effects.words == [.post, .refuse])
        #expect(effects.outcomes.contains(.refused(.item(.unread("SIGN")))))
    }

    @Test func `SIGN signs nothing, whatever the evidence, and its link goes to the registered address`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = "SIGN"
        mail.results = []
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.signingOpened("Contract & terms")))])
        #expect(try await world.send().map(\.recipient) == ["dana@client.test"])
        mail.results = ["mx.acme.test; dmarc=fail header.from=client.test"]
        mail.messageID = "m2@client.test"
        let forged = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(forged.words == [.quarantine] && forged.owed.isEmpty)
        mail.results = MailText().results
        mail.from = ["From: Lee <lee@client.test>"]
        mail.messageID = "m3@client.test"
        let other = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(other.words == [.quarantine] && other.owed.isEmpty)
        #expect(try world.portal.history(newest: 100).allSatisfy { $0.command != "signature" })
    }

    @Test(arguments: ["SIGN", "Sign.", "SIGN 1", "unterschreiben", "SIGN\r\n\r\nDana Example"])
    func `CM-19: SIGN with every evidence there is mails the link of the page, and signs nothing`(body: String)
        async throws
    {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = body
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes.first == .done(.item(.signingOpened("Contract & terms"))))
        let linked = try #require(try await world.send().first { $0.recipient == "dana@client.test" })
        guard case .item(.document(let letter)) = linked.content, case .signingLink = letter.occasion else {
            throw Unexpected()
        }
        #expect(try world.portal.history(newest: 100).allSatisfy { $0.command != "signature" })
    }

    @Test func `SIGN in answer to an older version opens nothing`() async throws {
        let world = try await World()
        let asked = try await asked(world)
        try await world.apply(.acme.with { $0.items = [Self.contract(version: 2)] })
        #expect(try await sign(world, asked).outcomes == [.refused(.newerVersion(shown: 1, current: 2))])
    }

    @Test(arguments: ["GET 1", "GET contract"])
    func `the document is mailed again by its number or its kind`(body: String) async throws {
        let world = try await World()
        let asked = try await asked(world)
        var mail = MailText()
        mail.body = body
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.outcomes == [.done(.item(.mailed))])
        let given = try #require(try await world.send().last)
        #expect(given.message.files.map { $0.decodedBytes() } == [[1]])
        mail.body = "FILES"
        mail.messageID = "m2@client.test"
        _ = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        let list = try #require(try await world.send().last)
        try expectMail(list, "files-with-document")
    }

    @Test func `the receipt of a decision brings its entry of the chain`() async throws {
        let world = try await World()
        _ = try await world.receive(MailText().bytes(world.danaIsAsked()))
        let receipt = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        let file = try #require(receipt.message.files.first { $0.name == "receipt.json" })
        let proof = try #require(ChainProof(json: file.decodedBytes()))
        #expect(proof.entries.first?.said?.act == .approved)
        #expect(proof.entries.first?.said?.mail?.utf8.count == 64)
        #expect(proof.problems() == [])
    }
}
