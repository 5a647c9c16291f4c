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

    /// Whether its reader wants no more of such mail (RFC 5965 §7.3, and what was in use before it); other reports say that a
    /// mail was wanted, forged or harmful.
    package var asksForSilence: Bool {
        ["abuse", "opt-out", "opt-out-list"].contains { feedbackType.utf8.elementsEqual($0.utf8) }
    }

    private static let mostRecipients = 100

    /// The complaint that `message` is; `nil` for other mail.
    init?(of message: Message, _ marks: AutomaticMarks) {
        guard let fields = Self.fields(of: message, marks) else { return nil }
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
    private static func fields(of message: Message, _ marks: AutomaticMarks) -> Header? {
        if let part = message.parts.first(where: { $0.isOfType(["message/feedback-report"]) }) {
            return Header(part.decodedBytes())
        }
        let isReport = marks.hasComplaintField || message.isReport("feedback-report") || isHotmail(message, marks)
        return isReport ? message.header : nil
    }

    /// QUIRK: Hotmail sends the mail from `staff@hotmail.com`, and names the user in the header of the copy.
    private static func isHotmail(_ message: Message, _ marks: AutomaticMarks) -> Bool {
        marks.subject.starts(with: "complaint about message".utf8)
            && message.from.contains { $0.address.utf8.startsIgnoringASCIICase(with: "staff@hotmail.".utf8) }
    }

    /// The copy; QUIRK: or the mail itself, which Hotmail once sent on as it was, with fields that name the user.
    private static func original(in message: Message) -> Message? {
        message.returnedCopies.first.map { Message($0.decodedBytes()) }
            ?? (message.header.first("X-HmXmrOriginalRecipient") == nil ? nil : message)
    }

    private static func recipients(knownTo original: Message) -> [String] {
        original.header.first("X-HmXmrOriginalRecipient").map { WrittenAddress.all(in: $0.unfolded) }
            ?? original.to.compactMap { EmailAddress($0.address)?.text }
    }
}
