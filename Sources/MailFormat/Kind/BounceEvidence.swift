/// Whether a mail without fields for machines is a report about delivery: by who sent it, and what it says.
struct BounceEvidence {
    private let message: Message
    private let marks: AutomaticMarks
    private let subject: [UInt8]

    init(_ message: Message, _ marks: AutomaticMarks) {
        self.message = message
        self.marks = marks
        subject = Array(LetterCase.folded((message.subject ?? "").unicodeScalars.prefix(200)).trimmed)
    }

    /// The surer the sender is a server, the less the words need to say. Nothing that a person types is enough.
    var isBounce: Bool {
        if marks.hasBounceField || message.isReport("delivery-status") { return true }
        if marks.isFromDaemon { return !isChallenge && !isAbsence }
        let isMachine = marks.areSet || marks.isFromPostmaster
        if isMachine { return !isAbsence && (subjectSays || textSays) && !isChallenge }
        return subjectSays && textSays && hasProof && message.inReplyTo == nil && message.references.isEmpty
    }

    private var subjectSays: Bool { BounceSubjects.contains(subject) }

    /// The report's words; a person who tells of a report begins otherwise.
    private var textSays: Bool { BounceText(message).beginsWithFailure }

    /// What the words of a report hold, and hardly anything else: they speak of mail, and below stand an address or the mail
    /// that came back. A parcel can be undelivered, too.
    private var hasProof: Bool {
        let text = BounceText(message)
        guard let failure = text.failureLine, text.folded.prefix(failure + 4).contains(where: Self.mail.occurs) else {
            return false
        }
        let own = (message.from + message.to).map(\.address)
        let near = text.lines[failure...].prefix(12).compactMap { line in
            WrittenAddress.first(in: line).map { (line: line, address: $0) }
        }
        let hasAddress = near.contains { line, address in
            let isAlone = line.count <= address.utf8.count + 4
            return (isAlone || ReplyCode(in: line) != nil) && !own.contains { $0.equalsIgnoringASCIICase(address) }
        }
        let hasCopy = message.hasPart("message/rfc822") || message.hasPart("text/rfc822-headers")
        return (hasAddress || hasCopy) && ReadReply(VisibleReply(of: message).text).commands.isEmpty
    }

    private static let mail = PhraseSet(
        """
        message, mail, recipient, nachricht, empfänger, destinataire, courriel, mensaje, correo, destinatari, messaggio, \
        bericht, mensagem, meddelande, melding, viesti, wiadomoś, zpráv, сообщени, письм, üzenet, ileti, μήνυμα, メール, \
        邮件, 郵件, 메일
        """)

    private var isAbsence: Bool { AutomaticSubjects.begin(subject) }

    /// Whether a program asks for a proof that a person wrote: no report about delivery, though nothing was delivered.
    private var isChallenge: Bool {
        let text = BounceText(message)
        return text.code == nil && text.contains(BouncePhrases.challenges)
    }
}
