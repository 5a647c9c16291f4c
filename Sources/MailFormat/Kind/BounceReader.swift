/// Tells a report about delivery from other mail, and reads it.
struct BounceReader {
    /// What a report about delivery says.
    enum Finding {
        case failure(DeliveryReport)
        /// Delivered, relayed or expanded (RFC 3464 §2.3.3): asked for, or a server's habit.
        case success
    }

    private let message: Message
    private let marks: AutomaticMarks

    /// What `message` reports about delivery; `nil` for other mail.
    static func finding(in message: Message, _ marks: AutomaticMarks) -> Finding? {
        BounceReader(message: message, marks: marks).finding
    }

    private var finding: Finding? {
        let statuses = message.parts.filter(\.isDeliveryStatus)
        guard statuses.isEmpty else { return isTrustedReport ? finding(by: statuses) : nil }
        var evidence = BounceEvidence(message, marks)
        guard evidence.isBounce() else { return nil }
        let finding = finding(byWords: evidence.text)
        guard case .failure(let report) = finding, report.failedRecipients.isEmpty, let inner = nestedReport else {
            return finding
        }
        return BounceReader(message: inner, marks: marks).finding(by: inner.leaves.filter(\.isDeliveryStatus))
    }

    /// A person may forward a report with all its parts; then the person wrote the mail.
    private var isTrustedReport: Bool {
        message.isReport(nil) || marks.areSet || marks.hasBounceField
            || !BounceSubjects.isAnswer(marks.subject)
    }

    private func finding(by statuses: [Part]) -> Finding? {
        let bytes = statuses.prefix(100).flatMap { $0.decodedBytes().prefix(Self.mostStatusBytes) + Self.emptyLine }
        let text = BounceText(message)
        guard let fields = StatusFields(bytes) else { return finding(byWords: text) }
        return fields.isFailure ? .failure(report(fields, text)) : .success
    }

    /// Limit: bytes of one part of status fields.
    private static let mostStatusBytes = 262_144
    private static let emptyLine: [UInt8] = [ASCII.lf, ASCII.lf]

    private func report(_ fields: StatusFields, _ text: BounceText) -> DeliveryReport {
        let recipients = FailedRecipients.unique(fields.recipients)
        return DeliveryReport(
            permanent: fields.isPermanent,
            recipients: recipients.isEmpty ? recipientsByWords(text) : recipients,
            originalMessageID: originalMessageID(text), diagnostic: fields.diagnostic)
    }

    private func finding(byWords text: BounceText) -> Finding {
        // QUIRK: the fields for machines as plain text, where the structure of the mail was lost on the way.
        if let fields = StatusFields(Array((text.lines + text.returned).joined(separator: [ASCII.lf]))) {
            return fields.isFailure ? .failure(report(fields, text)) : .success
        }
        if text.tellsOfSuccess { return .success }
        return .failure(
            DeliveryReport(
                permanent: isPermanent(text), recipients: recipientsByWords(text),
                originalMessageID: originalMessageID(text),
                diagnostic: text.lines.first { ReplyCode(in: $0) != nil }.map { String(decoding: $0, as: UTF8.self) }))
    }

    private func isPermanent(_ text: BounceText) -> Bool {
        let hasGivenUp = text.contains(BouncePhrases.givenUp)
        if !hasGivenUp, text.contains(BouncePhrases.stillTrying) || BouncePhrases.stillTrying.occurs(in: marks.subject)
        {
            return false
        }
        if let code = text.code { return code == .permanent }
        return hasGivenUp || !text.contains(BouncePhrases.passingCauses)
    }

    /// QUIRK: Exim and Gmail name them in a field of their own.
    private func recipientsByWords(_ text: BounceText) -> [String] {
        let named = message.header.all(named: "X-Failed-Recipients").flatMap { WrittenAddress.all(in: $0.unfolded) }
        return named.isEmpty ? FailedRecipients(text, of: message).all() : FailedRecipients.unique(named)
    }
}

// The mail that came back.
extension BounceReader {
    /// From the copy of the mail or of its header; else from the lines of a report in words.
    private func originalMessageID(_ text: BounceText) -> MessageID? {
        for copy in message.returnedCopies {
            if let identifier = Message(copy.decodedBytes()).messageID { return identifier }
        }
        let lines = text.returned + text.lines
        let field = lines.first { $0.startsIgnoringASCIICase(with: "message-id:".utf8) }
        return field.flatMap { MessageID(String(decoding: $0.dropFirst(11).trimmed, as: UTF8.self)) }
    }

    /// QUIRK: content filters wrap the whole report once more, and leave only the inner mail to say for whom it is.
    private var nestedReport: Message? {
        message.returnedCopies.lazy.map { Message($0.decodedBytes()) }.first {
            $0.parts.contains(where: \.isDeliveryStatus)
        }
    }
}

extension Part {
    /// `message/delivery-status`, and its form for addresses beyond ASCII (RFC 6533 §3).
    fileprivate var isDeliveryStatus: Bool {
        isOfType(["message/delivery-status", "message/global-delivery-status", "application/delivery-status"])
    }
}
