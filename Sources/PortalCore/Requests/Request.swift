package import MailFormat

/// What a client asks for: a trip, an event, a change. Staff confirm or decline it, and one of them takes it on.
package struct Request: Equatable, Sendable {
    package let id: RequestID
    package let organization: OrganizationID
    package let client: PersonID
    package let clientName: String
    /// Nil for something new.
    package let project: ProjectID?
    package let projectTitle: String?
    /// As it was written, with its `Field: value` lines.
    package let text: String
    /// False where the sender of the mail could not be verified; such a request is never confirmed by itself.
    package let verified: Bool
    package let at: Moment
    package let state: State
    /// Who of the staff has taken it on.
    package let assignee: PersonID?
    package let assigneeName: String?

    package enum State: Equatable, Sendable {
        case pending
        /// By nobody where the organization confirms at once.
        case confirmed(at: Moment, by: String?)
        case declined(at: Moment, by: String, reason: String)
    }

    package var isPending: Bool { state == .pending }

    /// The first line, for lists. Limit: 80 scalars.
    package var title: String {
        let lines = text.unicodeScalars.split { $0 == "\n" }
        guard let first = lines.first(where: { $0.contains { $0.value > 0x20 } }) else { return "" }
        return first.count <= 80 ? String(first) : String(first.prefix(79)) + "…"
    }

    /// Its `Field: value` lines, in order.
    package var fields: [RequestField] { RequestField.all(in: text) }

    /// The rule for confirming it and for declining it: staff do it, once.
    ///
    /// - Parameter missing: who lacks a travel document that it waits for.
    func confirming(by person: Person, missing: [String]) -> ItemRefusal? {
        guard person.isStaff else { return .onlyStaff }
        switch state {
        case .pending: return missing.isEmpty ? nil : .documentsMissing(missing)
        case .confirmed: return .alreadySo(title)
        case .declined: return .closed
        }
    }

    func declining(by person: Person) -> ItemRefusal? {
        guard person.isStaff else { return .onlyStaff }
        switch state {
        case .pending: return nil
        case .confirmed: return .closed
        case .declined: return .alreadySo(title)
        }
    }

    /// The rule for giving it to one of the staff: also after it was confirmed.
    func assigning(to assignee: PersonID, by person: Person, missing: [String]) -> ItemRefusal? {
        guard person.isStaff else { return .onlyStaff }
        if case .declined = state { return .closed }
        if self.assignee == assignee { return .alreadySo(title) }
        return missing.isEmpty ? nil : .documentsMissing(missing)
    }
}

/// Something that was said about a request: to its client and to staff, not to others of its project.
package struct Remark: Equatable, Sendable {
    package let id: RemarkID
    package let author: PersonID
    package let authorName: String
    package let authorIsStaff: Bool
    package let text: String
    package let verified: Bool
    package let at: Moment
}

/// A request on its way in.
package struct NewRequest: Equatable, Sendable {
    /// Whose it is, where staff enter it for a client; nil for one's own.
    package let client: EmailAddress?
    package let project: ProjectID?
    package let text: String
    package let attachments: [FileContent]

    package init(client: EmailAddress? = nil, project: ProjectID?, text: String, attachments: [FileContent]) {
        self.client = client
        self.project = project
        self.text = text
        self.attachments = attachments
    }
}

/// What an organization says of requests.
package struct RequestSettings: Equatable, Sendable {
    /// Whether clients may ask for something.
    package var areTaken: Bool
    /// Whether staff must confirm them; else each is confirmed at once.
    package var needApproval: Bool
    /// Who of the staff takes on each that comes in.
    package var assignee: EmailAddress?
    /// Whether each passenger of the client must have a travel document before one is confirmed or assigned.
    package var needDocuments: Bool

    package init(
        areTaken: Bool = true, needApproval: Bool = true, assignee: EmailAddress? = nil, needDocuments: Bool = false
    ) {
        self.areTaken = areTaken
        self.needApproval = needApproval
        self.assignee = assignee
        self.needDocuments = needDocuments
    }
}
