import Foundation
import MailFormat
import Testing

/// Fields that real servers wrote, with what other readers make of them. The corpus does not belong to the repository.
@Suite("A corpus of Authentication-Results") struct AuthenticationResultsCorpusTests {
    private struct Expectation: Decodable {
        let value: String
        let expected: Expected?
    }

    private struct Expected: Decodable {
        let authservID: String?
        let results: [Result]?

        enum CodingKeys: String, CodingKey {
            case authservID = "authserv_id"
            case results
        }

        struct Result: Decodable {
            let method: String
            let result: String

            init(from decoder: any Decoder) throws {
                var container = try decoder.unkeyedContainer()
                method = try container.decode(String.self)
                result = try container.decode(String.self)
            }
        }
    }

    private static let file = Corpora.file("mail/authres/headers.jsonl")

    @Test("is read as others read it", .enabled(if: file != nil)) func agreement() throws {
        let lines = try String(contentsOf: try #require(Self.file), encoding: .utf8).split(separator: "\n")
        var agreed = 0
        for line in lines {
            let expectation = try JSONDecoder().decode(Expectation.self, from: Data(line.utf8))
            let results = AuthenticationResults.parse(expectation.value.utf8)
            let ours = results?.clauses.map { "\($0.method)=\($0.result)" }
            let theirs = expectation.expected?.results?.map { "\($0.method)=\($0.result)".asciiLowercased }
            let sameID =
                expectation.expected?.authservID.map { results?.authservID.equalsIgnoringASCIICase($0) == true }
                ?? true
            if sameID, theirs == nil || ours == theirs {
                agreed += 1
            } else if Corpora.isVerbose {
                print(
                    "\(expectation.value)\n  ours   \(String(describing: ours))\n  theirs \(String(describing: theirs))"
                )
            }
        }
        print("Authentication-Results agreement: \(agreed)/\(lines.count)")
        #expect(Double(agreed) > 0.9 * Double(lines.count))
    }
}
