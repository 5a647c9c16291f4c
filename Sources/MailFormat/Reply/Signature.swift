/// Where a signature begins: at its mark, at a rule, or behind a closing whose name block holds addresses and numbers.
enum Signature {
    /// Limit: lines of a signature or list footer whose mark is not the one of the RFC.
    private static let mostLines = 16

    /// All from the mark of the RFC on.
    static func standard(in stretch: Range<Int>, of body: ReplyBody) -> Furniture.Piece? {
        let start = stretch.first { mark(body, $0) == .standard }
        return start.map { Furniture.Piece(lines: $0..<stretch.upperBound) }
    }

    /// The few lines behind another mark. A loss is worse than a signature that stays: so they must not end with a
    /// sentence, unless they are those of a mailing list.
    static func marked(in stretch: Range<Int>, of body: ReplyBody) -> Furniture.Piece? {
        let start = stretch.suffix(2 * mostLines).first { index in
            guard !body.lines[index].isBlank, let mark = mark(body, index) else { return false }
            return isSignature(index + 1..<stretch.upperBound, of: body, mark)
        }
        return start.map { Furniture.Piece(lines: $0..<stretch.upperBound, isCertain: false) }
    }

    private enum Mark {
        /// `-- `, RFC 3676 §4.3.
        case standard
        /// QUIRK: without its blank, or an em dash.
        case dashes
        case rule
    }

    private static func mark(_ body: ReplyBody, _ index: Int) -> Mark? {
        let line = body.lines[index]
        guard let first = body.text(index).first, line.count <= 200,
            HistoryStart.isRule(first) || first >= 0xE2 || first == ASCII.dot
        else { return nil }
        let text = body.text(index)
        if text.elementsEqual("--".utf8) { return body.isFollowedByBlank(line) ? .standard : .dashes }
        if text.elementsEqual("—".utf8) || text.elementsEqual("–".utf8) { return .dashes }
        return isRule(text) ? .rule : nil
    }

    /// Underscores, or stars or dots with blanks between; hyphens divide what people write, too.
    private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
        let marks = text.filter { !$0.isBlank && $0 != ASCII.asterisk }
        if marks.isEmpty { return text.count >= 3 }
        guard let first = marks.first, marks.allSatisfy({ $0 == first }) else { return false }
        if first == ASCII.underscore { return text.count >= 2 }
        return first == ASCII.dot && marks.count >= 6 && text.count > marks.count + 4
    }

    private static func isSignature(_ lines: Range<Int>, of body: ReplyBody, _ mark: Mark) -> Bool {
        let texts = lines.filter { !body.lines[$0].isBlank }
        guard texts.count <= mostLines, let last = texts.last else { return texts.isEmpty }
        if mark == .dashes, texts.contains(where: { body.lines[$0].count > 160 }) { return false }
        return !isSentence(body.folded(last)) || texts.contains { FurnitureWords.lists.isIn(body.folded($0)) }
    }

    /// Six words or more with the end of a sentence.
    private static func isSentence(_ folded: [UInt8]) -> Bool {
        guard let last = folded.last, last == ASCII.dot || last == 0x21 || last == ASCII.question else { return false }
        return folded.count(where: { $0 == ASCII.space }) >= 5
    }
}

extension ReplyBody {
    /// Whether the line had a blank or no-break space at its end.
    func isFollowedByBlank(_ line: ReplyLine) -> Bool {
        guard line.end < bytes.count else { return false }
        return bytes[line.end].isBlank || bytes[line.end...].starts(with: [0xC2, 0xA0])
    }
}
