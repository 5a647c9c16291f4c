/// Reads the fields of one header, line by line. What is no field is left out and noted.
///
/// Limit: 10,000 fields; the lines of further ones are passed over.
struct HeaderReader {
    private let lines: Lines
    private let range: Range<Int>
    /// After reading: the offset at which the body begins.
    private(set) var offset: Int
    private var fields: [HeaderField] = []
    private var oddities: Header.Oddities = []
    private var isInField = false

    static let fieldLimit = 10_000

    init(_ lines: Lines, in range: Range<Int>) {
        self.lines = lines
        self.range = range
        offset = range.lowerBound
    }

    /// Reads up to the first empty line, or to a line that `isDelimiter` knows to end the enclosing part.
    mutating func read(isDelimiter: (Range<Int>) -> Bool) -> Header {
        while offset < range.upperBound {
            let line = lines.line(at: offset, before: range.upperBound)
            if line.content.isEmpty {
                offset = line.next
                break
            }
            if isDelimiter(line.content) || !take(line.content) { break }
            offset = line.next
        }
        noteControls(in: range.lowerBound..<offset)
        return Header(fields: fields, oddities: oddities)
    }

    /// Takes one line into the header; `false` when the line shows that there is no header at all.
    private mutating func take(_ line: Range<Int>) -> Bool {
        if isInField, lines.bytes[line.lowerBound].isBlank {
            extendLastField(to: line.upperBound)
            noteHiddenFrom(lines.bytes[line])
        } else if let name = name(of: line) {
            append(name.range, colon: name.colon, valueEnd: line.upperBound)
        } else {
            if fields.isEmpty, oddities.isEmpty, !lines.bytes[line.lowerBound].isBlank { return false }
            noteLineWithoutName(lines.bytes[line])
        }
        return true
    }

    private mutating func append(_ name: Range<Int>, colon: Int, valueEnd: Int) {
        isInField = true
        guard fields.count < Self.fieldLimit else { oddities.insert(.fieldLimit); return }
        fields.append(
            HeaderField(
                bytes: lines.bytes, nameRange: name, valueRange: (colon + 1)..<valueEnd,
                hasBlankBeforeColon: name.upperBound != colon))
    }

    private mutating func extendLastField(to end: Int) {
        guard !oddities.contains(.fieldLimit), let last = fields.popLast() else { return }
        fields.append(
            HeaderField(
                bytes: lines.bytes, nameRange: last.nameRange, valueRange: last.valueRange.lowerBound..<end,
                hasBlankBeforeColon: last.hasBlankBeforeColon))
    }

    /// The name that `line` begins with and the offset of its colon; blanks before the colon are tolerated.
    private func name(of line: Range<Int>) -> (range: Range<Int>, colon: Int)? {
        let bytes = lines.bytes
        let end = bytes[line].firstIndex { $0 <= ASCII.space || $0 >= 0x7F || $0 == ASCII.colon } ?? line.upperBound
        let colon = bytes[end..<line.upperBound].firstIndex { !$0.isBlank } ?? line.upperBound
        guard end > line.lowerBound, colon < line.upperBound, bytes[colon] == ASCII.colon else { return nil }
        return (line.lowerBound..<end, colon)
    }

    /// ` From: x@y` as a sender's first line becomes the continuation of the field that a server puts before it; some
    /// readers still take it for a field. Signatures list `From:` so, too.
    private mutating func noteHiddenFrom(_ line: ArraySlice<UInt8>) {
        let text = line.drop(while: \.isBlank)
        guard text.startsIgnoringASCIICase(with: "from".utf8), line.contains(ASCII.at),
            text.dropFirst(4).first(where: { !$0.isBlank }) == ASCII.colon,
            let name = fields.last?.nameRange,
            !lines.bytes[name].suffix(10).equalsIgnoringASCIICase("-signature".utf8)
        else { return }
        oddities.insert(.hiddenFrom)
    }

    private mutating func noteLineWithoutName(_ line: ArraySlice<UInt8>) {
        isInField = false
        oddities.insert(.lineWithoutName)
        let text = line.drop { $0.isBlank || $0 == ASCII.nul }
        let follower = text.dropFirst(4).first
        if text.startsIgnoringASCIICase(with: "from".utf8), follower.map({ !$0.isASCIILetter }) ?? true {
            oddities.insert(.hiddenFrom)
        }
    }

    /// A CR alone is noted also in mail that ends all its lines so: no checker upstream has read those as lines.
    private mutating func noteControls(in header: Range<Int>) {
        let bytes = lines.bytes
        if bytes.firstOffset(of: ASCII.nul, in: header) != nil { oddities.insert(.nulBytes) }
        var search = header
        while let found = bytes.firstOffset(of: ASCII.cr, in: search) {
            guard found + 1 < bytes.count, bytes[found + 1] == ASCII.lf else { oddities.insert(.loneCR); return }
            search = (found + 1)..<header.upperBound
        }
    }

}
