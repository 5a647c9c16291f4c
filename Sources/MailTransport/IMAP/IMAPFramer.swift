/// One response of an IMAP server: its text, interrupted by literals (RFC 9051 §4.3).
struct IMAPFrame: Hashable, Sendable {
    /// One more than `literals`: the text before, between and behind them, without `{n}` and line ends.
    var texts: [[UInt8]] = []
    var literals: [[UInt8]] = []
}

/// What the server said is against the protocol, or over a limit. The text is escaped.
struct IMAPViolation: Error, Hashable {
    let text: String

    init(_ text: String, _ bytes: some Collection<UInt8> = []) {
        self.text = bytes.isEmpty ? text : "\(text): \(escapedLine(bytes, limit: 120))"
    }
}

/// Makes responses of bytes, however the network has split them.
struct IMAPFramer {
    /// Limit: the answer to SEARCH is one line of up to 11 bytes for each mail, so this is about 200,000 mails.
    static let lineLimit = 2 * 1_048_576
    private static let literalCountLimit = 64

    private let literalLimit: Int
    private var frame = IMAPFrame()
    private var line: [UInt8] = []
    private var missing = 0

    /// - Parameter literalLimit: how many bytes all literals of one response may have.
    init(literalLimit: Int) {
        self.literalLimit = literalLimit
    }

    /// Takes bytes, and returns the responses that they complete.
    mutating func consume(_ bytes: [UInt8]) throws(IMAPViolation) -> [IMAPFrame] {
        var frames: [IMAPFrame] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            if missing > 0 {
                let part = rest.prefix(missing)
                frame.literals[frame.literals.count - 1] += part
                missing -= part.count
                rest = rest.dropFirst(part.count)
            } else {
                let end = rest.firstIndex(of: .lineFeed)
                let part = rest[..<(end ?? rest.endIndex)]
                guard line.count + part.count <= Self.lineLimit else { throw IMAPViolation("the line is too long") }
                line += part
                rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
                if end != nil, let complete = try endLine() { frames.append(complete) }
            }
        }
        return frames
    }

    private mutating func endLine() throws(IMAPViolation) -> IMAPFrame? {
        if line.last == .carriageReturn { line.removeLast() }
        defer { line = [] }
        if Self.carriesLiterals(frame.texts.first ?? line), let size = try announcedLiteral() {
            frame.texts.append(line)
            frame.literals.append([])
            missing = size
            return nil
        }
        frame.texts.append(line)
        defer { frame = IMAPFrame() }
        return frame
    }

    /// Takes `{n}` off the end of the line.
    private mutating func announcedLiteral() throws(IMAPViolation) -> Int? {
        guard line.last == UInt8(ascii: "}"), let brace = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let digits = line[(brace + 1)...].dropLast()
        let isNumber = !digits.isEmpty && digits.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
        // A brace inside a quoted string: `}` may end an atom.
        guard isNumber else { return nil }
        let total = frame.literals.reduce(0) { $0 + $1.count }
        guard let size = digits.number(as: Int.self), size <= literalLimit - total,
            frame.literals.count < Self.literalCountLimit
        else { throw IMAPViolation("the literal is too long", digits) }
        line.removeSubrange(brace...)
        return size
    }

    /// Human text and tagged lines have no literals (RFC 9051 §7.1): a `{5}` at their end is only text.
    private static func carriesLiterals(_ line: [UInt8]) -> Bool {
        let words = line.split(separator: .space, maxSplits: 2)
        guard words.count > 1, words[0].elementsEqual([UInt8(ascii: "*")]) else { return false }
        return !IMAPStatus.Condition.allCases.contains { words[1].isKeyword($0.keyword) }
    }
}
