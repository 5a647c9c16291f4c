/// Reads the fields of one header, line by line. What is no field is left out and noted.
///
/// Limit: 10,000 fields; the lines of further ones are passed over.
struct HeaderReader {
    private let lines: Lines
    private let range: Range<Int>
    /// After reading: the offset at which the body begins.
    private(set) var offset: Int
    private var places: [HeaderFields.Place] = []
    private var oddities: Header.Oddities = []
    private var isInField = false

    static let fieldLimit = 10_000

    init(_ lines: Lines, in range: Range<Int>) {
        self.lines = lines
        self.range = range
        offset = range.lowerBound
        places.reserveCapacity(8)
    }

    /// Reads up to the first empty line, or to a line that `isDelimiter` knows to end the enclosing part.
    mutating func read(isDelimiter: (Lines.Line) -> Bool) -> Header {
        while offset < range.upperBound {
            let line = lines.line(at: offset, before: range.upperBound)
            if line.content.isEmpty {
                offset = line.next
                break
            }
            if isDelimiter(line) || !take(line) { break }
            offset = line.next
        }
        noteControls(in: range.lowerBound..<offset)
        return Header(fields: HeaderFields(bytes: lines.bytes, places: places), oddities: oddities)
    }

    /// Takes one line into the header; `false` when the line shows that there is no header at all.
    private mutating func take(_ line: Lines.Line) -> Bool {
        let content = line.content
        if isInField, lines.bytes[content.lowerBound].isBlank {
            extendLastField(to: content.upperBound)
            noteHiddenFrom(lines.bytes[content])
        } else if let name = name(of: content) {
            append(name.range, colon: name.colon, valueEnd: content.upperBound)
        } else if places.isEmpty, oddities.isEmpty, !lines.bytes[content.lowerBound].isBlank {
            guard isKnownField(lines.line(at: line.next, before: range.upperBound).content) else { return false }
            noteLineWithoutName(lines.bytes[content])
        } else {
            noteLineWithoutName(lines.bytes[content])
            takeIndentedField(content)
        }
        return true
    }

    /// QUIRK: the very first field is indented, as what is pasted or logged is.
    private mutating func takeIndentedField(_ line: Range<Int>) {
        let start = lines.bytes[line].firstIndex { !$0.isBlank } ?? line.upperBound
        guard places.isEmpty, let name = name(of: start..<line.upperBound) else { return }
        append(name.range, colon: name.colon, valueEnd: line.upperBound)
    }

    /// Whether `line` is a field that no sentence looks like, so that a line before it that is none can be passed over.
    private func isKnownField(_ line: Range<Int>) -> Bool {
        guard let name = name(of: line)?.range else { return false }
        return Self.knownFields.contains { lines.bytes[name].equalsIgnoringASCIICase($0.utf8) }
    }

    private static let knownFields = [
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "MIME-Version", "Message-ID", "Received",
        "Return-Path",
    ]

    private mutating func append(_ name: Range<Int>, colon: Int, valueEnd: Int) {
        isInField = true
        guard places.count < Self.fieldLimit else { oddities.insert(.fieldLimit); return }
        places.append(
            HeaderFields.Place(
                name: name, value: (colon + 1)..<valueEnd, hasBlankBeforeColon: name.upperBound != colon))
    }

    private mutating func extendLastField(to end: Int) {
        guard !oddities.contains(.fieldLimit), let last = places.indices.last else { return }
        places[last].value = places[last].value.lowerBound..<end
    }

    /// The name that `line` begins with and the offset of its colon; blanks before the colon are tolerated.
    private func name(of line: Range<Int>) -> (range: Range<Int>, colon: Int)? {
        let bytes = lines.bytes
        var end = line.lowerBound
        while end < line.upperBound, bytes[end].isInFieldName { end += 1 }
        var colon = end
        while colon < line.upperBound, bytes[colon].isBlank { colon += 1 }
        guard end > line.lowerBound, colon < line.upperBound, bytes[colon] == ASCII.colon else { return nil }
        return (line.lowerBound..<end, colon)
    }

    /// ` From: x@y` as a sender's first line becomes the continuation of the field that a server puts before it; some
    /// readers still take it for a field. Signatures list `From:` so, too.
    private mutating func noteHiddenFrom(_ line: ArraySlice<UInt8>) {
        let text = line.drop(while: \.isBlank)
        guard let first = text.first, first.asciiLowercased == UInt8(ascii: "f"),
            text.startsIgnoringASCIICase(with: "from".utf8), line.contains(ASCII.at),
            text.dropFirst(4).first(where: { !$0.isBlank }) == ASCII.colon,
            let name = places.last?.name,
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

extension UInt8 {
    /// `ftext` of RFC 5322 §3.6.8.
    fileprivate var isInFieldName: Bool { self > ASCII.space && self < 0x7F && self != ASCII.colon }
}
