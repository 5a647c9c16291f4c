/// Whom a message is from, where every reader must come to the same answer.
///
/// The tolerant `Message.from` is for showing; this is for trusting. One From field, in it one mailbox, and nothing
/// that any program between the sender and us could have read differently: no group, no route, no comment or encoded
/// word in the address, no 8-bit byte, no NUL, no CR, no ` From:`, no `From :`.
package enum Sender: Hashable, Sendable {
    case one(EmailAddress)
    /// There is no From field, or nothing in it.
    case missing
    /// Readers may disagree; the reason is a short code such as `duplicate-from`.
    case ambiguous(String)
}

extension Header {
    /// Whom the message is from, without any doubt.
    package var sender: Sender {
        if oddities.contains(.nulBytes) { return .ambiguous("nul-bytes") }
        if oddities.contains(.loneCR) { return .ambiguous("bare-cr") }
        if oddities.contains(.fieldLimit) { return .ambiguous("header-limit") }
        if oddities.contains(.hiddenFrom) { return .ambiguous("hidden-from") }
        let fields = all(named: "From")
        guard let field = fields.first else { return .missing }
        if fields.count > 1 { return .ambiguous("duplicate-from") }
        if field.hasBlankBeforeColon { return .ambiguous("hidden-from") }
        let value = field.unfolded
        return value.isEmpty ? .missing : SenderReader.sender(value)
    }
}

/// Reads the value of a From field by the strict grammar `[phrase] "<" address ">"` or `address`, with comments
/// only where no reader can take them for a part of an address.
private struct SenderReader {
    private var rest: ArraySlice<UInt8>

    static func sender(_ value: [UInt8]) -> Sender {
        guard value.allSatisfy({ $0 == ASCII.tab || (0x20...0x7E).contains($0) }) else {
            return .ambiguous("from-characters")
        }
        // A bare address is the short form, so it is tried first; a phrase may contain almost anything.
        var reader = SenderReader(rest: value[...])
        return reader.bareAddress() ?? reader.bracketedAddress()
    }

    private mutating func bareAddress() -> Sender? {
        var reader = self
        guard reader.skipBlanksAndComments() else { return nil }
        let word = reader.rest.prefix { !$0.isBlank }
        reader.rest = reader.rest.dropFirst(word.count)
        guard let address = EmailAddress(String(decoding: word, as: UTF8.self)), reader.skipBlanksAndComments(),
            reader.rest.isEmpty
        else { return nil }
        return .one(address)
    }

    private mutating func bracketedAddress() -> Sender {
        while let byte = rest.first, byte != ASCII.less {
            guard skipWord(byte) else { return .ambiguous("from-syntax") }
        }
        guard rest.popFirst() != nil, let end = rest.firstIndex(of: ASCII.greater) else {
            return .ambiguous("from-syntax")
        }
        let address = EmailAddress(String(decoding: rest[..<end], as: UTF8.self))
        rest = rest[(end + 1)...]
        guard let address, skipBlanksAndComments(), rest.isEmpty else { return .ambiguous("from-syntax") }
        return .one(address)
    }

    /// Passes over one piece of the display name (RFC 5322 §3.2.5; dots as in §4.1).
    private mutating func skipWord(_ byte: UInt8) -> Bool {
        if byte == ASCII.quote { return skipQuoted() }
        if byte == ASCII.openParenthesis { return skipBlanksAndComments() }
        guard byte.isBlank || byte.isAtomText || byte == ASCII.dot else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipQuoted() -> Bool {
        rest = rest.dropFirst()
        while let byte = rest.popFirst() {
            if byte == ASCII.quote { return true }
            if byte == ASCII.backslash { rest = rest.dropFirst() }
        }
        return false
    }

    /// A comment may contain nothing that has a meaning in an address, not even another comment.
    private mutating func skipBlanksAndComments() -> Bool {
        while let byte = rest.first, byte.isBlank || byte == ASCII.openParenthesis {
            rest = rest.dropFirst()
            guard byte == ASCII.openParenthesis else { continue }
            guard let end = rest.firstIndex(where: { Self.isSpecial($0) }), rest[end] == ASCII.closeParenthesis else {
                return false
            }
            rest = rest[(end + 1)...]
        }
        return true
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.openParenthesis, ASCII.closeParenthesis, ASCII.less, ASCII.greater, ASCII.at, ASCII.comma,
            ASCII.semicolon, ASCII.colon, ASCII.backslash, ASCII.quote:
            true
        default: false
        }
    }
}
