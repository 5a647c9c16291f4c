import MailFormat

/// Visible replies: nothing that was not in the mail, nothing lost.
enum ReplyChecks {
    static func checkText(_ bytes: [UInt8], _ findings: inout Findings) {
        let text = String(decoding: bytes, as: UTF8.self)
        let reply = VisibleReply(ofText: text)
        let input = squeezed(text)
        findings.require(squeezed(reply.text).count + squeezed(reply.hidden).count <= input.count, "a reply grew")
        var rest = input[...]
        for line in reply.text.utf8.split(separator: 10) {
            let written = skip(&rest, to: squeezed(String(decoding: line, as: UTF8.self)))
            findings.require(written, "a line that was not written there: \(String(decoding: line, as: UTF8.self))")
        }
        guard LineEnds.areAllLF(bytes) else { return }
        let other = VisibleReply(ofText: String(decoding: LineEnds.withCRLF(Array(text.utf8)), as: UTF8.self))
        findings.same(reply.text, other.text, "reply for LF and CR LF")
        findings.same(reply.hidden, other.hidden, "history for LF and CR LF")
    }

    static func checkHTML(_ bytes: [UInt8], _ findings: inout Findings) {
        let reply = VisibleReply(ofHTML: String(decoding: bytes, as: UTF8.self))
        let size = reply.text.utf8.count + reply.hidden.utf8.count
        // A byte that is no UTF-8 becomes three, and every element may bring a mark of its own.
        findings.require(size <= 8 * bytes.count + 64, "a reply grew: \(size) of \(bytes.count)")
        _ = ReadReply(reply.text)
    }

    static func checkCommands(_ bytes: [UInt8], _ findings: inout Findings) {
        let text = String(decoding: bytes, as: UTF8.self)
        let read = ReadReply(text)
        findings.require(read.commands.count <= ReadReply.mostCommands, "too many commands")
        findings.same(read, ReadReply(text), "the same reply, read twice")
        var rest = squeezed(text)[...]
        findings.require(skip(&rest, to: squeezed(read.message)), "a message that was not written")
    }

    /// The text without white space and without what nobody sees.
    private static func squeezed(_ text: String) -> [UInt8] {
        let seen = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0...0x20, 0x7F...0xA0, 0xAD, 0x61C, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
                0xFEFF:
                false
            default: true
            }
        }
        return Array(String(String.UnicodeScalarView(seen)).utf8)
    }

    /// Goes behind the first place of `words` in `text`; whether there is one.
    private static func skip(_ text: inout ArraySlice<UInt8>, to words: [UInt8]) -> Bool {
        while text.count >= words.count {
            if text.starts(with: words) {
                text = text.dropFirst(words.count)
                return true
            }
            text = text.dropFirst()
        }
        return false
    }
}
