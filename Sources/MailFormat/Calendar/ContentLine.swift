/// One line of a calendar, unfolded: `NAME;PARAMETER="value":value` (RFC 5545 §3.1).
struct ContentLine {
    /// In ASCII upper case, without a group before it (`item1.ATTENDEE`, RFC 6350 §3.3).
    let name: String
    /// What stands behind the colon, as written.
    let value: ArraySlice<UInt8>
    private let parameters: ArraySlice<UInt8>

    /// Limit: bytes of a name.
    private static let longestName = 60

    /// The line that `bytes` are, or `nil` when they are no content line.
    init?(_ bytes: ArraySlice<UInt8>) {
        let written = bytes.prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot || $0 == ASCII.underscore
        }
        let rest = bytes[written.endIndex...]
        guard !written.isEmpty, written.count <= Self.longestName, let colon = Self.colon(in: rest) else { return nil }
        let name = written.lastIndex(of: ASCII.dot).map { written[($0 + 1)...] } ?? written
        self.name = String(decoding: name.map { $0.isASCIILetter ? $0 & 0xDF : $0 }, as: UTF8.self)
        parameters = rest[..<colon]
        value = rest[(colon + 1)...]
    }

    /// The colon before the value, which may not stand in quotes. QUIRK: a quote that is never closed quotes nothing.
    private static func colon(in rest: ArraySlice<UInt8>) -> Int? {
        guard let first = rest.first, first == ASCII.colon || first == ASCII.semicolon || first.isBlank else {
            return nil
        }
        var isQuoted = false
        for index in rest.indices {
            if rest[index] == ASCII.quote { isQuoted.toggle() }
            if rest[index] == ASCII.colon, !isQuoted { return index }
        }
        return rest.firstIndex(of: ASCII.colon)
    }

    /// The first value of a parameter, without quotes and with carets read (RFC 6868 §3).
    func parameter(_ name: String) -> String? {
        var rest = parameters
        while let start = rest.firstIndex(of: ASCII.semicolon) {
            rest = rest[(start + 1)...]
            let written = rest.prefix { $0 != ASCII.equals && $0 != ASCII.semicolon }
            rest = rest[written.endIndex...]
            guard rest.first == ASCII.equals else { continue }
            let value = Self.parameterValue(&rest)
            if written.trimmed.equalsIgnoringASCIICase(name.utf8) { return value }
        }
        return nil
    }

    /// Reads what stands behind an equals sign, and leaves `rest` at its end.
    private static func parameterValue(_ rest: inout ArraySlice<UInt8>) -> String {
        rest = rest.dropFirst().drop(while: \.isBlank)
        let isQuoted = rest.first == ASCII.quote
        let inner = isQuoted ? rest.dropFirst() : rest
        let value = inner.prefix { isQuoted ? $0 != ASCII.quote : $0 != ASCII.semicolon && $0 != ASCII.comma }
        rest = inner[value.endIndex...]
        return String(decoding: withoutCarets(value.trimmed), as: UTF8.self)
    }

    private static func withoutCarets(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var isEscaped = false
        for byte in value {
            if !isEscaped && byte == 0x5E {
                isEscaped = true
                continue
            }
            if isEscaped {
                switch byte {
                case 0x6E: output.append(ASCII.lf)
                case ASCII.apostrophe: output.append(ASCII.quote)
                case 0x5E: output.append(byte)
                default: output += [0x5E, byte]
                }
            } else {
                output.append(byte)
            }
            isEscaped = false
        }
        return isEscaped ? output + [0x5E] : output
    }

    /// The value as text, RFC 5545 §3.3.11.
    var text: String {
        var output: [UInt8] = []
        var isEscaped = false
        for byte in value {
            if !isEscaped && byte == ASCII.backslash {
                isEscaped = true
            } else {
                output.append(isEscaped && byte | 0x20 == 0x6E ? ASCII.lf : byte)
                isEscaped = false
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The value without blanks around it, in ASCII upper case.
    var keyword: String {
        String(decoding: value.trimmed.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
    }

    /// The address of a `mailto:` value, in ASCII lower case; any other value as it stands.
    var address: String {
        let trimmed = value.trimmed.asciiLowercased[...]
        let bare = trimmed.starts(with: "mailto:".utf8) ? trimmed.dropFirst(7) : trimmed
        return String(decoding: bare, as: UTF8.self)
    }
}
