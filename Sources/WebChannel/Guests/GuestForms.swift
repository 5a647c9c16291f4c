import HTTPTypes
import Localization
import MailFormat
import PortalCore

/// The forms of the guest list, as commands.
enum GuestForms {
    /// One guest by name and address, a table of them, or the press that asks all who were not asked yet.
    static func command(_ form: OwnForm, in project: ProjectID) -> ItemCommand {
        if form.value("act").utf8.elementsEqual("ask".utf8) { return .guest(.ask([], in: project)) }
        if let file = form.content.files.first {
            return .guest(.add(GuestTable(SeparatedValues(file.bytes)), in: project))
        }
        return added(form.text("name"), form.text("address"), party: form.text("party"), in: project)
    }

    /// One guest, as typed.
    static func added(_ name: String, _ address: String, party: String, in project: ProjectID) -> ItemCommand {
        let guest = EmailAddress(address).flatMap { NewGuest(name: name, address: $0, party: count(party) ?? 1) }
        return .guest(.add(GuestTable(guests: guest.map { [$0] } ?? []), in: project))
    }

    /// - Throws: `Problem.unreadableForm` where nothing was chosen.
    static func answer(_ form: OwnForm) throws -> GuestAnswer {
        guard let reply = RSVP(sent: form.value("reply")) else { throw Problem.unreadableForm }
        let note = form.text("note")
        return GuestAnswer(
            reply, party: count(form.text("party")),
            note: form.content.fields.contains { $0.name.utf8.elementsEqual("note".utf8) } ? note : nil)
    }

    /// Limit: three digits.
    private static func count(_ text: String) -> Int? {
        (1...3).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
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
                    return try await change(path, project, slug, visit) { GuestForms.command($0, in: project) }
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
                try showGuests(
                    project, slug, visit, problem: reason, draft: (form.text("name"), form.text("address")))
            })
    }

    private func showGuests(
        _ project: ProjectID, _ slug: String, _ visit: Visit, problem: Phrase? = nil,
        draft: (String, String) = ("", "")
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.guestPage(project, session, of: slug) else { return nil }
            let view = GuestsView(page: found, problem: problem, draft: draft) { token(for: $0, key: session).text }
            return page(
                "guests", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
