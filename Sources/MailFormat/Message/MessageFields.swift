extension Message {
    /// The mailboxes of the From field, tolerantly read; whoever is to be trusted is `header.sender`.
    package var from: [Mailbox] { mailboxes("From") }
    package var to: [Mailbox] { mailboxes("To") }
    package var cc: [Mailbox] { mailboxes("Cc") }
    package var replyTo: [Mailbox] { mailboxes("Reply-To") }

    /// The decoded subject, `nil` without one.
    package var subject: String? { header.first("Subject")?.text }

    /// Seconds since 1970, `nil` when the Date field is missing or names no moment.
    package var date: Int? { header.first("Date").flatMap { MailDate.seconds($0.unfolded) } }

    package var messageID: MessageID? { identifiers("Message-ID").first }
    /// The first identifier of the In-Reply-To field.
    package var inReplyTo: MessageID? { identifiers("In-Reply-To").first }
    /// The identifiers of the References field, oldest first. Limit: 1,000.
    package var references: [MessageID] { identifiers("References") }

    private func mailboxes(_ name: String) -> [Mailbox] {
        header.first(name).map { Mailbox.list($0.unfolded) } ?? []
    }

    /// RFC 5322 §3.6.4. QUIRK: identifiers without angle brackets, and blanks within them, are put right.
    private func identifiers(_ name: String) -> [MessageID] {
        guard let value = header.first(name)?.unfolded else { return [] }
        guard value.contains(ASCII.less) else {
            let words = value.split(maxSplits: Self.mostIdentifiers) { $0.isBlank || $0 == ASCII.comma }
            return words.prefix(Self.mostIdentifiers).compactMap(Self.identifier)
        }
        let pieces = value.split(separator: ASCII.less, maxSplits: Self.mostIdentifiers)
        return pieces.prefix(Self.mostIdentifiers).compactMap { piece in
            piece.firstIndex(of: ASCII.greater).flatMap { Self.identifier(piece[..<$0]) }
        }
    }

    private static let mostIdentifiers = 1_000

    private static func identifier(_ bytes: ArraySlice<UInt8>) -> MessageID? {
        MessageID(String(decoding: bytes.filter { !$0.isBlank }, as: UTF8.self))
    }
}
