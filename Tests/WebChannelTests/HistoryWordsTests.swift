import Foundation
import Localization
import PortalCore
import Testing

@testable import WebChannel

@Suite("The history, in people's words")
struct HistoryWordsTests {
    @Test(
        "says who did it, and what showed that it was them",
        arguments: [
            (nil, "mail", "guest pass dmarc", "guest", "mail, sender shown by dmarc"),
            ("dana@client.test", "mail", "reply pass dkim", "dana@client.test", "mail, sender shown by dkim"),
            (
                "dana@client.test", "mail", "reply none no results", "dana@client.test",
                "mail, sender not shown: no results"
            ),
            ("dana@client.test", "mail", "reply fail dmarc", "dana@client.test", "mail, reply fail dmarc"),
            ("dana@client.test", "page", "session", "dana@client.test", "page, signed in"),
            (nil, "page", "visitor", "visitor", "page, visitor"),
        ] as [(String?, String, String, String, String)])
    func words(person: String?, door: String, evidence: String, who: String, way: String) throws {
        let entry = try Self.entry(person: person, door: door, evidence: evidence)
        #expect(Language.english(HistoryWords.who(entry)) == who)
        #expect(Language.english(HistoryWords.way(entry)) == way)
    }

    private static func entry(person: String?, door: String, evidence: String) throws -> HistoryEntry {
        let by = person.map { "\"\($0)\"" } ?? "null"
        let json = """
            {"number": 1, "at": {"milliseconds": 0}, "person": \(by), "door": "\(door)", "cause": "form 1", "evidence": "\(evidence)",
            "command": "message", "outcome": "{}"}
            """
        return try JSONDecoder().decode(HistoryEntry.self, from: Data(json.utf8))
    }
}
