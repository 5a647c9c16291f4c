import Foundation

@testable import MailFormat

/// One mail of the corpus: what we read from it, beside the values that other parsers agree on.
struct CorpusMail: Decodable {
    /// The values by which a parser is scored, in the form of the corpus.
    enum Value: Decodable, Equatable {
        case text(String), number(Int), list([Value]), null

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([Value].self))
            }
        }
    }

    let file: String
    let accepted: [String: [Value]]

    /// The mails that `folder` lists.
    static func all(in folder: URL) throws -> [CorpusMail] {
        let text = try String(contentsOf: folder.appendingPathComponent("expected.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(CorpusMail.self, from: Data($0.utf8)) }
    }

    /// The fields that are scored, in order, each with what we read.
    func disagreements(with message: Message) -> [(field: String, ours: Value)] {
        let values = Self.values(of: message)
        return accepted.keys.sorted().compactMap { field in
            guard let choices = accepted[field], !choices.isEmpty, let ours = values[field] else { return nil }
            let value = Self.normalized(ours, of: field)
            return choices.contains { Self.normalized($0, of: field) == value } ? nil : (field, ours)
        }
    }
}

extension CorpusMail {
    private static func values(of message: Message) -> [String: Value] {
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
            "att_hashes": .list(message.attachments.map(hash)),
            "depth": .number(message.depth),
        ]
    }

    private static func iso(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// Without the line breaks on which programs differ, unless the content is binary.
    private static func hash(_ part: Part) -> Value {
        guard !part.contentType.isMessage else { return .null }
        let bytes = Array(part.decodedBytes())
        guard part.contentType.isText || !bytes.contains(0) else { return .text(SHA256.hexadecimal(bytes)) }
        var lines: [UInt8] = []
        for byte in bytes {
            if byte == 0x0A, lines.last == 0x0D { lines.removeLast() }
            lines.append(byte)
        }
        while lines.last == 0x0A || lines.last == 0x0D { lines.removeLast() }
        return .text(SHA256.hexadecimal(lines))
    }

    /// White space, NUL, byte order marks, and the number of replacement characters do not count.
    private static func normalized(_ value: Value, of field: String) -> Value {
        switch value {
        case .text(let text):
            var scalars = String.UnicodeScalarView()
            for scalar in text.unicodeScalars where scalar.value != 0 && scalar.value != 0xFEFF {
                if scalar.value != 0xFFFD || scalars.last?.value != 0xFFFD { scalars.append(scalar) }
            }
            let words = scalars.split { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
            let joined = words.map { String($0) }.joined(separator: " ")
            return .text(field.hasSuffix("_addr") || field == "message_id" ? joined.asciiLowercased : joined)
        case .list(let values): return .list(values.map { normalized($0, of: field) })
        case .number, .null: return value
        }
    }
}
