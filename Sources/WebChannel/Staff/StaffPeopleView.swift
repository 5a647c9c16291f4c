import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// Clients with their access, and the form that lets one in.
struct StaffPeopleView {
    let page: StaffPeople
    let now: Moment
    /// What was typed, where it could not be done.
    var typed: (address: String, name: String, project: String)?
    var problem: Phrase?
    let buttons: StaffButtons

    static let names: TemplateNames = StaffHeading.names.merging([
        "invite": [
            "action": .value, "form": .value, "address": .value, "person": .value, "asked": .value,
            "projects": .each(["number", "project", "chosen"]),
        ],
        "clientCount": .value, "left": .value,
        "clients": .each([
            "person": .value, "address": .value, "state": .value, "stateText": .value, "muted": .value,
            "projectNames": .value, "detail": .value, "acts": .each(StaffButtons.names),
        ]),
        "staff": .each(["person", "address", "role"]),
    ])

    var value: TemplateValue {
        StaffHeading(viewer: page.viewer, heading: Phrase("People")).value(problem: problem).adding([
            "invite": mayChange ? invite : .absent, "clientCount": .number(page.clients.entries.count),
            "left": .number(page.clients.left), "clients": .list(page.clients.entries.map(client)),
            "staff": .list(
                page.staff.map {
                    ["person": .text($0.name), "address": .text($0.address.text), "role": .phrase($0.role.word)]
                }),
        ])
    }

    private var mayChange: Bool { page.viewer.person.may(.access) }

    private var invite: TemplateValue {
        let path = SitePath.staff(buttons.slug, "people")
        let chosen = typed?.project ?? page.asked?.project.map { "\($0)" } ?? ""
        return [
            "action": .text(path), "form": .text(buttons.token(path)),
            "address": .text(typed?.address ?? page.asked?.address.text ?? ""), "person": .text(typed?.name ?? ""),
            "asked": .flag(page.asked != nil),
            "projects": .list(
                page.projects.map { project in
                    [
                        "number": .text("\(project.id)"), "project": .text(project.settings.title),
                        "chosen": .flag(chosen.utf8.elementsEqual("\(project.id)".utf8)),
                    ]
                }),
        ]
    }

    private func client(_ entry: ClientList.Entry) -> TemplateValue {
        let time = ReadableTime(zone: page.viewer.organization.settings.timeZone)
        let words = AccessWords(entry, at: now, time)
        return [
            "person": .text(entry.person.name), "address": .text(entry.person.address.text),
            "state": .text(words.name), "stateText": .phrase(words.text), "muted": .flag(entry.person.muted),
            "projectNames": .text(entry.projects.map(\.settings.title).joined(separator: ", ")),
            "detail": .optional(entry.invitation?.state == .bounced ? entry.invitation?.detail : nil),
            "acts": .list(mayChange ? acts(on: entry) : []),
        ]
    }

    private func acts(on entry: ClientList.Entry) -> [TemplateValue] {
        func button(_ act: String, _ label: Phrase) -> TemplateValue {
            buttons.button("people/\(entry.person.id)/\(act)", label, whom: entry.person.name)
        }
        let waits = entry.invitation?.isOpen(at: now) == true
        switch entry.person.access {
        case .none: return [button("invite", Phrase("Give access")), button("end", Phrase("End access"))]
        case .ended: return [button("invite", Phrase("Give access again"))]
        case .active: return [button("end", Phrase("End access"))]
        case .invited:
            return [button("invite", Phrase("Send the invitation again"))]
                + (waits ? [button("revoke", Phrase("Revoke it"))] : []) + [button("end", Phrase("End access"))]
        }
    }
}

extension Website {
    func peopleActs(_ thing: Int64?, _ act: String?, _ slug: String) -> Acts? {
        guard let thing else {
            return act == nil
                ? Acts(get: { try showPeople(slug, $0) }, post: { try await inviteClient(slug, $0) }) : nil
        }
        let person = PersonID(number: thing)
        let command: PeopleCommand? =
            switch act {
            case "invite": .sendInvitation(person)
            case "revoke": .revokeInvitation(person)
            case "end": .endAccess(person)
            default: nil
            }
        guard let command, let act else { return nil }
        return Acts(post: { visit in
            try await carryOut(
                staffFormAt: SitePath.staff(slug, "people/\(thing)/\(act)"), of: slug, visit,
                next: SitePath.staff(slug, "people"), { _ in .people(command) },
                again: { reason, _ in try showPeople(slug, visit, problem: reason) })
        })
    }

    func showPeople(
        _ slug: String, _ visit: Visit, asked: Int64? = nil, typed: (String, String, String)? = nil,
        problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard
                let found = try portal.staffPeople(
                    asked: asked.map(AskedInvitationID.init(number:)), session, of: slug)
            else { return nil }
            let view = StaffPeopleView(
                page: found, now: portal.now, typed: typed, problem: problem,
                buttons: StaffButtons(slug: slug) { token(for: $0, key: session).text })
            return page(
                "staff-people", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    private func inviteClient(_ slug: String, _ visit: Visit) async throws -> Answer {
        let path = SitePath.staff(slug, "people")
        return try await carryOut(
            staffFormAt: path, of: slug, visit, next: path,
            { form in
                guard let address = EmailAddress(form.text("email")) else {
                    throw WrongEntry(text: Phrase("That is no email address."))
                }
                let project = Int64(form.value("project")).map { NewClient.Wanted.project(ProjectID(number: $0)) }
                return .people(.invite(NewClient(address, called: form.text("name"), to: project)))
            },
            again: { reason, form in
                try showPeople(
                    slug, visit, typed: (form.text("email"), form.text("name"), form.value("project")),
                    problem: reason)
            })
    }
}
