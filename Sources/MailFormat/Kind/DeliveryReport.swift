/// What a server says about a mail that it could not deliver.
package struct DeliveryReport: Equatable, Sendable {
    /// Whether the server has given up; otherwise it still tries.
    package let permanent: Bool
    /// The addresses that were not reached, as the server names them; perhaps none. Limit: 100.
    package let failedRecipients: [String]
    /// The Message-ID of the mail that was not delivered, where the report names it.
    package let originalMessageID: MessageID?
    /// The server's own words, for staff only. Limit: 500 bytes.
    package let diagnostic: String?

    static let mostRecipients = 100
    static let longestDiagnostic = 500

    /// The report that `message` is, RFC 3464 or free-form; `nil` for other mail, and for reports of success.
    init?(of message: Message) {
        let status = message.leaves.first {
            $0.contentType.isMessage && $0.contentType.subtype.utf8.elementsEqual("delivery-status".utf8)
        }
        if let status, let fields = StatusFields(status.decodedBytes()) {
            guard fields.isFailure else { return nil }
            self.init(message, permanent: fields.isPermanent, fields.recipients, fields.diagnostic)
        } else if status != nil || FreeFormBounce.mayBe(message) {
            let bounce = FreeFormBounce(message)
            self.init(message, permanent: bounce.isPermanent, bounce.recipients, bounce.diagnostic)
        } else {
            return nil
        }
    }

    private init(_ message: Message, permanent: Bool, _ recipients: [String], _ diagnostic: String?) {
        self.permanent = permanent
        failedRecipients = Array(recipients.prefix(Self.mostRecipients))
        originalMessageID = Self.originalMessageID(in: message)
        self.diagnostic = diagnostic.map { String(decoding: $0.utf8.prefix(Self.longestDiagnostic), as: UTF8.self) }
    }

    /// From the copy of the mail or of its header; else from the lines of a free-form report.
    private static func originalMessageID(in message: Message) -> MessageID? {
        for leaf in message.leaves {
            let type = leaf.contentType.mimeType
            guard
                ["message/rfc822", "message/global", "text/rfc822-headers"].contains(
                    where: type.equalsIgnoringASCIICase)
            else { continue }
            if let identifier = Message(leaf.decodedBytes()).messageID { return identifier }
        }
        return FreeFormBounce.messageID(in: message)
    }
}
