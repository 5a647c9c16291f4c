/// What a person wrote this time: a body without the history below, between or above, and without signature and footers.
package struct VisibleReply: Sendable {
    /// What was written, as plain text with LF line breaks; `""` when there is nothing.
    package let text: String
    /// What was cut, in its order, so that a page can show it folded.
    package let hidden: String
    /// Whether the mail has a text and an HTML view whose first visible lines differ: what the sender saw is then
    /// unknown, and the mail must not decide anything.
    package let viewsDiffer: Bool

    /// Reads the reply of a plain text (LF or CRLF).
    package init(ofText text: String) {
        self.init(ReplyLine.lines(of: text.utf8))
    }

    /// Reads the reply of an HTML document; what it does not show is not read.
    package init(ofHTML html: String) {
        self.init(HTMLLines.lines(of: html.utf8))
    }

    private init(_ lines: [ReplyLine]) {
        let lines = ReplyCut.cut(lines)
        self.init(
            text: Self.joined(lines.filter { $0.role == .written }),
            hidden: Self.joined(lines.filter { $0.role != .written }), viewsDiffer: false)
    }

    init(text: String, hidden: String, viewsDiffer: Bool) {
        self.text = text
        self.hidden = hidden
        self.viewsDiffer = viewsDiffer
    }

    /// The lines as text, without blank ones at either end and never two of them in a row.
    private static func joined(_ lines: [ReplyLine]) -> String {
        var bytes: [UInt8] = []
        var blanks = 0
        for line in lines {
            if line.isBlank {
                blanks = bytes.isEmpty ? 0 : 1
                continue
            }
            if !bytes.isEmpty { bytes.append(contentsOf: repeatElement(ASCII.lf, count: 1 + blanks)) }
            blanks = 0
            bytes.append(contentsOf: line.bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
