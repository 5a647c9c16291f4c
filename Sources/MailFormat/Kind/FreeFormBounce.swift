/// A bounce in words, as qmail, Exim, Postfix, Exchange, Gmail and old sendmails write them.
struct FreeFormBounce {
    private(set) var recipients: [String] = []
    private(set) var isPermanent = true
    private(set) var diagnostic: String?

    /// Limit: bytes of the report that are read; what follows is the returned mail.
    private static let mostBytes = 32_768

    private static let subjects = WordList.entries(
        of: """
            undeliver, delivery status notification, mail delivery, delivery fail, failure notice, returned mail, \
            return receipt, delivery notification, message delivery, could not be delivered, non-deliver, nondeliver, \
            delivery problem, delivery error, delivery report, mail system error, warning: could not send, \
            unzustellbar, nicht zugestellt, rücksendung, non remis, échec de la remise, no se puede entregar, \
            no entregado, mancata consegna, non recapitabile, niet bezorgd, onbestelbaar, não entregue, \
            não foi possível entregar, недоставлен, не доставлен, delayed, rejected mail, user unknown
            """)

    private static let temporary = WordList.entries(
        of: """
            delayed, will be retried, will continue to try, will keep trying, not yet been delivered, no action is required, \
            still trying, temporar, warning message only, do not need to resend, wird weiter versucht, verzögert
            """)

    private static let copies = WordList.entries(
        of: """
            this is a copy of the message, below this line is a copy, original message follows, unsent message below, \
            message headers follow, copy of your message, original message headers, returned message, message header
            """)

    /// Whether the mail system wrote the message, and says that something was not delivered.
    static func mayBe(_ message: Message) -> Bool {
        if message.header.first("X-Failed-Recipients") != nil || AutomaticMarks.isFromDaemon(message) { return true }
        let isMachine =
            AutomaticMarks.isFromPostmaster(message)
            || AutomaticMarks.hasNullReturnPath(message.header) || AutomaticMarks.isAutoSubmitted(message.header)
        guard isMachine else { return false }
        let subject = LetterCase.folded((message.subject ?? "").unicodeScalars.prefix(200))
        return subjects.contains { subject.containsBytes($0) }
    }

    init(_ message: Message) {
        let text = Self.reportText(of: message)
        let lines = text.split { $0 == ASCII.lf }.map { $0.trimmed }
        recipients = Self.headerRecipients(of: message) + Self.addresses(heading: lines, besides: message)
        var known: Set<String> = []
        recipients = recipients.filter { known.insert($0.asciiLowercased).inserted }
        diagnostic = lines.first { Self.replyClass(of: $0) != nil }.map { String(decoding: $0, as: UTF8.self) }
        let folded = LetterCase.folded(String(decoding: text, as: UTF8.self).unicodeScalars)
        let subject = LetterCase.folded((message.subject ?? "").unicodeScalars)
        switch lines.lazy.compactMap(Self.replyClass).first {
        case 0x35?: isPermanent = true
        case 0x34?: isPermanent = false
        default: isPermanent = !Self.temporary.contains { folded.containsBytes($0) || subject.containsBytes($0) }
        }
    }

    /// The report itself, up to the copy of the mail.
    private static func reportText(of message: Message) -> [UInt8] {
        let text = message.text ?? message.html.map { VisibleReply(ofHTML: $0).text } ?? ""
        let lines = text.utf8.prefix(mostBytes).split(omittingEmptySubsequences: false) { $0 == ASCII.lf }
        let report = lines.prefix { line in
            let folded = LetterCase.folded(Substring(line).unicodeScalars)
            return !copies.contains { folded.containsBytes($0) } && !folded.starts(with: "return-path:".utf8)
                && !folded.starts(with: "received:".utf8)
        }
        return Array(report.joined(separator: [ASCII.lf]))
    }
}

// Addresses, codes, identifiers.
extension FreeFormBounce {
    /// QUIRK: Exim and Gmail name them in a field of their own.
    private static func headerRecipients(of message: Message) -> [String] {
        message.header.all(named: "X-Failed-Recipients").flatMap { field in
            field.unfolded.split { $0 == ASCII.comma }.map { String(decoding: $0.trimmed, as: UTF8.self) }
        }
    }

    /// The addresses at the head of lines; where there are none, the first one in the text.
    private static func addresses(heading lines: [ArraySlice<UInt8>], besides message: Message) -> [String] {
        let own = Set((message.from + message.to).map { $0.address.asciiLowercased })
        let heads = lines.compactMap { address(at: $0.prefix { !$0.isBlank }) }
        let anywhere = lines.lazy.flatMap { $0.split { $0.isBlank } }.compactMap { address(at: $0) }
        let found = heads.isEmpty ? anywhere.first { !own.contains($0.asciiLowercased) }.map { [$0] } ?? [] : heads
        return Array(found.filter { !own.contains($0.asciiLowercased) }.prefix(DeliveryReport.mostRecipients))
    }

    private static func address(at word: ArraySlice<UInt8>) -> String? {
        let bare = word.trimming { "<>:;,()[]\"'.".utf8.contains($0) }
        // `smtp.mailfrom=ana@acme.test` and its like are no addresses, though their bytes could be.
        guard !bare.contains(ASCII.equals) else { return nil }
        return EmailAddress(String(decoding: bare, as: UTF8.self)).map(\.text)
    }

    /// `4` or `5` where the line holds a reply code (`550 `) or an enhanced one (`5.1.1`, RFC 3463 §2).
    private static func replyClass(of line: ArraySlice<UInt8>) -> UInt8? {
        for word in line.split(whereSeparator: { $0.isBlank || "#()[]:<>,;-".utf8.contains($0) }) {
            guard let first = word.first, first == 0x34 || first == 0x35 else { continue }
            let digits = word.filter { $0.isASCIIDigit }.count
            let dots = word.filter { $0 == ASCII.dot }.count
            let isPlain = digits == 3 && word.count == 3
            let isEnhanced = dots == 2 && digits + dots == word.count && word.dropFirst().first == ASCII.dot
            if isPlain || isEnhanced { return first }
        }
        return nil
    }

    /// The first `Message-ID:` line of a report that holds the mail, or its header, as plain text.
    static func messageID(in message: Message) -> MessageID? {
        let text = (message.text ?? "").utf8.prefix(4 * mostBytes)
        for line in text.split(separator: ASCII.lf) {
            let trimmed = Array(line).trimmed
            guard trimmed.startsIgnoringASCIICase(with: "message-id:".utf8) else { continue }
            return MessageID(String(decoding: trimmed.dropFirst(11).trimmed, as: UTF8.self))
        }
        return nil
    }
}
