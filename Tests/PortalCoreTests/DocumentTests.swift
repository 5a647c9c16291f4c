import MailFormat
import Testing

@testable import PortalCore

/// Documents: who may sign which version, on what evidence, and who is told.
struct DocumentTests {
    static func settings(version: Int = 1, sign: [EmailAddress] = [.dana, .ana]) -> DocumentSettings {
        let bytes = Array("contract, version \(version)".utf8)
        return DocumentSettings(
            project: "rebrand", name: "contract", title: "Contract", kind: .contract, version: version,
            file: FileContent(
                name: "contract.pdf", contentType: "application/pdf", size: Int64(bytes.count),
                digest: ContentDigest(of: bytes)), signers: sign)
    }

    /// Dana and Lee are in, and the contract waits for Dana and Ana.
    static func world(_ settings: DocumentSettings = settings()) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.projects[0].people.append(.lee)
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        acme.items = [.document(settings)]
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    @Test("without a byte in its file there is nothing to sign, and no such document")
    func empty() async throws {
        let world = try await Self.world()
        var next = Self.settings(version: 2)
        next.file = FileContent(
            name: "empty.pdf", contentType: "application/pdf", size: 0, digest: ContentDigest(of: []))
        #expect(try await world.applyContract(next) == [.refused(.item(.emptyFile("empty.pdf")))])
        #expect(try world.document().settings.version == 1)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let by: EmailAddress
        let version: Int
        var isSigned = false
        let expected: Refusal?
        var testDescription: String { "\(by), version \(version), signed: \(isSigned)" }
    }

    static let rows = [
        Row(by: .dana, version: 2, expected: nil), Row(by: .ana, version: 2, expected: nil),
        Row(by: .lee, version: 2, expected: .item(.notTheirs)), Row(by: .ben, version: 2, expected: .item(.notTheirs)),
        Row(by: .dana, version: 1, expected: .newerVersion(shown: 1, current: 2)),
        Row(by: .dana, version: 3, expected: .newerVersion(shown: 3, current: 2)),
        Row(by: .dana, version: 2, isSigned: true, expected: .item(.alreadySo("Contract"))),
        Row(by: .ana, version: 2, isSigned: true, expected: nil),
        Row(by: .lee, version: 1, isSigned: true, expected: .item(.notTheirs)),
    ]

    @Test("are signed by those who must, in the version that they were shown, once", arguments: rows)
    func rule(row: Row) async throws {
        let world = try await Self.world(Self.settings(version: 2))
        if row.isSigned { #expect(try await world.signs(.dana) != nil) }
        let document = try world.document()
        #expect(document.signing(version: row.version, by: try world.id(row.by)) == row.expected)
        let outcome = try await world.asks(row.by, version: row.version)
        #expect(outcome == row.expected.map(Outcome.refused) ?? .done(.item(.signingOpened("Contract"))))
    }

    struct Attempt: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: Outcome
        var form: @Sendable (inout Filled) -> Void = { _ in }
        var before: @Sendable (World) async throws -> Void = { _ in }
    }

    /// A signing form before it is sent.
    struct Filled: Sendable {
        var version = 1
        var digest = DocumentTests.settings().file.digest.description
        var name = "Dana D."
        var agreed = true
        var isCodeRight = true
    }

    static let attempts = [
        Attempt(
            testDescription: "the right code",
            expected: .done(.item(.documentSigned("Contract", version: 1, complete: false)))),
        Attempt(
            testDescription: "a wrong code", expected: .refused(.wrongCode(left: 4)), form: { $0.isCodeRight = false }),
        Attempt(testDescription: "no name", expected: .refused(.item(.nameMissing)), form: { $0.name = " \n" }),
        Attempt(
            testDescription: "a name of several lines", expected: .refused(.item(.nameMissing)),
            form: { $0.name = "Dana\nSigned by Ana" }),
        Attempt(
            testDescription: "a name that turns", expected: .refused(.item(.nameMissing)),
            form: { $0.name = "Dana \u{202E}anA" }),
        Attempt(testDescription: "a name of marks", expected: .refused(.item(.nameMissing)), form: { $0.name = "?!" }),
        Attempt(
            testDescription: "a name without end", expected: .refused(.tooLong(limit: 200)),
            form: { $0.name = String(repeating: "n", count: 201) }),
        Attempt(testDescription: "not agreed", expected: .refused(.item(.notAgreed)), form: { $0.agreed = false }),
        Attempt(
            testDescription: "another file", expected: .refused(.contradictory),
            form: { $0.digest = ContentDigest(of: [1]).description }),
        Attempt(testDescription: "another version", expected: .refused(.contradictory), form: { $0.version = 2 }),
        Attempt(
            testDescription: "a code that is ten minutes old", expected: .refused(.item(.codeExpired)),
            before: { $0.pass(.minutes(10)) }),
        Attempt(
            testDescription: "a link that is a day old", expected: .refused(.expired), before: { $0.pass(.days(1)) }),
        Attempt(
            testDescription: "a newer version meanwhile", expected: .refused(.newerVersion(shown: 1, current: 2)),
            before: { try await $0.applyContract(DocumentTests.settings(version: 2)) }),
        Attempt(
            testDescription: "not asked any more", expected: .refused(.item(.notTheirs)),
            before: { try await $0.applyContract(DocumentTests.settings(sign: [.ana])) }),
        Attempt(
            testDescription: "the tool switched off", expected: .refused(.notFound),
            before: { world in try await world.change { $0.settings.tools.remove(.documents) } }),
    ]

    @Test("are signed only with everything right", arguments: attempts)
    func attempt(_ attempt: Attempt) async throws {
        let world = try await Self.world()
        let (link, code) = try await world.signingLinkAndCode(.dana)
        try await attempt.before(world)
        var filled = Filled()
        attempt.form(&filled)
        let outcome = try await world.sign(link, code, filled)
        #expect(outcome == attempt.expected)
        let isSigned = try world.document().signatures.isEmpty == false
        #expect(isSigned == (attempt.testDescription == "the right code"))
    }

    @Test("a link works once, for nobody else, and five wrong codes end it")
    func links() async throws {
        let world = try await Self.world()
        let (link, code) = try await world.signingLinkAndCode(.dana)
        #expect(
            try await world.sign(link, code) == .done(.item(.documentSigned("Contract", version: 1, complete: false))))
        #expect(try await world.sign(link, code) == .refused(.alreadyUsed))
        #expect(try world.document().signatures.map(\.personName) == ["Dana"])
        let (other, codeOfAna) = try await world.signingLinkAndCode(.ana)
        for left in [4, 3, 2, 1] {
            #expect(try await world.sign(other, codeOfAna.another) == .refused(.wrongCode(left: left)))
        }
        #expect(try await world.sign(other, codeOfAna.another) == .refused(.tooManyAttempts))
        #expect(try await world.sign(other, codeOfAna) == .refused(.tooManyAttempts))
        #expect(try world.document().signatures.count == 1)
    }

    @Test("a code of another occasion does not fit, and one before the newest neither")
    func codes() async throws {
        let world = try await Self.world()
        let (link, first) = try await world.signingLinkAndCode(.dana)
        let second = try await world.code(for: link)
        #expect(first != second)
        #expect(try await world.sign(link, first) == .refused(.wrongCode(left: 4)))
        let (other, foreign) = try await world.signingLinkAndCode(.ana)
        #expect(try await world.sign(link, foreign) == .refused(.wrongCode(left: 3)))
        #expect(
            try await world.sign(link, second) == .done(.item(.documentSigned("Contract", version: 1, complete: false)))
        )
        _ = try await world.code(for: other)
        _ = try await world.code(for: other)
        let command = Command.item(.document(.sendCode(try world.document().id, in: try world.document().project)))
        #expect(
            try await world.portal.perform([command], for: .signing(other), because: world.press())
                == [.refused(.item(.tooOften))])
    }

    @Test("all signatures make it complete; everybody is mailed a certificate that holds")
    func complete() async throws {
        let world = try await Self.world()
        #expect(try await world.signs(.dana) != nil)
        let letters = try #require(try await world.signs(.ana))
        #expect(try world.document().isComplete)
        #expect(Set(letters.map(\.recipient.address)) == [.dana, .lee, .ana])
        let proof = try #require(letters.first?.content.documentLetter?.proof)
        #expect(proof.entries.count == 2 && proof.problems(trusting: world.portal.chainPublicKey) == [])
    }

    @Test("what somebody signed is not changed, a version only rises, and a second apply mails nobody")
    func versions() async throws {
        let world = try await Self.world()
        #expect(try await world.applyContract(Self.settings()).isEmpty)
        var other = Self.settings()
        other.file = FileContent(name: "b.pdf", contentType: "application/pdf", size: 1, digest: ContentDigest(of: [2]))
        #expect(try await world.applyContract(other) == [.refused(.versionIsFixed(1))])
        #expect(try await world.signs(.dana) != nil)
        #expect(try await world.applyContract(Self.settings(sign: [.dana])) == [.refused(.versionIsFixed(1))])
        #expect(try await world.applyContract(Self.settings(version: 2)) == [.done(.item(.set(.documents)))])
        #expect(try world.document().missing.map(\.name) == ["Ana", "Dana"])
        #expect(
            try await world.applyContract(Self.settings()) == [.refused(.newerVersion(shown: 1, current: 2))])
    }

    @Test("a signing link lets nobody do anything else")
    func nothingElse() async throws {
        let world = try await Self.world()
        let (link, _) = try await world.signingLinkAndCode(.dana)
        let document = try world.document()
        let commands: [Command] = [
            .postMessage(NewMessage(project: document.project, text: "Hello", attachments: [])),
            .decide(world.decision(.approved)), .item(.list(ListThings(.documents, in: document.project))),
            .item(.document(.askToSignWhatWaits(in: document.project))), .signOut,
        ]
        let outcomes = try await world.portal.perform(commands, for: .signing(link), because: world.press())
        #expect(outcomes == commands.map { _ in .refused(.notFound) })
    }
}
