extension VisibleReply {
    /// Reads the reply of a message: from its text view, or from the HTML view where the text has nothing to read.
    package init(of message: Message) {
        let text = message.readableText.map { VisibleReply(ofText: $0) }
        let html = message.html.map { VisibleReply(ofHTML: $0) }
        let hasText = text.map { !($0.text.isEmpty && $0.hidden.isEmpty) } ?? false
        guard let chosen = hasText ? text : html ?? text else {
            self = VisibleReply(ofText: "")
            return
        }
        self.init(text: chosen.text, hidden: chosen.hidden, viewsDiffer: Self.differ(text, html))
    }

    /// Whether both views exist and begin differently. Mailers wrap, and mark emphasis, in the text view: so only letters and
    /// digits are compared, and of long lines the beginning.
    private static func differ(_ text: VisibleReply?, _ html: VisibleReply?) -> Bool {
        guard let text, let html else { return false }
        let left = firstLine(of: text), right = firstLine(of: html)
        guard min(left.count, right.count) >= comparedBytes else { return left != right }
        return left.prefix(comparedBytes) != right.prefix(comparedBytes)
    }

    /// No command line that could be mistaken for another is that long.
    private static let comparedBytes = 40

    private static func firstLine(of reply: VisibleReply) -> [UInt8] {
        let line = reply.text.utf8.prefix { $0 != ASCII.lf }
        let scalars = Substring(line).unicodeScalars.prefix(1_000)
        return LetterCase.words(of: LetterCase.folded(scalars)).flatMap { $0 }
    }
}
