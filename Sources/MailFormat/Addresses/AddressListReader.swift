/// Reads address lists (RFC 5322 §3.4) as broken mailers write them, without recursion.
struct AddressListReader {
    /// Limit: 1,000 mailboxes; the rest is not read.
    static let mailboxLimit = 1_000

    private typealias Word = AddressLexer.Word

    private var lexer: AddressLexer
    private var mailboxes: [Mailbox] = []
    /// What has been read of the present mailbox.
    private var words: [Word] = []
    private var address: [UInt8]?
    private var comment: [UInt8] = []
    /// How many of `words` stand before the address in brackets.
    private var wordsBefore = 0

    init(_ bytes: [UInt8]) { lexer = AddressLexer(bytes) }

    mutating func read() -> [Mailbox] {
        while mailboxes.count < Self.mailboxLimit, let token = lexer.next() {
            switch token {
            case .word(let word): words.append(word)
            case .bracketed(let found): take(bracketed: found)
            case .comment(let text): if !text.isEmpty { comment = text }
            case .separator: if !continuesName() { finish() }
            case .colon: takeColon()
            }
        }
        finish()
        return mailboxes
    }

    /// QUIRK: a second address in brackets without a comma before it; the words between them are its name.
    private mutating func take(bracketed found: [UInt8]) {
        if address != nil {
            let next = Array(words[wordsBefore...])
            words.removeSubrange(wordsBefore...)
            finish()
            words = next
        }
        address = found
        wordsBefore = words.count
    }

    /// What stands before the colon names a group (RFC 5322 §3.4), which is not kept; also QUIRK: `mailto:`.
    private mutating func takeColon() {
        guard address == nil, !words.contains(where: \.hasAt) else {
            words.append(Word(text: [ASCII.colon], isApart: false))
            return
        }
        clear()
    }

    /// QUIRK: `Doe, Jane <j@x.test>` without quotes. A single word in small letters is rather a local user.
    private mutating func continuesName() -> Bool {
        guard address == nil, let first = words.first, !words.contains(where: { $0.text.contains(ASCII.at) }),
            lexer.nextMailboxIsNamedAndBracketed
        else { return false }
        let isUser = words.count == 1 && !first.isQuoted && (first.text.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? true)
        guard !isUser else { return false }
        words.append(Word(text: [ASCII.comma], isApart: false))
        return true
    }

    private mutating func clear() { (words, address, comment, wordsBefore) = ([], nil, [], 0) }

    private mutating func finish() {
        defer { clear() }
        guard mailboxes.count < Self.mailboxLimit else { return }
        if let address {
            finish(bracketed: address)
        } else if let first = words.firstIndex(where: \.hasAt) {
            appendBare(around: first)
        } else if let address = addressInEncodedWords() {
            append(address)
        } else if words.count == 1 || words.contains(where: { $0.text.contains(ASCII.at) }) {
            append(name: comment, address: phrase(words[...]))
        } else if !words.isEmpty {
            append(name: phrase(words[...]), address: [])
        }
    }
}

extension AddressListReader {
    /// The words before the brackets are the name, or those behind, or a comment.
    private mutating func finish(bracketed address: [UInt8]) {
        let (before, behind) = (words[..<wordsBefore], Array(words[wordsBefore...]))
        let name = before.isEmpty && !behind.contains(where: \.hasAt) ? behind[...] : before
        append(name: name.isEmpty ? comment : phrase(name), address: address)
        // QUIRK: a bare address without a comma before it.
        if let first = behind.firstIndex(where: \.hasAt), mailboxes.count < Self.mailboxLimit {
            (words, comment) = (behind, [])
            appendBare(around: first)
        }
    }

    /// An address without angle brackets: the words that touch the one with the `@`; others are the name.
    /// QUIRK: addresses with nothing but blanks between them are several.
    private mutating func appendBare(around at: Int) {
        if words.count > 1, words.allSatisfy({ $0.isApart && Self.isWholeAddress($0) }) {
            for word in words.prefix(Self.mailboxLimit - mailboxes.count) { append(name: [], address: word.text) }
            return
        }
        let range = extent(of: at)
        let address = words[range].flatMap { $0.isQuoted ? AddressLexer.quoted($0.text) : $0.text }
        let name = phrase(words[..<range.lowerBound] + words[range.upperBound...])
        append(name: name.isEmpty ? comment : name, address: address)
    }

    /// The words that are one address with the one at `at`: blanks may stand around dots and the `@` (RFC 5322 §4.4).
    private func extent(of at: Int) -> Range<Int> {
        let dot = [ASCII.dot]
        var start = at
        while start > 0,
            !words[start].isApart || words[start].text.first == ASCII.at || words[start].text.first == ASCII.dot
                || words[start - 1].text == dot
        { start -= 1 }
        var end = at + 1
        while end < words.count,
            !words[end].isApart || words[end].text.first == ASCII.dot || words[end - 1].text.last == ASCII.at
                || words[end - 1].text == dot
        { end += 1 }
        return start..<end
    }

    private static func isWholeAddress(_ word: Word) -> Bool {
        word.hasAt && word.text.first != ASCII.at && word.text.last != ASCII.at
    }

    /// QUIRK: a mailbox that is encoded as a whole, brackets and all.
    private func addressInEncodedWords() -> Mailbox? {
        guard words.contains(where: \.isEncoded) else { return nil }
        let text = Array(EncodedWords.decode(phrase(words[...])).utf8)
        if let open = text.lastIndex(of: ASCII.less), let close = text[open...].firstIndex(of: ASCII.greater),
            text[open..<close].contains(ASCII.at)
        {
            return Self.mailbox(name: text[..<open].filter { $0 != ASCII.quote }, address: text[(open + 1)..<close])
        }
        return text.contains(ASCII.at) && !text.contains(ASCII.space) ? Self.mailbox(name: [], address: text) : nil
    }

    private mutating func append(name: [UInt8], address: [UInt8]) {
        append(Self.mailbox(name: Array(EncodedWords.decode(name).utf8), address: address))
    }

    private mutating func append(_ mailbox: Mailbox) { mailboxes.append(mailbox) }

    /// QUIRK: apostrophes around an address, and dots behind it, do not belong to it.
    private static func mailbox(name: some Collection<UInt8>, address: some Collection<UInt8>) -> Mailbox {
        var address = Array(address)[...]
        if address.count > 2, address.first == ASCII.apostrophe, address.last == ASCII.apostrophe {
            address = address.dropFirst().dropLast()
        }
        while address.count > 1, address.last == ASCII.dot { address = address.dropLast() }
        return Mailbox(
            name: String(decoding: Array(name).trimmed, as: UTF8.self), address: Charset.decode(address, label: nil))
    }

    private func phrase(_ words: ArraySlice<Word>) -> [UInt8] {
        var output: [UInt8] = []
        for word in words {
            if word.isApart, !output.isEmpty { output.append(ASCII.space) }
            output += word.text
        }
        return output
    }
}
