/// What a receiver says of a mail that its user called unwanted, RFC 5965.
package struct ComplaintReport: Equatable, Sendable {
    /// `abuse`, `fraud`, `virus`, `not-spam`, `opt-out` …; ASCII lower case, `abuse` where the report names none.
    package let feedbackType: String
    /// To whom the mail went, as far as the report tells; often left out. Limit: 100.
    package let originalRecipients: [String]
    /// The domain that the mail was from, in ASCII lower case, where the report names it.
    package let reportedDomain: String?
    /// The Message-ID of the mail that was complained about, where the report holds it.
    package let originalMessageID: MessageID?

    private static let mostRecipients = 100

    /// The complaint that `message` is; `nil` for other mail.
    init?(of message: Message) {
        guard let fields = Self.fields(of: message) else { return nil }
        let type = fields.first("Feedback-Type")?.unfolded.asciiLowercased ?? []
        feedbackType = type.isEmpty ? "abuse" : String(decoding: type, as: UTF8.self)
        let original = Self.original(in: message)
        let named = (fields.all(named: "Original-Rcpt-To") + fields.all(named: "Removal-Recipient"))
            .flatMap { WrittenAddress.all(in: $0.unfolded) }
        let known = original.map { Self.recipients(knownTo: $0) } ?? []
        originalRecipients = Array(FailedRecipients.unique(named.isEmpty ? known : named).prefix(Self.mostRecipients))
        reportedDomain = fields.first("Reported-Domain").map {
            String(decoding: $0.unfolded.asciiLowercased, as: UTF8.self)
        }
        originalMessageID = original?.messageID
    }

    /// The fields of the report; of Hotmail's old way, which has none but marks, an empty header.
    private static func fields(of message: Message) -> Header? {
        if let part = message.leaves.first(where: {
            $0.contentType.mimeType.utf8.elementsEqual("message/feedback-report".utf8)
        }) {
            return Header(part.decodedBytes())
        }
        let isReport = message.isReport("feedback-report") || message.header.first("Feedback-Type") != nil
        return isReport || isHotmail(message) ? message.header : nil
    }

    /// QUIRK: Hotmail sends the mail as it was, from `staff@hotmail.com`, with fields that name the user: in the mail's own
    /// header, or in that of the copy.
    private static func isHotmail(_ message: Message) -> Bool {
        if message.header.first("X-HmXmrOriginalRecipient") != nil { return true }
        let isStaff = message.from.contains { $0.address.startsIgnoringCase("staff@hotmail.") }
        let subject = LetterCase.folded((message.subject ?? "").unicodeScalars.prefix(200))
        return isStaff && subject.trimmed.starts(with: "complaint about message".utf8)
    }

    private static func original(in message: Message) -> Message? {
        let types = ["message/rfc822", "message/global", "text/rfc822-headers"]
        let copy = message.leaves.first { leaf in
            types.contains { leaf.contentType.mimeType.utf8.elementsEqual($0.utf8) }
        }
        return copy.map { Message($0.decodedBytes()) }
            ?? (message.header.first("X-HmXmrOriginalRecipient") == nil ? nil : message)
    }

    private static func recipients(knownTo original: Message) -> [String] {
        original.header.first("X-HmXmrOriginalRecipient").map { WrittenAddress.all(in: $0.unfolded) }
            ?? original.to.compactMap { EmailAddress($0.address)?.text }
    }
}

extension String {
    fileprivate func startsIgnoringCase(_ prefix: String) -> Bool { utf8.startsIgnoringASCIICase(with: prefix.utf8) }
}
