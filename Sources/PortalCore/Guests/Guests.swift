/// Guests, as lists and digests see them.
enum Guests: Noun {
    static let tool = Tool.guests

    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings] {
        try EventRecord.find(of: project.id, in: connection).map { [.event($0.settings)] } ?? []
    }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        try GuestRecord.all(of: project.id, in: connection).map(ListedThing.guest)
    }

    /// An event without guests has its page, too: there they are added.
    static func isShownEmpty(in project: Project, _ connection: any Connection) throws -> Bool {
        try EventRecord.find(of: project.id, in: connection) != nil
    }

    /// Clients who are guests themselves are asked on their dashboard, too.
    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] {
        try GuestRecord.waiting(at: person.address, of: person.organization, in: connection).compactMap { guest in
            guard let event = try EventRecord.find(of: guest.project, in: connection) else { return nil }
            let (settings, place) = (event.settings, event.settings.place)
            return WaitingThing(
                thing: .guest(guest.id), tool: tool, project: guest.project,
                title: place.utf8.isEmpty ? settings.title : place, due: settings.starts.day)
        }
    }
}

/// What came of guests that were to be put on the list.
package struct AddedGuests: Equatable, Sendable, Codable {
    package let added: [String]
    /// Whoever was on the list already; they stay as they are.
    package let known: [String]
    /// Lines of a table that could not be read.
    package let unread: [Int]
    /// Whether they are being asked now.
    package let areAsked: Bool

    package init(added: [String], known: [String], unread: [Int], areAsked: Bool) {
        self.added = added
        self.known = known
        self.unread = unread
        self.areAsked = areAsked
    }
}
