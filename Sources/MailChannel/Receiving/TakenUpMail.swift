package import MailFormat
package import PortalCore

extension MailReceiver {
    /// Makes a request of a held mail, because one of the staff has looked at it and believes whom it is from. The policy
    /// stays as it is: the mail itself does nothing, and the request is marked as one whose sender was not verified.
    ///
    /// - Throws: a fault of the database, or of the disk that holds the mail.
    package func takeUp(_ entry: InboxEntry, as staff: EmailAddress, of slug: String, asked: String) async throws
        -> TakenUp
    {
        let reading = reading(of: MailFormat.Message(try portal.contents.bytes(of: entry.content)))
        guard reading.kind == .ordinary, case .one(let sender) = reading.evidence.sender else { return .nobodys }
        let files = try reading.files.map { file in
            let bytes = file.decodedBytes()
            return FileContent(
                name: file.name ?? "attachment", contentType: file.contentType, size: Int64(bytes.count),
                digest: try portal.contents.put(bytes), beginning: Array(bytes.prefix(FileContent.beginning)))
        }
        let text = [reading.subject, reading.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let request = NewRequest(client: sender, project: nil, text: text, attachments: files)
        let outcomes = try await portal.perform(
            [.item(.request(.submit(request)))], for: .staff(staff, organization: slug),
            because: .heldMail(entry.digest, asked: asked))
        return .outcomes(outcomes)
    }
}

/// What came of a held mail that was to become a request.
package enum TakenUp: Sendable, Equatable {
    case outcomes([Outcome])
    /// No single person wrote it, as far as can be told.
    case nobodys
}
