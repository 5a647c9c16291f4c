/// Requests, as lists and pages see them.
enum Requests: OrganizationNoun {
    static let tool = Tool.requests

    static func listed(for person: Person, in connection: any Connection) throws -> [ListedThing] {
        try RequestRecord.all(seenBy: person, in: connection).map(ListedThing.request)
    }

    /// Staff: what nobody has taken on, and what they have taken on themselves.
    static func waiting(
        for person: Person, of organization: Organization, in connection: any Connection
    ) throws -> [WaitingThing] {
        guard person.isStaff else { return [] }
        return try RequestRecord.all(seenBy: person, in: connection)
            .filter { $0.isPending && ($0.assignee == nil || $0.assignee == person.id) }
            .map { WaitingThing(thing: .request($0.id), tool: tool, project: nil, title: $0.title, due: nil) }
    }
}

/// What the page of requests shows: staff all of them, a client their own.
package struct RequestsPage: Sendable, Equatable {
    package let viewer: Participant
    package let requests: [Request]
    /// What one may be about.
    package let projects: [Project]
    /// For whom staff can enter one.
    package let clients: [Person]
}

/// One request with all that was said about it.
package struct RequestPage: Sendable, Equatable {
    package let viewer: Participant
    package let request: Request
    package let files: [StoredFile]
    package let remarks: [RemarkWithFiles]
    /// To whom it can be given.
    package let staff: [Person]
    /// Who lacks a travel document that it waits for.
    package let missing: [String]

    package struct RemarkWithFiles: Sendable, Equatable {
        package let remark: Remark
        package let files: [StoredFile]
    }
}

extension Portal {
    /// The requests that the holder of a session may see; nil when nobody is signed in, or the tool is off.
    package func requestsPage(_ session: Secret, of slug: String) throws -> RequestsPage? {
        try read(.requests, session, slug) { viewer, connection in
            let people =
                viewer.person.isStaff
                ? try PersonRecord.all(of: viewer.organization.id, at: clock(), in: connection) : []
            return try RequestsPage(
                viewer: viewer, requests: RequestRecord.all(seenBy: viewer.person, in: connection),
                projects: ProjectRecord.all(seenBy: viewer.person, in: connection),
                clients: people.filter { !$0.isStaff && $0.access != .ended })
        }
    }

    /// What an organization's clients ask for, what waits first, for the shell; nil for no such organization.
    package func requests(of slug: String) throws -> [Request]? {
        try database.read { connection in
            try OrganizationRecord.find(slug, in: connection).map {
                try RequestRecord.all(of: $0.id, in: connection)
            }
        }
    }

    /// One request; nil looks the same for unknown and foreign ones.
    package func requestPage(_ id: RequestID, _ session: Secret, of slug: String) throws -> RequestPage? {
        try read(.requests, session, slug) { viewer, connection in
            guard let request = try RequestRecord.find(id, seenBy: viewer.person, in: connection) else { return nil }
            let remarks = try RequestRecord.remarks(of: id, in: connection).map { remark in
                RequestPage.RemarkWithFiles(
                    remark: remark, files: try RequestRecord.files(of: id, remark: remark.id, in: connection))
            }
            let people = try PersonRecord.all(of: viewer.organization.id, at: clock(), in: connection)
            return try RequestPage(
                viewer: viewer, request: request, files: RequestRecord.files(of: id, remark: nil, in: connection),
                remarks: remarks, staff: people.filter { $0.isStaff && $0.mayAct },
                missing: PassengerRecord.missing(of: request.client, viewer.organization, in: connection))
        }
    }
}
