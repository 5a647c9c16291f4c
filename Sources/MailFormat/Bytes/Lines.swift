import Glibc

/// Where the lines of a text begin and end, whatever ends them.
///
/// A line ends at LF, and a CR before it belongs to the end. In a text without any LF a lone CR ends a line.
struct Lines {
    /// One line: its content without the line break, and where the next line begins.
    struct Line {
        let content: Range<Int>
        let next: Int
    }

    let bytes: [UInt8]
    private let terminator: UInt8

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        terminator = bytes.firstOffset(of: ASCII.lf, in: bytes.indices) == nil ? ASCII.cr : ASCII.lf
    }

    /// The line that begins at `start`, looking no further than `end`.
    func line(at start: Int, before end: Int) -> Line {
        guard let stop = bytes.firstOffset(of: terminator, in: start..<end) else {
            return Line(content: start..<end, next: end)
        }
        let endsWithCR = terminator == ASCII.lf && stop > start && bytes[stop - 1] == ASCII.cr
        return Line(content: start..<(endsWithCR ? stop - 1 : stop), next: stop + 1)
    }

    /// Whether a line begins at `offset`, which must be within the bytes.
    func isStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == terminator }

    /// `offset` moved back over the one line break that ends right before it, but not before `start`.
    func beforeLineBreak(_ offset: Int, notBefore start: Int) -> Int {
        guard offset > start, bytes[offset - 1] == terminator else { return offset }
        let isCRLF = terminator == ASCII.lf && offset - 1 > start && bytes[offset - 2] == ASCII.cr
        return offset - (isCRLF ? 2 : 1)
    }
}

extension [UInt8] {
    /// The offset of the first `byte` within `range`, found at the speed of `memchr`.
    func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBytes { $0.firstOffset(of: byte, in: range) }
    }

    /// Whether `range` begins with `prefix`, compared at the speed of `memcmp`.
    func have(_ prefix: [UInt8], in range: Range<Int>) -> Bool {
        guard prefix.count <= range.count, range.lowerBound >= 0, range.upperBound <= count else { return false }
        return withUnsafeBytes { bytes in
            prefix.withUnsafeBytes { prefix in
                guard let start = bytes.baseAddress, let wanted = prefix.baseAddress else { return prefix.isEmpty }
                return memcmp(start + range.lowerBound, wanted, prefix.count) == 0
            }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The offset of the first `byte` within `range`, found at the speed of `memchr`.
    func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        guard !range.isEmpty, let base = baseAddress,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return base.distance(to: UnsafeRawPointer(found))
    }
}
