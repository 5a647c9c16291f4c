/// News about guests.
package enum GuestNotice: Equatable, Sendable, Codable, ItemNews {
    /// To the guest: will you come? Again where time or place changed.
    case asked(GuestID)
    /// To the guest: it is taken back.
    case uninvited(GuestID)
    /// To the guest: this is how your answer was read.
    case noted(GuestID, RSVP, party: Int)
    /// To the guest: a mail was not sure enough; here is the page.
    case onPage(GuestID)
    /// To those who keep the list: what was answered in five minutes.
    case answers(ProjectID, from: Moment)
    /// To staff: a guest proposes another time.
    case proposed(GuestID, String, note: String)

    var topic: String {
        switch self {
        case .asked(let id), .uninvited(let id), .noted(let id, _, _), .onPage(let id), .proposed(let id, _, _):
            "guest-\(id)"
        case .answers(let project, _): "list-guests-\(project)"
        }
    }

    /// The guest whom the mail goes to.
    private var guest: GuestID? {
        switch self {
        case .asked(let id), .uninvited(let id), .noted(let id, _, _), .onPage(let id): id
        case .answers, .proposed: nil
        }
    }

    var isNews: Bool { guest == nil }

    func recipient(insteadOf person: Person, by loader: LetterLoader) throws -> Person? {
        guard let guest else { return person }
        return try GuestRecord.find(guest, in: loader.connection).map { $0.addressee(of: person.organization) }
    }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .asked(let id): try loader.guest(id, isAsked: true) { .guestAsked($0) }
        case .uninvited(let id): try loader.guest(id, isAsked: false) { .guestUninvited($0) }
        case .noted(let id, let reply, let party):
            try loader.guest(id, isAsked: true) { .guestNoted($0, reply, party: party) }
        case .onPage(let id): try loader.guest(id, isAsked: true) { .guestOnPage($0) }
        case .answers(let project, let from): try loader.answers(in: project, from: from, for: recipient)
        case .proposed(let id, let proposal, let note): try loader.proposed(id, proposal, note)
        }
    }
}

/// What a mail to a guest says.
package struct GuestLetter: Sendable, Equatable {
    package let guest: Guest
    package let project: Project
    package let event: Event
    /// Of the page on which they answer; nil where there is nothing to answer.
    package let secret: Secret?
}

/// What was answered lately, for those who keep the list.
package struct GuestNews: Sendable, Equatable {
    package let project: Project
    package let answered: [Guest]
    package let counts: GuestCounts
}

extension LetterLoader {
    fileprivate func guest(
        _ id: GuestID, isAsked: Bool, _ letter: (GuestLetter) -> ItemLetter
    ) throws -> Loaded? {
        guard let guest = try GuestRecord.find(id, in: connection), (guest.removed == nil) == isAsked,
            let organization = try GuestRecord.organization(of: guest, in: connection),
            let project = try ProjectRecord.find(guest.project, in: connection),
            let event = try EventRecord.find(of: guest.project, in: connection),
            !event.isOver(at: now, in: organization.settings.timeZone)
        else { return nil }
        let secret = isAsked ? Secret(.link, from: randomness) : nil
        let content = letter(GuestLetter(guest: guest, project: project, event: event, secret: secret))
        return (
            .item(content), .guest(id, guest.project), secret.map { [.guest(id, $0.digest)] } ?? []
        )
    }

    fileprivate func answers(in project: ProjectID, from: Moment, for recipient: Person) throws -> Loaded? {
        guard let found = try ProjectRecord.find(project, seenBy: recipient, in: connection) else { return nil }
        let guests = try GuestRecord.all(of: project, in: connection)
        let end = AnswerWindow.end(of: from)
        let answered = guests.filter { $0.answered.map { from <= $0 && $0 < end } ?? false }
        guard !answered.isEmpty else { return nil }
        let news = GuestNews(project: found, answered: answered, counts: GuestCounts(guests))
        return (
            .item(.guestAnswers(news)), .things(ListedThings(answered.map { .guest($0.id) }, in: project)), []
        )
    }

    fileprivate func proposed(_ id: GuestID, _ proposal: String, _ note: String) throws -> Loaded? {
        guard let guest = try GuestRecord.find(id, in: connection), guest.removed == nil,
            let project = try ProjectRecord.find(guest.project, in: connection)
        else { return nil }
        return (.item(.guestProposes(project, guest, proposal, note: note)), .conversation(project.id), [])
    }
}
