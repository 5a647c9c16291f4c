import MailFormat

/// How fast it is told what kind of mail a message is.
enum KindSpeed {
    static func measure() {
        let corpus = GeneratedMail.replies()
        let messages = corpus.mails.map { Message($0) }
        var table = Table(
            "Kind of mail: \(corpus.summary); one core, median of 7 rounds",
            columns: ["each/s", "from – to", "µs each"])
        let kinds = Rounds(messages) { MailKind(of: $0) == .ordinary ? 1 : 0 }
        let mails = Rounds(corpus.mails) { MailKind(of: Message($0)) == .ordinary ? 1 : 0 }
        for (name, rounds) in [("of a message", kinds), ("of the bytes of a mail", mails)] {
            table.add(name, rounds.perSecond.shown(), rounds.range, rounds.microseconds.shown(1))
        }
        table.printOut()
    }
}
