/// The containers whose end has not been seen, outermost first, and the lines that divide them (RFC 2046 §5.1.1).
struct Boundaries {
    private struct Boundary {
        let bytes: [UInt8]
        let isDigest: Bool
    }

    /// A line that ends a part: which open container it belongs to, and whether it ends that, too.
    struct Delimiter {
        let line: Lines.Line
        let level: Int
        let isLast: Bool
        /// Whether something stands on the line that does not belong there.
        var isLoose = false
    }

    private let lines: Lines
    private var open: [Boundary] = []

    init(_ lines: Lines) { self.lines = lines }

    var count: Int { open.count }
    var isInDigest: Bool { open.last?.isDigest ?? false }

    func isOpen(_ boundary: [UInt8]) -> Bool { open.contains { $0.bytes.elementsEqual(boundary) } }

    mutating func open(_ boundary: [UInt8], isDigest: Bool) {
        open.append(Boundary(bytes: boundary, isDigest: isDigest))
    }

    /// Ends the containers within the one that `delimiter` belongs to, and that one as well when it is the last of it.
    mutating func close(at delimiter: Delimiter) {
        open.removeLast(open.count - delimiter.level - (delimiter.isLast ? 0 : 1))
    }

    /// The first line at `start` or behind it that divides or ends an open container.
    func nextDelimiter(from start: Int) -> Delimiter? {
        guard !open.isEmpty else { return nil }
        return firstLine(from: start) { delimiter(in: $0) }
    }

    /// The delimiter that `line` is, the innermost container first (RFC 2046 §5.1.2). QUIRK: something stands behind the
    /// dashes that end a container; that counts where no container matches the line exactly.
    func delimiter(in line: Lines.Line) -> Delimiter? {
        guard let text = textBehindDashes(of: line) else { return nil }
        var loose: Delimiter?
        for (level, boundary) in open.enumerated().reversed() where lines.bytes.have(boundary.bytes, in: text.indices) {
            let rest = text.dropFirst(boundary.bytes.count)
            let isLast = rest.starts(with: [ASCII.hyphen, ASCII.hyphen])
            if rest.dropFirst(isLast ? 2 : 0).allSatisfy(\.isBlank) {
                return Delimiter(line: line, level: level, isLast: isLast)
            }
            if isLast, loose == nil { loose = Delimiter(line: line, level: level, isLast: true, isLoose: true) }
        }
        return loose
    }

    /// Whether a line at `start` or behind it begins with `boundary`.
    func isUsed(_ boundary: [UInt8], from start: Int) -> Bool {
        firstLine(from: start) {
            textBehindDashes(of: $0).map { lines.bytes.have(boundary, in: $0.indices) } == true ? true : nil
        } ?? false
    }

    /// What seems to divide a body whose boundary is not known: the first line from `start` that looks like a delimiter
    /// and is followed by the header of a part.
    func guess(from start: Int) -> [UInt8]? {
        firstLine(from: start) { line in
            guard let text = textBehindDashes(of: line), (6...70).contains(text.count),
                text.allSatisfy({ $0 > ASCII.space && $0 < 0x7F }), text.contains(where: { $0 != ASCII.hyphen }),
                lines.bytes[line.next...].startsIgnoringASCIICase(with: "content-".utf8)
            else { return nil }
            return Array(text)
        }
    }

    private func textBehindDashes(of line: Lines.Line) -> ArraySlice<UInt8>? {
        let bytes = lines.bytes
        let start = line.content.lowerBound
        guard line.content.count > 2, bytes[start] == ASCII.hyphen, bytes[start + 1] == ASCII.hyphen else { return nil }
        return bytes[(start + 2)..<line.content.upperBound]
    }

    /// What `find` finds in the first line at `start` or behind it in which it finds something, looking only at lines that
    /// begin with a hyphen: encoded files have none, so they are passed over at once.
    private func firstLine<Found>(from start: Int, _ find: (Lines.Line) -> Found?) -> Found? {
        let end = lines.bytes.count
        var offset = start
        while let hyphen = lines.bytes.firstOffset(of: ASCII.hyphen, in: offset..<end) {
            offset = hyphen + 1
            guard hyphen == start || lines.isStart(hyphen) else { continue }
            let line = lines.line(at: hyphen, before: end)
            if let found = find(line) { return found }
            offset = line.next
        }
        return nil
    }
}
