/// `{{…}}` as it stands in a file.
struct Tag: Sendable {
    enum Kind: Sendable { case value, raw, section, inverted, close, partial, comment }

    let kind: Kind
    /// The path `a.b` in its parts; empty for `{{.}}` and for comments.
    let path: [String]
    let position: Position
    /// The bytes of the file that it takes up, with the rest of its line where it stands alone.
    var range = 0..<0

    var written: String { path.isEmpty ? "." : path.joined(separator: ".") }
}

enum Token {
    case literal([UInt8])
    case tag(Tag)
}

/// Cuts a file into literal bytes and tags; swallows the line of a section, comment or partial that stands alone on it.
struct Scanner {
    private let bytes: [UInt8]
    private let file: String
    private var index: Int
    private let end: Int
    private var line: Int
    private var column: Int
    private var lineStart: Int
    private var literal: [UInt8] = []
    private var tokens: [Token] = []
    private var problems: [TemplateProblem] = []

    /// - Parameters:
    ///   - line: the number of the line that `range` begins with.
    ///   - column: the number of the column there.
    init(_ bytes: [UInt8], in range: Range<Int>, file: String, line: Int, column: Int = 1) {
        (self.bytes, self.file, self.line, self.column) = (bytes, file, line, column)
        (index, lineStart, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    }

    /// All tokens and all mistakes of the range.
    consuming func scan() -> (tokens: [Token], problems: [TemplateProblem]) {
        while index < end {
            if bytes[index] == .openBrace, index + 1 < end, bytes[index + 1] == .openBrace {
                scanTag()
            } else {
                literal.append(bytes[index])
                advance(to: index + 1)
            }
        }
        flush()
        return (tokens, problems)
    }

    private mutating func scanTag() {
        let start = index
        let position = Position(file: file, line: line, column: column)
        let triple = start + 2 < end && bytes[start + 2] == .openBrace
        let width = triple ? 3 : 2
        guard let close = closing(width, from: start + width) else {
            problems.append(position.problem("this tag is never closed with \(triple ? "}}}" : "}}")"))
            return index = end
        }
        let afterTag = close + width
        guard var tag = read(start + width..<close, triple: triple, at: position) else {
            return advance(to: afterTag)
        }
        if tag.kind != .value, tag.kind != .raw, let next = lineEnd(ifAlone: start, afterTag) {
            while let last = literal.last, last == .space || last == .tab { literal.removeLast() }
            advance(to: next)
        } else {
            advance(to: afterTag)
        }
        if tag.kind == .comment { return }
        tag.range = start..<index
        flush()
        tokens.append(.tag(tag))
    }

    private mutating func read(_ range: Range<Int>, triple: Bool, at position: Position) -> Tag? {
        var content = bytes[range]
        var kind = triple ? Tag.Kind.raw : .value
        if !triple, let first = content.first, let signed = Self.kinds[first] {
            kind = signed
            content = content.dropFirst()
        }
        if kind == .comment { return Tag(kind: kind, path: [], position: position) }
        while let first = content.first, first == .space || first == .tab { content = content.dropFirst() }
        while let last = content.last, last == .space || last == .tab { content = content.dropLast() }
        if content.elementsEqual([.dot]), kind != .partial {
            return Tag(kind: kind, path: [], position: position)
        }
        let parts = content.split(separator: .dot, omittingEmptySubsequences: false)
        guard parts.allSatisfy(Self.isName), kind != .partial || parts.count == 1 else {
            problems.append(position.problem("not a name: \"\(String(decoding: content, as: UTF8.self))\""))
            return nil
        }
        return Tag(kind: kind, path: parts.map { String(decoding: $0, as: UTF8.self) }, position: position)
    }

    private static let kinds: [UInt8: Tag.Kind] = [
        UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
        UInt8(ascii: ">"): .partial, UInt8(ascii: "!"): .comment,
    ]

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0.isASCIIAlphanumeric || $0 == .hyphen || $0 == .underscore }
    }

    private func closing(_ width: Int, from start: Int) -> Int? {
        var at = start
        while at + width <= end {
            if bytes[at..<at + width].allSatisfy({ $0 == .closeBrace }) { return at }
            at += 1
        }
        return nil
    }

    /// Where the next line begins, if nothing but blanks stands on the line around the tag.
    private func lineEnd(ifAlone start: Int, _ afterTag: Int) -> Int? {
        guard bytes[lineStart..<start].allSatisfy({ $0 == .space || $0 == .tab }) else { return nil }
        var at = afterTag
        while at < end, bytes[at] == .space || bytes[at] == .tab || bytes[at] == .carriageReturn { at += 1 }
        if at == end { return at }
        return bytes[at] == .newline ? at + 1 : nil
    }

    /// Columns count scalars, as editors do: UTF-8 continuation bytes are 0b10xxxxxx.
    private mutating func advance(to next: Int) {
        while index < next {
            let byte = bytes[index]
            index += 1
            if byte == .newline {
                (line, column, lineStart) = (line + 1, 1, index)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    private mutating func flush() {
        if !literal.isEmpty { tokens.append(.literal(literal)) }
        literal = []
    }
}
