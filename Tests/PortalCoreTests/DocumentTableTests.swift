import MailFormat
import TestGround
import Testing

@testable import PortalCore

/// What comes of asking to sign, for each state, command and person: one table.
struct DocumentTableTests {
    private static let states = ["waits", "signed by Dana", "signed by all", "a newer version", "switched off"]
    private static let people: [(String, EmailAddress)] = [
        ("Dana, who signs", .dana), ("Lee, another client", .lee), ("Ana, staff, who signs", .ana),
        ("Ben, other staff", .ben),
    ]

    /// A world in this state, and the version that people were shown before it.
    private func world(_ state: String) async throws -> World {
        let world = try await DocumentTests.world()
        switch state {
        case "signed by Dana": #expect(try await world.signs(.dana) != nil)
        case "signed by all":
            #expect(try await world.signs(.dana) != nil)
            #expect(try await world.signs(.ana) != nil)
        case "a newer version": try await world.applyContract(DocumentTests.settings(version: 2))
        case "switched off": try await world.change { $0.settings.tools.remove(.documents) }
        default: break
        }
        _ = try await world.post()
        return world
    }

    @Test("state, command and person: what comes of it, and who is mailed")
    func table() async throws {
        var lines: [String] = []
        for state in Self.states {
            for (name, address) in Self.people {
                for command in ["SIGN 1", "SIGN", "the button", "the file by GET"] {
                    let world = try await world(state)
                    lines.append("\(state), \(name), \(command): \(try await world.outcome(of: command, by: address))")
                }
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "document-table.txt")
    }
}

extension World {
    fileprivate func outcome(of command: String, by address: EmailAddress) async throws -> String {
        let document = try document()
        let item: ItemCommand =
            switch command {
            case "SIGN 1":
                .document(.askToSign(document.id, version: 1, in: document.project, handedOver: nil))
            case "SIGN": .document(.askToSignWhatWaits(in: document.project))
            case "the button":
                .document(.askToSign(document.id, version: 1, in: document.project, handedOver: portal.freshSecret()))
            default: .get(GetThings([.called(.only(.contract))], in: document.project))
            }
        let outcomes = try await portal.perform([.item(item)], for: try await session(address), because: press())
        let mailed = try await post().map { "\($0.letter.recipient.name) (\($0.letter.content.brief))" }
        return "\(outcomes.map { "\($0)" }.joined()) → \(mailed.isEmpty ? "nobody" : mailed.joined(separator: ", "))"
    }
}

extension Letter.Content {
    fileprivate var brief: String {
        switch self {
        case .item(.document(let letter)): if case .signingLink = letter.occasion { "link" } else { "document" }
        case .item(.list): "list"
        case .item(.given): "file"
        case .item(.onPage): "page"
        default: "other"
        }
    }
}
