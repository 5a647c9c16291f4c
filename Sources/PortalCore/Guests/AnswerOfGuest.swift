extension Transaction {
    /// The rule for answers: until the event is over, about its present time and place.
    ///
    /// - Parameter person: who says so; nil for the guest.
    func answer(
        _ answer: GuestAnswer, of guest: Guest, by person: Person?, _ organization: Organization
    ) throws -> Outcome {
        let event = try EventRecord.find(of: guest.project, in: connection)
        if let event, event.isOver(at: now, in: organization.settings.timeZone) { return .refused(.item(.closed)) }
        if let shown = answer.sequence, let event, shown < event.sequence,
            answer.reply == .yes || answer.reply == .maybe
        {
            // An acceptance of another time is none of this one.
            try askAgain(guest)
            return .refused(.newerVersion(shown: shown, current: event.sequence))
        }
        guard let change = answer.applied(to: guest) else { return .refused(.tooLong(limit: Guest.longestNote)) }
        guard change.differs(from: guest) || answer.proposal != nil else { return .nothingToDo(.unchanged) }
        try GuestRecord.setAnswer(
            change.reply, party: change.party, note: change.note, of: guest.id, at: now, in: connection)
        try tellHosts(of: guest, answer, except: person)
        return .done(.item(.guestAnswered(guest.name, change.reply, party: change.party)))
    }

    /// Once in a while, so that a program that answers everything is not asked for ever.
    private func askAgain(_ guest: Guest) throws {
        let notice = Notice.item(.guest(.asked(guest.id)))
        if try !OutboxRecord.wasOwed(notice, to: guest.host, since: now + .hours(-1), in: connection) {
            try owe(notice, to: guest.host)
        }
    }

    /// Answers of five minutes travel together; another time that is proposed is told at once.
    private func tellHosts(of guest: Guest, _ answer: GuestAnswer, except person: Person?) throws {
        guard let project = try ProjectRecord.find(guest.project, in: connection) else { return }
        let news = GuestNotice.answers(guest.project, from: AnswerWindow.start(of: now))
        for host in try audience(of: project) where host.id != person?.id {
            if let proposal = answer.proposal, host.isStaff {
                try owe(.item(.guest(.proposed(guest.id, proposal, note: answer.note ?? ""))), to: host.id)
            } else {
                try oweOnce(.item(.guest(news)), to: host.id, due: AnswerWindow.end(of: now))
            }
        }
    }
}

/// Five minutes whose answers are told in one mail.
enum AnswerWindow {
    private static let length: Int64 = 300_000

    static func start(of now: Moment) -> Moment { Moment(milliseconds: now.milliseconds / length * length) }

    static func end(of now: Moment) -> Moment { Moment(milliseconds: start(of: now).milliseconds + length) }
}

extension GuestAnswer {
    struct Change {
        let reply: RSVP
        let party: Int
        let note: String

        func differs(from guest: Guest) -> Bool {
            reply != guest.reply || party != guest.party || !note.utf8.elementsEqual(guest.note.utf8)
        }
    }

    /// Nil beyond the limits.
    fileprivate func applied(to guest: Guest) -> Change? {
        let note = [self.note ?? guest.note, proposal.map { "\($0)?" } ?? ""].filter { !$0.utf8.isEmpty }
            .joined(separator: "\n")
        let party = self.party ?? guest.party
        guard note.utf8.count <= Guest.longestNote, (1...Guest.largestParty).contains(party) else { return nil }
        return Change(reply: reply ?? guest.reply, party: party, note: note)
    }
}
