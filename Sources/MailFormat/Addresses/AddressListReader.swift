/// Reads address lists (RFC 5322 §3.4) as broken mailers write them, byte by byte, without recursion.
struct AddressListReader {
    /// Limit: 1,000 mailboxes; the rest is not read.
    static let mailboxLimit = 1_000

    private let bytes: [UInt8]
    private var offset = 0
    private var mailboxes: [Mailbox] = []
    /// What has been read of the present mailbox.
    private var words: [Word] = []
    private var address: [UInt8]?
    private var comment: [UInt8]?

    private struct Word {
        var text: [UInt8]
        var isQuoted = false
        /// Whether blanks or comments stand before it.
        var isApart = true
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() -> [Mailbox] {
        var isApart = true
        while offset < bytes.count, mailboxes.count < Self.mailboxLimit {
            let byte = bytes[offset]
            switch byte {
            case ASCII.space, ASCII.tab: offset += 1
            case ASCII.openParenthesis: comment = readComment() ?? comment
            case ASCII.comma, ASCII.semicolon: finish()
            case ASCII.colon where !hasAt: startGroup()
            case ASCII.less: address = readAngle()
            case ASCII.quote: words.append(Word(text: readQuoted(), isQuoted: true, isApart: isApart))
            default: words.append(Word(text: readAtom(), isApart: isApart))
            }
            isApart = byte.isBlank || byte == ASCII.openParenthesis || words.isEmpty
        }
        finish()
        return mailboxes
    }

    private var hasAt: Bool { words.contains { !$0.isQuoted && $0.text.contains(ASCII.at) } }

    private mutating func startGroup() {
        offset += 1
        words = []
        comment = nil
    }

    private mutating func finish() {
        offset += 1
        defer { (words, address, comment) = ([], nil, nil) }
        guard mailboxes.count < Self.mailboxLimit else { return }
        if let address {
            append(name: words.isEmpty ? comment ?? [] : phrase(words[...]), address: address)
        } else if let first = words.firstIndex(where: { !$0.isQuoted && $0.text.contains(ASCII.at) }) {
            appendBare(around: first)
        } else if !words.isEmpty {
            append(name: comment ?? [], address: phrase(words[...]))
        }
    }

    /// An address without angle brackets: the words that touch the one with the `@`; others are the name.
    /// QUIRK: addresses with nothing but blanks between them are several.
    private mutating func appendBare(around at: Int) {
        if words.count > 1, words.allSatisfy({ $0.isApart && Self.isWholeAddress($0.text) }) {
            for word in words.prefix(Self.mailboxLimit - mailboxes.count) { append(name: [], address: word.text) }
            return
        }
        var start = at
        while start > 0, !words[start].isApart || words[start].text.first == ASCII.at { start -= 1 }
        var end = at + 1
        while end < words.count,
            !words[end].isApart || words[end - 1].text.last == ASCII.at || words[end].text.first == ASCII.dot
        { end += 1 }
        let address = words[start..<end].flatMap { $0.isQuoted ? quoted($0.text) : $0.text }
        let name = phrase(words[..<start] + words[end...])
        append(name: name.isEmpty ? comment ?? [] : name, address: address)
    }

    private static func isWholeAddress(_ text: [UInt8]) -> Bool {
        text.contains(ASCII.at) && text.first != ASCII.at && text.last != ASCII.at
    }

    private mutating func append(name: [UInt8], address: [UInt8]) {
        mailboxes.append(Mailbox(name: EncodedWords.decode(name), address: Charset.decode(address, label: nil)))
    }

    private func phrase(_ words: ArraySlice<Word>) -> [UInt8] {
        var output: [UInt8] = []
        for word in words {
            if word.isApart, !output.isEmpty { output.append(ASCII.space) }
            output += word.text
        }
        return output
    }

    private func quoted(_ text: [UInt8]) -> [UInt8] {
        [ASCII.quote] + text.flatMap { $0 == ASCII.quote || $0 == ASCII.backslash ? [ASCII.backslash, $0] : [$0] }
            + [ASCII.quote]
    }
}

extension AddressListReader {
    /// Atoms, dots and `@` up to what ends a word. An encoded word is taken whole, whatever it contains.
    private mutating func readAtom() -> [UInt8] {
        if let word = EncodedWords.word(at: offset, in: bytes) {
            defer { offset = word.end }
            return Array(bytes[offset..<word.end])
        }
        let start = offset
        repeat { offset += 1 } while offset < bytes.count && !Self.endsAtom(bytes[offset])
        return Array(bytes[start..<offset])
    }

    private static func endsAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, ASCII.tab, ASCII.openParenthesis, ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.less,
            ASCII.quote:
            true
        default: false
        }
    }

    /// A quoted string without its quotes and escapes; to the end when it is not closed.
    private mutating func readQuoted() -> [UInt8] {
        var output: [UInt8] = []
        offset += 1
        while offset < bytes.count, bytes[offset] != ASCII.quote {
            if bytes[offset] == ASCII.backslash, offset + 1 < bytes.count { offset += 1 }
            output.append(bytes[offset])
            offset += 1
        }
        offset += 1
        return output
    }

    /// The content of a comment, comments within it included (RFC 5322 §3.2.2).
    private mutating func readComment() -> [UInt8]? {
        var output: [UInt8] = []
        var depth = 0
        repeat {
            let byte = bytes[offset]
            if byte == ASCII.backslash, offset + 1 < bytes.count {
                offset += 1
                output.append(bytes[offset])
            } else {
                if byte == ASCII.closeParenthesis { depth -= 1 }
                if depth > 0 { output.append(byte) }
                if byte == ASCII.openParenthesis { depth += 1 }
            }
            offset += 1
        } while depth > 0 && offset < bytes.count
        let text = output.trimmed
        return text.isEmpty ? nil : Array(text)
    }

    /// What stands between `<` and `>`, without blanks, comments and an obsolete route (RFC 5322 §4.4).
    private mutating func readAngle() -> [UInt8] {
        var output: [UInt8] = []
        offset += 1
        while offset < bytes.count, bytes[offset] != ASCII.greater {
            switch bytes[offset] {
            case ASCII.space, ASCII.tab, ASCII.less: offset += 1
            case ASCII.openParenthesis: _ = readComment()
            case ASCII.quote: output += quoted(readQuoted())
            case ASCII.colon where output.first == ASCII.at:
                output = []
                offset += 1
            default:
                output.append(bytes[offset])
                offset += 1
            }
        }
        offset += 1
        return output
    }
}
