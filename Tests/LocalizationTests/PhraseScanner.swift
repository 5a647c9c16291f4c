/// Finds `Phrase("…")` and `Phrase(count, one: "…", other: "…")` in Swift source. Phrases are written so that this small
/// reader understands them: literals on one line, directly behind the parenthesis or the labels.
struct PhraseScanner {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var problems: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() -> [(key: String, plural: String?)] {
        var phrases: [(key: String, plural: String?)] = []
        while let start = find("Phrase(", from: index) {
            let isName = start > 0 && (Self.isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "."))
            index = start + 7
            skipBlanks()
            if isName { continue }
            if let key = literal() {
                phrases.append((key, nil))
            } else if let one = literal(behind: "one:"), let other = literal(behind: "other:") {
                phrases.append((one, other))
            } else {
                let line = bytes[..<start].count { $0 == 0x0A } + 1
                problems.append("\(line): a phrase is a literal, or `one:` and `other:` with literals")
            }
        }
        return phrases
    }

    private mutating func literal(behind label: String) -> String? {
        guard let start = find(label, from: index), !bytes[index..<start].contains(0x7D) else { return nil }
        index = start + label.utf8.count
        skipBlanks()
        return literal()
    }

    /// A literal that begins here, with `{1}` for what is interpolated.
    private mutating func literal() -> String? {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\""),
            !bytes[index...].starts(with: "\"\"\"".utf8)
        else { return nil }
        index += 1
        var text: [UInt8] = []
        var arguments = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                text.append(bytes[index])
                index += 1
                continue
            }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "("):
                skipInterpolation()
                arguments += 1
                text += Array("{\(arguments)}".utf8)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "u"): text += scalar()
            default: text.append(bytes[index - 1])
            }
        }
        index += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// To behind the parenthesis that ends what is interpolated.
    private mutating func skipInterpolation() {
        var depth = 1
        while depth > 0, index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\""):
                _ = literal()
                index -= 1
            default: break
            }
            index += 1
        }
    }

    /// `{A0}` behind `\u`.
    private mutating func scalar() -> [UInt8] {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        let digits = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        index = end + 1
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let sought = Array(text.utf8)
        guard bytes.count >= sought.count, start <= bytes.count - sought.count else { return nil }
        return (start...(bytes.count - sought.count)).first {
            bytes[$0] == sought[0] && bytes[$0...].starts(with: sought)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
