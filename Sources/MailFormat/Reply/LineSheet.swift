/// Lines in the making: white space collapsed as a browser does, a line for each block, and the role that its text has.
struct LineSheet {
    private(set) var body = ReplyBody(bytes: [])
    private var lineStart = 0
    private var hasText = false
    private var isDoubtful = false
    private var role = ReplyLine.Role.written
    private var wrapper: Int?
    private var isRuleAbove = false
    /// The last line that stands below a rule, until it is looked at.
    private var ruledLine: Int?

    init(capacity: Int) {
        body.bytes.reserveCapacity(capacity)
        body.lines.reserveCapacity(64)
    }

    /// What the text that follows belongs to; a change ends the line.
    mutating func set(_ role: ReplyLine.Role, _ wrapper: Int?) {
        guard role != self.role || wrapper != self.wrapper else { return }
        endLine()
        self.role = role
        self.wrapper = wrapper
    }

    /// Adds text with its character references; runs of white space become one blank, except in preformatted text.
    mutating func add(_ text: ArraySlice<UInt8>, isPreformatted: Bool) {
        var index = text.startIndex
        while index < text.endIndex {
            let end = Self.plainEnd(from: index, in: text)
            if end > index {
                body.bytes.append(contentsOf: text[index..<end])
                hasText = true
                index = end
                continue
            }
            let byte = text[index]
            index += 1
            if byte <= ASCII.space {
                if isPreformatted { addPreformatted(byte) } else { addGap() }
            } else if byte == 0x26, let (scalar, length) = HTMLEntities.reference(text[index...]) {
                index += length
                add(scalar)
            } else if byte == 0xC2, index < text.endIndex, text[index] == 0xA0 {
                index += 1
                append(ASCII.space)
            } else {
                append(byte)
            }
        }
    }

    /// Where the words end that stand as they are, with single blanks between them.
    private static func plainEnd(from start: Int, in text: ArraySlice<UInt8>) -> Int {
        var end = start
        while end < text.endIndex {
            let byte = text[end]
            if byte > 0x26 && byte != 0xC2 {
                end += 1
            } else if byte == ASCII.space, end > start, end + 1 < text.endIndex, text[end + 1] > 0x26,
                text[end + 1] != 0xC2
            {
                end += 2
            } else {
                return end
            }
        }
        return end
    }

    private mutating func append(_ byte: UInt8) {
        body.bytes.append(byte)
        if byte != ASCII.space { hasText = true }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.value <= 0x20 { return addGap() }
        if scalar.value == 0xA0 { return append(ASCII.space) }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }

    private mutating func addPreformatted(_ byte: UInt8) {
        if byte == ASCII.lf { lineBreak() } else if byte != ASCII.cr { body.bytes.append(byte) }
    }

    /// What is added to this line may be hidden from people.
    mutating func doubt() { isDoubtful = true }

    mutating func addBullet() {
        body.bytes.append(contentsOf: "- ".utf8)
        hasText = true
    }

    /// One blank, or none at the beginning of a line: the space between words, and between two cells of a row.
    mutating func addGap() {
        if body.bytes.count > lineStart, body.bytes.last?.isBlank == false { body.bytes.append(ASCII.space) }
    }

    /// Text that is not read, in a quotation: a sign of it for each line.
    mutating func addUnread() {
        if !hasText { append(ASCII.greater) }
    }

    /// The line that follows stands below a rule.
    mutating func rule() {
        endLine()
        isRuleAbove = true
    }

    /// Ends the line if it has text.
    mutating func endLine() {
        if hasText { return lineBreak() }
        body.bytes.removeLast(body.bytes.count - lineStart)
        isDoubtful = false
    }

    /// Ends the line, also an empty one.
    mutating func lineBreak() {
        var line = body.line(lineStart..<body.bytes.count)
        line.role = role
        line.wrapper = wrapper
        line.isStructural = role != .written
        if role == .written, !line.isBlank, body.bytes[line.start] == ASCII.greater { line.role = .quoted }
        line.isPerhapsUnseen = isDoubtful && !line.isBlank
        isDoubtful = false
        line.isRuled = isRuleAbove && !line.isBlank
        if line.isRuled { ruledLine = body.lines.count }
        if !line.isBlank { isRuleAbove = false }
        body.lines.append(line)
        lineStart = body.bytes.count
        hasText = false
    }

    /// Whether a header block stands below a rule: behind it nothing needs to be read. Asked once for each rule, when the
    /// lines of the block must be complete.
    mutating func isBlockBegun() -> Bool {
        guard let line = ruledLine, body.lines.count > line + HeaderBlock.mostLines else { return false }
        ruledLine = nil
        return HeaderBlock.begins(at: line, in: body)
    }

    mutating func addBlankLine() {
        guard let last = body.lines.last, !last.isBlank else { return }
        lineBreak()
    }
}
