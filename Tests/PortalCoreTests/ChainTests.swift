import Foundation
import MailFormat
import Testing

@testable import PortalCore

/// The chain of receipts: what is whole is found whole, and every change is found.
struct ChainTests {
    /// Three entries: approved, taken back, rejected.
    private func world() async throws -> World {
        let world = try World()
        let (session, _) = try await world.danaComesIn()
        for command in [
            Command.decide(world.decision(.approved)), .undo(DeliverableID(number: 1), version: 3),
            .decide(world.decision(.rejected)),
        ] {
            let outcomes = try await world.portal.perform(
                [command], for: .session(session, organization: "acme"), because: world.press())
            guard case .done? = outcomes.first else { throw StorageFault.unreadable("\(outcomes)") }
        }
        return world
    }

    private func entries(_ world: World) throws -> [ChainEntry] {
        try world.portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            return try ChainRecord.all(of: organization.id, in: connection)
        }
    }

    @Test("decisions and their ends follow one another, and all of it is whole")
    func whole() async throws {
        let world = try await world()
        let entries = try entries(world)
        #expect(entries.compactMap(\.said).map(\.act) == [.approved, .decisionEnded, .rejected])
        #expect(entries.compactMap(\.said).map(\.number) == [1, 2, 3])
        #expect(entries[1].said?.previous == entries[0].digest.description)
        #expect(entries[0].said?.previous == ChainContent.beginning)
        #expect(try world.portal.chainProblems(of: "acme") == [])
        let proof = try #require(ChainProof(json: ChainProof(entries).json))
        #expect(proof.problems(trusting: world.portal.chainPublicKey) == [])
        for part in [[0], [1], [2], [0, 2], [2, 1]] {
            #expect(ChainProof(part.map { entries[$0] }).problems() == [], "\(part)")
        }
        for entry in entries { #expect(try world.portal.standing(of: entry) == .kept) }
    }

    @Test("any changed byte of what was said is found")
    func changed() async throws {
        let entry = try #require(try entries(try await world()).first)
        let bytes = Array(entry.content.utf8)
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 1
            let forged = ChainEntry(
                content: String(decoding: other, as: UTF8.self), signature: entry.signatureBytes,
                key: entry.publicKey?.bytes ?? [])
            #expect(ChainProof([forged]).problems().contains(.wrongSignature(1)), "byte \(place)")
        }
    }

    @Test("what another key signed is whole by itself, and not for whoever knows the key")
    func otherKey() async throws {
        let world = try await world()
        let entry = try #require(try entries(world).first)
        let folder = NSTemporaryDirectory() + "key-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let forged = ChainEntry(content: entry.content, signedBy: try ChainKey(file: folder))
        #expect(ChainProof([forged]).problems() == [])
        #expect(ChainProof([forged]).problems(trusting: world.portal.chainPublicKey) == [.otherKey(1)])
    }

    @Test("an entry in another's place, or behind another, is found")
    func places() async throws {
        let world = try await world()
        let entries = try entries(world)
        let key = try ChainKey(file: "\(world.folder)/chain.key")
        let moved = ChainEntry(
            content: entries[1].content.replacing("\"number\":2", with: "\"number\":3"), signedBy: key)
        #expect(ChainProof([entries[2], moved]).problems().contains(.twoAtOnePlace(3)))
        let first = ChainEntry(
            content: entries[0].content.replacing("approved", with: "rejected"), signedBy: key)
        #expect(ChainProof([first, entries[1]]).problems() == [.notLinked(2)])
        #expect(try world.portal.standing(of: first) == .another)
        #expect(try world.portal.standing(of: moved) == .another)
    }

    @Test(
        "nothing that is no proof is taken for one",
        arguments: ["", "{}", "[]", "null", "{\"format\":\"postern-proof-1\",\"entries\":[]}"])
    func none(text: String) {
        #expect(ChainProof(json: Array(text.utf8)) == nil)
    }
}
