import Foundation

/// Small values that are stored as JSON text because nothing is ever asked of their inside.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// A list of texts. Read on every page, so without a decoder unless something in it is escaped.
    static func texts(_ text: String) throws -> [String] {
        let pieces = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        let between = stride(from: 2, to: pieces.count - 1, by: 2)
        guard !text.utf8.contains(UInt8(ascii: "\\")), pieces.count >= 3, pieces.count % 2 == 1,
            pieces[0].elementsEqual("[".utf8), pieces[pieces.count - 1].elementsEqual("]".utf8),
            between.allSatisfy({ pieces[$0].elementsEqual(",".utf8) })
        else { return try value(text) }
        return stride(from: 1, to: pieces.count, by: 2).map { String(decoding: pieces[$0], as: UTF8.self) }
    }

    static func value<Value: Decodable>(_ text: String, _: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw StorageFault.unreadable("JSON of \(Value.self): \(error)")
        }
    }
}
