/// News about requests.
package enum RequestNotice: Equatable, Sendable, Codable, ItemNews {
    /// To staff: a client asks for something.
    case received(RequestID)
    /// To whoever has it now.
    case assigned(RequestID)
    /// To its client: where it stands.
    case told(RequestID)
    /// Somebody said something about it.
    case remarked(RequestID, RemarkID)

    var topic: String { "request-\(request)" }

    private var request: RequestID {
        switch self {
        case .received(let id), .assigned(let id), .told(let id), .remarked(let id, _): id
        }
    }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        let connection = loader.connection
        guard let found = try RequestRecord.find(request, seenBy: recipient, in: connection),
            let organization = try OrganizationRecord.find(found.organization, in: connection)
        else { return nil }
        var remark: Remark?
        if case .remarked(_, let id) = self {
            remark = try RequestRecord.remark(id, of: request, in: connection)
            if remark == nil { return nil }
        }
        let letter = RequestLetter(
            request: found, remark: remark,
            files: try RequestRecord.files(of: request, remark: remark?.id, in: connection),
            missing: try PassengerRecord.missing(of: found.client, organization, in: connection),
            isForStaff: recipient.isStaff, isForAssignee: found.assignee == recipient.id)
        return (.item(.request(letter)), .things(ListedThings([.request(request)], in: nil)), [])
    }
}

/// What a mail about a request says.
package struct RequestLetter: Sendable, Equatable {
    package let request: Request
    /// What was said about it, where the mail is about that.
    package let remark: Remark?
    /// Of the remark, or of the request.
    package let files: [StoredFile]
    /// Who lacks a travel document that it waits for.
    package let missing: [String]
    package let isForStaff: Bool
    /// Whether its recipient is who has taken it on.
    package let isForAssignee: Bool
}
