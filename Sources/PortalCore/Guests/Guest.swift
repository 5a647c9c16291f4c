package import MailFormat

/// Somebody on the guest list of an event: perhaps a person of the portal, mostly not.
///
/// Whoever they are, they are asked at their address, and answer from it or behind the link that was mailed to it.
package struct Guest: Equatable, Sendable {
    package let id: GuestID
    package let project: ProjectID
    package let name: String
    package let address: EmailAddress
    package let reply: RSVP
    /// People who come, the guest counted.
    package let party: Int
    /// In the guest's words.
    package let note: String
    /// Who put them on the list: on whose behalf they are asked.
    package let host: PersonID
    /// When they were asked last.
    package let asked: Moment?
    package let answered: Moment?
    /// Why they could not be asked, in the mail server's words.
    package let bounced: String?
    package let removed: Moment?

    /// Limit: guests of one event, people of one party, and bytes of a note.
    package static let most = 500
    package static let largestParty = 100
    package static let longestNote = 1_000
    /// How long nobody is asked again who did not answer.
    static let pause = Moment.Span.days(1)
}

/// Whether somebody comes.
package enum RSVP: String, Codable, Sendable, CaseIterable {
    case open, yes, no, maybe
}

/// Somebody to be put on the list.
package struct NewGuest: Equatable, Sendable {
    package let name: String
    package let address: EmailAddress
    package let party: Int

    /// Nil for a name that cannot be shown or that mail programs would make a link of, and for a party beyond the limit.
    package init?(name: String, address: EmailAddress, party: Int = 1) {
        let shown = name.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
        guard (1...100).contains(shown.unicodeScalars.count), (1...Guest.largestParty).contains(party),
            shown.unicodeScalars.allSatisfy(\.canStandInName), !Self.holdsLink(Array(shown.unicodeScalars))
        else { return nil }
        self.name = shown
        self.address = address
        self.party = party
    }

    /// Whether `name`, which is mailed to a stranger, holds an address: an `@`, a `://`, or a dot between two words, the first
    /// of which is no initial and no title.
    private static func holdsLink(_ name: [Unicode.Scalar]) -> Bool {
        if name.contains("@") || name.contains("＠") { return true }
        return name.indices.contains { index in
            if name[index] == ":" { return name[index...].starts(with: "://".unicodeScalars) }
            guard dots.contains(name[index]), let next = name[(index + 1)...].first, next.isWordly else { return false }
            let word = Array(name[..<index].reversed().prefix(while: \.isWordly).reversed())
            return !word.isEmpty && !isShort(word, before: next)
        }
    }

    /// "J.R. Tolkien", "Dr.Reis", "St.John".
    private static func isShort(_ word: [Unicode.Scalar], before next: Unicode.Scalar) -> Bool {
        guard !next.properties.isLowercase else { return false }
        return word.count == 1 || titles.contains { $0.unicodeScalars.elementsEqual(word) }
    }

    /// As resolvers read them.
    private static let dots = Set(".。．｡․".unicodeScalars)
    private static let titles = [
        "Dr", "Prof", "Mr", "Mrs", "Ms", "St", "Sr", "Jr", "Sra", "Dra", "Ing", "Mag", "Dipl", "Hr", "Fr", "Mme",
        "Mlle",
    ]
}

/// What a guest says, or somebody for them.
package struct GuestAnswer: Equatable, Sendable {
    /// Nil where only words came.
    package var reply: RSVP?
    /// People who come, the guest counted; nil leaves it as it is.
    package var party: Int?
    /// Nil leaves it as it is.
    package var note: String?
    /// The time that is proposed instead, in people's words.
    package var proposal: String?
    /// The version of the invitation that was answered; nil for the present one.
    package var sequence: Int?

    package init(
        _ reply: RSVP? = nil, party: Int? = nil, note: String? = nil, proposal: String? = nil, sequence: Int? = nil
    ) {
        self.reply = reply
        self.party = party
        self.note = note
        self.proposal = proposal
        self.sequence = sequence
    }
}

/// How many come.
package struct GuestCounts: Equatable, Sendable {
    /// Guests by their answer.
    package private(set) var replies: [RSVP: Int] = [:]
    /// People who come for sure.
    package private(set) var people = 0

    init(_ guests: [Guest]) {
        for guest in guests {
            replies[guest.reply, default: 0] += 1
            if guest.reply == .yes { people += guest.party }
        }
    }

    package func count(_ reply: RSVP) -> Int { replies[reply] ?? 0 }
}

/// What a page of guests shows.
package struct GuestPage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let event: Event?
    package let guests: [Guest]
    package let counts: GuestCounts
    /// How many were not asked yet.
    package let unasked: Int
}

extension Portal {
    /// The guests of a project; nil when nobody is signed in, or for them there is no such page.
    package func guestPage(_ id: ProjectID, _ session: Secret, of slug: String) throws -> GuestPage? {
        try read(.guests, of: id, session, slug) { viewer, project, connection in
            let guests = try GuestRecord.all(of: id, in: connection)
            return GuestPage(
                viewer: viewer, project: project, event: try EventRecord.find(of: id, in: connection), guests: guests,
                counts: GuestCounts(guests), unasked: guests.count { $0.asked == nil })
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isWordly: Bool { properties.isAlphabetic || properties.numericType != nil || self == "-" }

    /// No control, no line break, and no mark that turns the direction of what follows.
    fileprivate var canStandInName: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        case .format: value == 0x200C || value == 0x200D
        default: true
        }
    }
}
