/// Whether a mail without fields for machines is a report about delivery: by who sent it, and what it says.
struct BounceEvidence {
    private let message: Message
    private let marks: AutomaticMarks

    init(_ message: Message, _ marks: AutomaticMarks) {
        self.message = message
        self.marks = marks
    }

    /// The words of the mail, which most mails are never asked for.
    private(set) lazy var text = BounceText(message)

    /// The surer the sender is a server, the less the words need to say. Nothing that a person types is enough.
    mutating func isBounce() -> Bool {
        if marks.hasBounceField || message.isReport("delivery-status") { return true }
        let says = BounceSubjects.contains(marks.subject)
        if marks.isFromDaemon { return !isAbsence && (says || reports()) && !isChallenge() }
        if marks.hasNullReturnPath || (marks.isFromPostmaster && !BounceSubjects.isAnswer(marks.subject)) {
            return !isAbsence && (says || (text.beginsWithFailure && hasProof())) && !isChallenge()
        }
        // Shops and other programs speak of deliveries and errors, too.
        if marks.areSet {
            return !isAbsence && text.beginsWithFailure && (says ? speaksOfMail() : hasProof()) && !isChallenge()
        }
        return says && message.inReplyTo == nil && message.references.isEmpty && text.beginsWithFailure && hasProof()
            && !isLetter() && ReadReply(VisibleReply(of: message).text).commands.isEmpty
    }

    /// What the words of a report hold, and hardly anything else: they speak of mail, and below stand an address or the mail
    /// that came back. A parcel can be undelivered, too.
    private mutating func hasProof() -> Bool {
        guard speaksOfMail(), let failure = text.failureLine else { return false }
        let own = (message.from + message.to).map(\.address)
        let hasAddress = text.lines[failure...].prefix(12).contains { line in
            guard let address = WrittenAddress.first(in: line) else { return false }
            let isAlone = line.count <= address.utf8.count + 4
            return (isAlone || ReplyCode(in: line) != nil) && !own.contains { $0.equalsIgnoringASCIICase(address) }
        }
        return hasAddress || !message.returnedCopies.isEmpty
            || (marks.areSet && (text.code != nil || text.lines.contains { WrittenAddress.first(in: $0) != nil }))
    }

    /// Whether a daemon's mail is about delivery, and none of the summaries and vacation notes that daemons send, too.
    private mutating func reports() -> Bool {
        if text.code != nil || text.lines.allSatisfy(\.isEmpty) { return true }
        return text.failureLine != nil && !text.folded.prefix(4).contains { AbsenceWords.absences.occurs(in: $0) }
    }

    /// Whether it is asked or greeted, as people do who tell of a report.
    private mutating func isLetter() -> Bool {
        let first = text.folded.first { !$0.isEmpty } ?? []
        let greeting = LetterCase.words(of: first).first ?? []
        return marks.subject.last == ASCII.question || SentenceWords.greetings.contains(greeting)
    }

    private mutating func speaksOfMail() -> Bool {
        guard let failure = text.failureLine else { return false }
        return text.folded.prefix(failure + 4).contains { Self.mail.occurs(in: $0) }
    }

    private static let mail = PhraseSet(
        """
        message, mail, recipient, nachricht, empfänger, destinataire, courriel, mensaje, correo, destinatari, messaggio, \
        bericht, mensagem, meddelande, melding, viesti, wiadomoś, zpráv, сообщени, письм, üzenet, ileti, μήνυμα, メール, \
        邮件, 郵件, 메일
        """)

    private var isAbsence: Bool { AutomaticSubjects.begin(marks.subject) }

    /// Whether a program asks for a proof that a person wrote: no report about delivery, though nothing was delivered.
    private mutating func isChallenge() -> Bool { text.code == nil && text.contains(BouncePhrases.challenges) }
}
