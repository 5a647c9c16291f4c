/// The line of a help desk below which nothing is to be typed: "##- Please type your reply above this line -##".
enum HelpDeskMark {
    /// Limit: bytes of a mark that is a plain sentence.
    static let longestSentence = 40

    /// Whether a folded line is a mark; `core` is the same without what surrounds it.
    static func isMark(_ folded: [UInt8], core: [UInt8]) -> Bool {
        if folded.last == ASCII.dot { return folded.count <= longestSentence && HistoryWords.anywhere.begins(core) }
        if HistoryWords.anywhere.isIn(core) || isZendesk(folded) { return true }
        let marks = folded.prefix { isSign($0) || $0 == ASCII.space }.count(where: isSign)
        return marks >= 2 && folded.last.map(isSign) == true && isSpoken(core)
    }

    /// Whether a quoted line is one: a rule or `#` stands soon behind the `>`.
    static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
        let first = text.prefix(12).first { !HistoryStart.isMargin($0) || $0 == 0x23 }
        guard let first, isSign(first) || first >= 0xE2 else { return false }
        let folded = Array(TextFolding.folded(text).drop { $0 == ASCII.greater || $0 == ASCII.space })
        return isMark(folded, core: Array(folded.trimming { isSign($0) || HistoryStart.isMargin($0) }))
    }

    /// QUIRK: Zendesk puts its sentence, in any language, between `##-` and `-##`.
    private static func isZendesk(_ folded: [UInt8]) -> Bool {
        folded.starts(with: "##-".utf8) && folded[...].hasSuffix("-##")
    }

    /// Answer, above, line: in some language each of them is said.
    private static func isSpoken(_ core: [UInt8]) -> Bool {
        core.count <= 160 && ReplyLineWords.lines.isIn(core) && ReplyLineWords.above.isIn(core)
            && ReplyLineWords.answers.isIn(core)
    }

    private static func isSign(_ byte: UInt8) -> Bool { HistoryStart.isRule(byte) || byte == 0x23 }
}
