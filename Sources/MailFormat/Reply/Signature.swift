/// Where a signature begins: at its mark, at a rule, or behind a closing whose name block holds addresses and numbers.
enum Signature {
    /// Limit: lines of a signature or list footer whose mark is not the one of the RFC.
    private static let mostLines = 16

    /// The signature at the end of a stretch of written lines. A loss is worse than a signature that stays, so without
    /// the mark of the RFC it must be short in every way.
    static func find(in stretch: Range<Int>, of body: ReplyBody) -> Furniture.Piece? {
        for index in stretch where !body.lines[index].isBlank {
            guard let mark = mark(body, index) else { continue }
            if mark == .standard { return Furniture.Piece(lines: index..<stretch.upperBound) }
            guard stretch.upperBound - index <= 2 * mostLines, isShort(index + 1..<stretch.upperBound, of: body, mark)
            else { continue }
            return Furniture.Piece(lines: index..<stretch.upperBound, isCertain: false)
        }
        return NameBlock.find(in: stretch, of: body).map { Furniture.Piece(lines: $0, isCertain: false) }
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

    /// Few lines, or those of a mailing list; no long ones behind a mere dash.
    private static func isShort(_ lines: Range<Int>, of body: ReplyBody, _ mark: Mark) -> Bool {
        let texts = lines.filter { !body.lines[$0].isBlank }
        if texts.count > mostLines { return false }
        return mark == .rule || texts.allSatisfy { body.lines[$0].count <= 160 }
    }
}

extension ReplyBody {
    /// Whether the line had a blank or no-break space at its end.
    func isFollowedByBlank(_ line: ReplyLine) -> Bool {
        guard line.end < bytes.count else { return false }
        return bytes[line.end].isBlank || bytes[line.end...].starts(with: [0xC2, 0xA0])
    }
}
