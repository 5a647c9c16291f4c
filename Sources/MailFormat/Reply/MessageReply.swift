extension VisibleReply {
    /// Reads the reply of a message over all its text leaves: from its text view, or from the HTML view where the text has
    /// nothing to read.
    ///
    /// QUIRK: Apple Mail divides the text around a picture into parts of their own.
    package init(of message: Message) {
        let text = Self.views(message, .plainText) { .text($0.readableText()) }
        let html = Self.views(message, .html) { .html($0.decodedText()) }
        let left = text.isEmpty ? nil : VisibleReply(text), right = html.isEmpty ? nil : VisibleReply(html)
        guard let chosen = Self.chosen(left, right) else {
            self = VisibleReply(ofText: "")
            return
        }
        self.init(
            chosen, viewsDiffer: Self.differ(left, right),
            isPerhapsUnseen: [left, right].contains { $0?.isPerhapsUnseen ?? false })
    }

    private static func views(_ message: Message, _ kind: PartKind, _ view: (Part) -> View) -> [View] {
        message.leaves.filter { $0.isBodyText(kind) }.prefix(mostLeaves).map(view)
    }

    /// Limit: text leaves of one kind that are read.
    private static let mostLeaves = 50

    /// The text view where it has anything; QUIRK: but the HTML view where the text one marks no history though there is
    /// one, both beginning the same.
    private static func chosen(_ text: VisibleReply?, _ html: VisibleReply?) -> VisibleReply? {
        guard let text, !text.text.isEmpty || text.hasHistory || !text.hidden.isEmpty else { return html ?? text }
        guard let html, !text.hasHistory, html.hasHistory, !html.text.isEmpty, !differ(text, html) else { return text }
        return html
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
