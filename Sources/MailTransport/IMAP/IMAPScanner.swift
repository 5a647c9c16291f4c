/// A word of an IMAP response.
enum IMAPToken: Hashable {
    case open
    case close
    /// An atom, with its section: `BODY[HEADER.FIELDS (FROM)]` is one.
    case atom(ArraySlice<UInt8>)
    /// A quoted string or a literal.
    case string([UInt8])

    /// The bytes of an atom or a string; nil for NIL and for parentheses.
    var value: [UInt8]? {
        switch self {
        case .open, .close: nil
        case .atom(let bytes): bytes.isKeyword("NIL") ? nil : Array(bytes)
        case .string(let bytes): bytes
        }
    }
}

/// Reads the words of a response, one after another.
struct IMAPScanner {
    private static let depthLimit = 100

    private let frame: IMAPFrame
    private var text: ArraySlice<UInt8>
    private var piece = 0

    init(_ frame: IMAPFrame) {
        self.frame = frame
        text = frame.texts.first?[...] ?? []
    }

    /// What is left of the line, for the text that people read.
    var rest: ArraySlice<UInt8> { text.drop { $0 == .space } }

    /// The next word, or nil at the end.
    mutating func next() throws(IMAPViolation) -> IMAPToken? {
        text = text.drop { $0 == .space }
        guard let first = text.first else { return nextLiteral() }
        switch first {
        case UInt8(ascii: "("):
            text.removeFirst()
            return .open
        case UInt8(ascii: ")"):
            text.removeFirst()
            return .close
        case UInt8(ascii: "\""): return try .string(quoted())
        default: return try .atom(atom())
        }
    }

    /// The next word, which must be an atom.
    mutating func atomValue() throws(IMAPViolation) -> ArraySlice<UInt8> {
        guard case .atom(let bytes)? = try next() else { throw IMAPViolation("a word is missing", frame.texts[0]) }
        return bytes
    }

    /// Passes over one value: a word, or a list with all that is in it.
    mutating func skipValue() throws(IMAPViolation) {
        var depth = 0
        repeat {
            switch try next() {
            case .open?: depth += 1
            case .close?: depth -= 1
            case nil: throw IMAPViolation("a list has no end", frame.texts[0])
            default: break
            }
            guard (0...Self.depthLimit).contains(depth) else { throw IMAPViolation("lists are too deep") }
        } while depth > 0
    }

    private mutating func nextLiteral() -> IMAPToken? {
        guard piece < frame.literals.count else { return nil }
        defer { piece += 1 }
        text = frame.texts[piece + 1][...]
        return .string(frame.literals[piece])
    }

    private mutating func quoted() throws(IMAPViolation) -> [UInt8] {
        var bytes: [UInt8] = []
        var isEscaped = false
        for index in text.indices.dropFirst() {
            let byte = text[index]
            if isEscaped || (byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"")) {
                bytes.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                text = text[(index + 1)...]
                return bytes
            }
        }
        throw IMAPViolation("a quoted string has no end", text)
    }

    private mutating func atom() throws(IMAPViolation) -> ArraySlice<UInt8> {
        var end = text.startIndex
        var inSection = false
        while end < text.endIndex {
            let byte = text[end]
            if byte == UInt8(ascii: "[") { inSection = true }
            if byte == UInt8(ascii: "]") { inSection = false }
            if !inSection, byte == .space || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { break }
            end += 1
        }
        guard !inSection else { throw IMAPViolation("a section has no end", text) }
        defer { text = text[end...] }
        return text[..<end]
    }
}
