/// The lines of a reply as ranges of its bytes, found one at a time: of a long message only the first few are looked at.
struct ReplyLines {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Where the text ends: no line begins there.
    var end: Int { bytes.count }

    /// Where the line behind the one at `start` begins.
    func next(after start: Int) -> Int { min(lineEnd(start) + 1, end) }

    /// The line that begins at `start`, without its line break.
    subscript(start: Int) -> ArraySlice<UInt8> { start < end ? bytes[start..<lineEnd(start)] : [] }

    func isBlank(at start: Int) -> Bool { Self.isBlank(self[start]) }

    /// The first line at `start` or below that is not blank, or ``end``.
    func firstTyped(from start: Int) -> Int {
        var at = start
        while at < end, bytes[at] == ASCII.lf || isBlank(at: at) {
            at = bytes[at] == ASCII.lf ? at + 1 : next(after: at)
        }
        return at
    }

    /// The text from `start` on (up to `limit`), with LF line breaks, without blank lines at either end.
    func text(from start: Int, to limit: Int? = nil) -> String {
        let first = firstTyped(from: start)
        var last = max(limit ?? end, first)
        while last > first {
            let lineStart = (bytes[first..<last].lastIndex(of: ASCII.lf) ?? first - 1) + 1
            guard Self.isBlank(bytes[lineStart..<last]) else { break }
            last = max(lineStart - 1, first)
        }
        let kept = bytes[first..<last]
        guard kept.contains(ASCII.cr) else { return String(decoding: kept, as: UTF8.self) }
        return String(decoding: Self.withoutReturns(kept), as: UTF8.self)
    }

    private func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(of: ASCII.lf) ?? end }

    private static func withoutReturns(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for index in bytes.indices {
            let endsLine = index + 1 == bytes.endIndex || bytes[index + 1] == ASCII.lf
            if bytes[index] != ASCII.cr || !endsLine { kept.append(bytes[index]) }
        }
        return kept
    }

    /// Space, tab, CR, NBSP and the byte order mark.
    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        var rest = line
        while let first = rest.first {
            if first.isBlank || first == ASCII.cr {
                rest = rest.dropFirst()
            } else if rest.starts(with: [0xC2, 0xA0]) {
                rest = rest.dropFirst(2)
            } else if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
                rest = rest.dropFirst(3)
            } else {
                return false
            }
        }
        return true
    }
}
