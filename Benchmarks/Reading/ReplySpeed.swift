import MailFormat

/// How fast the visible reply is found: in a text, in an HTML page, and from the bytes of a whole mail.
enum ReplySpeed {
    static func measure() {
        let corpus = GeneratedMail.replies()
        let messages = corpus.mails.map { Message($0) }
        var table = Table(
            "Visible reply: \(corpus.summary); one core, median of 7 rounds",
            columns: ["each/s", "from – to", "µs each"])
        let texts = Rounds(messages.compactMap(\.readableText)) { VisibleReply(ofText: $0).text.utf8.count }
        let pages = Rounds(messages.compactMap(\.html)) { VisibleReply(ofHTML: $0).text.utf8.count }
        let views = Rounds(messages) { VisibleReply(of: $0).text.utf8.count }
        let mails = Rounds(corpus.mails) { VisibleReply(of: Message($0)).text.utf8.count }
        for (name, rounds) in [
            ("of a text", texts), ("of an HTML page", pages), ("of a message: both views, decoded", views),
            ("of the bytes of a mail", mails),
        ] {
            table.add(name, rounds.perSecond.shown(), rounds.range, rounds.microseconds.shown(1))
        }
        table.printOut(targets: [
            Table.Target(text: "at least 20000 texts/s: \(texts.perSecond.shown())", isMet: texts.perSecond >= 20_000)
        ])
    }
}
