import MailFormat

/// `tag=value; tag=value`: how signatures, keys and policies are written (RFC 6376 §3.2).
///
/// Limit: 100 tags.
struct TagList {
    private let values: [String: ArraySlice<UInt8>]
    /// The tags in the order in which they stand.
    let names: [String]

    /// The list that `text` is; nil when any of it is none, or a tag stands twice. Line breaks may stand where blanks may.
    init?(_ text: some Collection<UInt8>) {
        let text = Array(text)
        var names: [String] = []
        var values: [String: ArraySlice<UInt8>] = [:]
        var pieces = text.split(separator: ASCII.semicolon, omittingEmptySubsequences: false)
        // A final semicolon ends the list.
        if let last = pieces.last, last.trimmed.isEmpty { pieces.removeLast() }
        guard pieces.count <= 100 else { return nil }
        for piece in pieces {
            guard let tag = Self.tag(piece), values.updateValue(tag.value, forKey: tag.name) == nil else { return nil }
            names.append(tag.name)
        }
        (self.names, self.values) = (names, values)
    }

    /// The value of a tag without the blanks around it; names count by their case.
    subscript(name: String) -> ArraySlice<UInt8>? { values[name] }

    /// The value without any blanks and line breaks, which mean nothing in most values.
    func compact(_ name: String) -> [UInt8]? { values[name].map { $0.filter { !$0.isBlank && !$0.isLineBreak } } }

    /// The elements of a value with colons in between; an empty one stays an element.
    func list(_ name: String) -> [[UInt8]]? {
        compact(name).map { $0.split(separator: ASCII.colon, omittingEmptySubsequences: false).map(Array.init) }
    }

    /// A number of seconds or bytes; nil for anything but 1 to 18 digits.
    func number(_ name: String) -> Int? {
        guard let digits = values[name], (1...18).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// The bytes that a value of base64 stands for; nil when it is none. Nothing is repaired: a key or a signature that
    /// two programs would read differently is none.
    func base64(_ name: String) -> [UInt8]? { compact(name).flatMap(StrictBase64.decode) }

    private static func tag(_ piece: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
        guard let equals = piece.firstIndex(of: ASCII.equals) else { return nil }
        let (name, value) = (piece[..<equals].trimmed, piece[(equals + 1)...].trimmed)
        guard let first = name.first, first.isASCIILetter,
            name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.underscore }),
            value.allSatisfy({ ($0 > ASCII.space && $0 != 0x7F) || $0.isBlank || $0.isLineBreak })
        else { return nil }
        return (String(decoding: name, as: UTF8.self), value)
    }
}

/// Base64 with its padding and without anything else (RFC 4648 §4).
enum StrictBase64 {
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        let digits = text.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.plus || $0 == ASCII.slash }
        let padding = text.count - digits.count
        guard text.count % 4 == 0, padding <= 2, text.suffix(padding).allSatisfy({ $0 == ASCII.equals }) else {
            return nil
        }
        return Base64.decode(text[...])
    }
}
