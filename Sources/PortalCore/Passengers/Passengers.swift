/// Passengers, as lists and pages see them.
enum Passengers: OrganizationNoun {
    static let tool = Tool.passengers

    static func listed(for person: Person, in connection: any Connection) throws -> [ListedThing] {
        try PassengerRecord.all(seenBy: person, in: connection).map(ListedThing.passenger)
    }

    /// Clients: whose travel document is missing, where it must be there.
    static func waiting(
        for person: Person, of organization: Organization, in connection: any Connection
    ) throws -> [WaitingThing] {
        guard !person.isStaff, organization.settings.requests.needDocuments else { return [] }
        return try PassengerRecord.all(seenBy: person, in: connection).filter { $0.documents == 0 }
            .map {
                WaitingThing(thing: .passenger($0.id), tool: tool, project: nil, title: $0.details.name, due: nil)
            }
    }
}

/// What the page of passengers shows: staff all of them, a client those of their own directory.
package struct PassengersPage: Sendable, Equatable {
    package let viewer: Participant
    package let passengers: [PassengerWithDocuments]
    /// Into whose directory staff can add one.
    package let clients: [Person]

    package struct PassengerWithDocuments: Sendable, Equatable {
        package let passenger: Passenger
        package let documents: [StoredFile]
    }
}

extension Portal {
    /// The passengers that the holder of a session may see; nil when nobody is signed in, or the tool is off.
    package func passengersPage(_ session: Secret, of slug: String) throws -> PassengersPage? {
        try read(.passengers, session, slug) { viewer, connection in
            let people =
                viewer.person.isStaff
                ? try PersonRecord.all(of: viewer.organization.id, at: clock(), in: connection) : []
            let passengers = try PassengerRecord.all(seenBy: viewer.person, in: connection).map {
                PassengersPage.PassengerWithDocuments(
                    passenger: $0, documents: try PassengerRecord.documents(of: $0.id, in: connection))
            }
            return PassengersPage(
                viewer: viewer, passengers: passengers,
                clients: people.filter { !$0.isStaff && $0.access != .ended })
        }
    }
}
