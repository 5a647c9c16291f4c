import HTTPTypes
import Localization
import MailFormat
import PortalCore

/// The forms of the guest list, as commands.
enum GuestForms {
    /// One guest by name and address, a table of them, or the press that asks all who were not asked yet.
    static func command(_ form: OwnForm, in project: ProjectID) throws(WrongEntry) -> ItemCommand {
        if form.value("act").utf8.elementsEqual("ask".utf8) { return .guest(.ask([], in: project)) }
        if let file = form.content.files.first {
            return .guest(.add(GuestTable(SeparatedValues(file.bytes)), in: project))
        }
        return try added(form.text("name"), form.text("address"), party: form.text("party"), in: project)
    }

    /// One guest, as typed.
    static func added(
        _ name: String, _ address: String, party: String, in project: ProjectID
    ) throws(WrongEntry) -> ItemCommand {
        let party = try count(party)
        let guest = EmailAddress(address).flatMap { NewGuest(name: name, address: $0, party: party) }
        return .guest(.add(GuestTable(guests: guest.map { [$0] } ?? []), in: project))
    }

    /// - Throws: `Problem.unreadableForm` where nothing was chosen, `WrongEntry` for a number that is none.
    static func answer(_ form: OwnForm) throws -> GuestAnswer {
        guard let reply = RSVP(sent: form.value("reply")) else { throw Problem.unreadableForm }
        let typed = form.text("party")
        // Nobody comes: that says the same once more.
        let isCounted = form.has("party") && !(reply == .no && typed.utf8.elementsEqual("0".utf8))
        return GuestAnswer(
            reply, party: isCounted ? try count(typed) : nil, note: form.has("note") ? form.text("note") : nil)
    }

    /// The same of a guest, who was shown a version of the invitation.
    static func answerOfGuest(_ form: OwnForm) throws -> GuestAnswer {
        var answer = try answer(form)
        guard form.has("sequence") else { return answer }
        guard let sequence = number(form.value("sequence")) else { throw Problem.unreadableForm }
        answer.sequence = sequence
        return answer
    }

    /// Whoever types nothing comes alone.
    private static func count(_ typed: String) throws(WrongEntry) -> Int {
        if typed.utf8.isEmpty { return 1 }
        guard let count = number(typed), (1...Guest.largestParty).contains(count) else {
            throw WrongEntry(
                text: Phrase("How many they are in all is a number from 1 to \(Guest.largestParty)."))
        }
        return count
    }

    /// Limit: nine digits.
    private static func number(_ text: String) -> Int? {
        (1...9).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
    }
}

extension Website {
    func guestActs(_ place: Place.ToolPlace, _ project: ProjectID, _ slug: String) -> Acts? {
        switch (place.thing, place.act) {
        case (nil, nil):
            return Acts(
                get: { try showGuests(project, slug, $0) },
                post: { visit in
                    let path = SitePath.tool(.guests, of: project, slug)
                    return try await change(path, project, slug, visit) { try GuestForms.command($0, in: project) }
                })
        case (let number?, "remove"?):
            let path = SitePath.thing(number, .guests, of: project, slug, "remove")
            return Acts(post: { visit in
                try await change(path, project, slug, visit) { _ in
                    .guest(.remove([GuestID(number: number)], in: project))
                }
            })
        case (let number?, "answer"?):
            let path = SitePath.thing(number, .guests, of: project, slug, "answer")
            return Acts(post: { visit in
                try await change(path, project, slug, visit) { form in
                    .guest(.answer(GuestID(number: number), in: project, try GuestForms.answer(form)))
                }
            })
        default: return nil
        }
    }

    private func change(
        _ path: String, _ project: ProjectID, _ slug: String, _ visit: Visit,
        _ command: (OwnForm) async throws -> ItemCommand
    ) async throws -> Answer {
        try await carryOut(
            formAt: path, of: slug, visit, next: SitePath.tool(.guests, of: project, slug), command,
            again: { reason, form in
                try showGuests(project, slug, visit, problem: reason, sent: SentForm(form, at: path))
            },
            done: { outcome in
                // The list shows who was added, but not what was left out.
                guard case .done(.item(.guestsAdded(let guests))) = outcome, guests.leavesOut else { return nil }
                return try showGuests(project, slug, visit, notice: guests.words)
            })
    }

    private func showGuests(
        _ project: ProjectID, _ slug: String, _ visit: Visit, notice: Phrase? = nil, problem: Phrase? = nil,
        sent: SentForm? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.guestPage(project, session, of: slug) else { return nil }
            let view = GuestsView(page: found, notice: notice, problem: problem, sent: sent) {
                token(for: $0, key: session).text
            }
            return page(
                "guests", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}

extension AddedGuests {
    fileprivate var leavesOut: Bool { !known.isEmpty || !unread.isEmpty }

    /// What came of a table, or of one guest, with what was left out.
    fileprivate var words: Phrase {
        var sentences: [Phrase] = []
        if !added.isEmpty {
            sentences.append(Phrase("On the list now: \(added.joined(separator: ", "))."))
        }
        if !known.isEmpty {
            sentences.append(Phrase("On it before, and left as they were: \(known.joined(separator: ", "))."))
        }
        if !unread.isEmpty {
            let lines = unread.map { "\($0)" }.joined(separator: ", ")
            sentences.append(
                Phrase(
                    "Not read, for want of a name, an email address or a number that can be: line \(lines)."))
        }
        return .joined(sentences, by: " ")
    }
}
