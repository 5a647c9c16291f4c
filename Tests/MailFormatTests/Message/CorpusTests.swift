import Foundation
import Testing

@testable import MailFormat

/// Mail that was collected to be difficult, with the values on which several independent parsers agree.
///
/// The corpus does not belong to the repository; it is read from `POSTERN_CORPORA`, or beside the checkout.
@Suite("A corpus of difficult mail") struct CorpusTests {
    private struct Expectation: Decodable {
        let file: String
        let accepted: [String: JSONValue]
    }

    /// The parts of JSON that the expectations are made of.
    private enum JSONValue: Decodable, Equatable {
        case text(String), number(Int), list([JSONValue]), null

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([JSONValue].self))
            }
        }
    }

    private static let folder = Corpora.file("mail/mime")

    @Test("is read without a crash, and agrees with others in most fields", .enabled(if: folder != nil))
    func agreement() throws {
        let folder = try #require(Self.folder)
        let text = try String(contentsOf: folder.appendingPathComponent("expected.jsonl"), encoding: .utf8)
        var agreed: [String: Int] = [:]
        var total: [String: Int] = [:]
        for line in text.split(separator: "\n") {
            let expectation = try JSONDecoder().decode(Expectation.self, from: Data(line.utf8))
            let bytes = try Data(contentsOf: folder.appendingPathComponent(expectation.file))
            let values = Self.values(of: Message([UInt8](bytes)))
            for (field, accepted) in expectation.accepted {
                guard let value = values[field], case .list(let choices) = accepted else { continue }
                total[field, default: 0] += 1
                if choices.map(Self.normalized).contains(Self.normalized(value)) {
                    agreed[field, default: 0] += 1
                } else if Corpora.isVerbose {
                    print("\(expectation.file) \(field)\n  ours   \(value)\n  theirs \(choices)")
                }
            }
        }
        let rows = total.keys.sorted().map { "\($0) \(agreed[$0] ?? 0)/\(total[$0] ?? 0)" }
        print("corpus agreement:", rows.joined(separator: ", "))
        let share = Double(agreed.values.reduce(0, +)) / Double(max(1, total.values.reduce(0, +)))
        #expect(share > 0.95)
    }

    private static func values(of message: Message) -> [String: JSONValue] {
        [
            "from_addr": .list(message.from.map { .text($0.address) }),
            "from_name": .list(message.from.map { .text($0.name) }),
            "to_addr": .list(message.to.map { .text($0.address) }),
            "to_name": .list(message.to.map { .text($0.name) }),
            "subject": .text(message.subject ?? ""),
            "date": .text(message.date.map(iso) ?? ""),
            "message_id": .text(message.messageID?.text ?? ""),
            "text": .text(message.text ?? ""), "html": .text(message.html ?? ""),
            "att_types": .list(message.attachments.map { .text($0.contentType.mimeType) }),
            "att_names": .list(message.attachments.map { .text($0.fileName ?? "") }),
            "depth": .number(message.depth),
        ]
    }

    private static func iso(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// White space, case of nothing, NUL and byte order marks do not count.
    private static func normalized(_ value: JSONValue) -> JSONValue {
        switch value {
        case .text(let text):
            let scalars = text.unicodeScalars.filter { $0.value != 0 && $0.value != 0xFEFF }
            let words = String(String.UnicodeScalarView(scalars)).split { $0.isWhitespace }
            return .text(words.joined(separator: " ").asciiLowercased)
        case .list(let values): return .list(values.map(normalized))
        case .number, .null: return value
        }
    }
}
