/// Lines in the making: white space collapsed as a browser does, a line for each block, and the role that its text has.
struct LineSheet {
    private(set) var lines: [ReplyLine] = []
    private var current: [UInt8] = []
    private var role = ReplyLine.Role.written
    private var wrapper: Int?

    /// What the text that follows belongs to; a change ends the line.
    mutating func set(_ role: ReplyLine.Role, _ wrapper: Int?) {
        guard role != self.role || wrapper != self.wrapper else { return }
        endLine()
        self.role = role
        self.wrapper = wrapper
    }

    /// Adds text; runs of white space become one blank, except in preformatted text.
    mutating func add(_ text: [UInt8], isPreformatted: Bool) {
        if isPreformatted { return addPreformatted(text) }
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if text[index...].starts(with: Self.noBreakSpace) {
                current.append(ASCII.space)
                index += 2
                continue
            }
            if byte.isBlank || byte.isLineBreak {
                if let last = current.last, !last.isBlank { current.append(ASCII.space) }
            } else {
                current.append(byte)
            }
            index += 1
        }
    }

    /// U+00A0 in UTF-8.
    private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

    private mutating func addPreformatted(_ text: [UInt8]) {
        for byte in text {
            if byte == ASCII.lf { lineBreak() } else if byte != ASCII.cr { current.append(byte) }
        }
    }

    mutating func addBullet() { current.append(contentsOf: "- ".utf8) }

    /// The space between two cells of a row.
    mutating func addGap() {
        if let last = current.last, !last.isBlank { current.append(ASCII.space) }
    }

    /// Ends the line if it has text.
    mutating func endLine() {
        guard current.contains(where: { !$0.isBlank }) else { return current = [] }
        lineBreak()
    }

    /// Ends the line, also an empty one.
    mutating func lineBreak() {
        let leading = current.first { !$0.isBlank } == ASCII.greater
        lines.append(ReplyLine(current[...], role: role == .written && leading ? .quoted : role, wrapper: wrapper))
        current = []
    }

    mutating func addBlankLine() {
        if let last = lines.last, !last.bytes.isEmpty { lines.append(ReplyLine([], role: role, wrapper: wrapper)) }
    }
}
