import Localization
import PortalCore
import Templates

/// The pages of the staff: who they are not for finds nothing.
extension Website {
    func staffActs(_ place: Place.StaffPlace, _ slug: String) throws(Problem) -> Acts {
        let acts: Acts? =
            switch (place.page, place.thing) {
            case ("", nil): Acts(get: { try showStaff(slug, $0) })
            case ("test", nil): act(at: "test", slug) { _ in .roundTrip(.ask) }
            case ("resume", nil): act(at: "resume", slug) { _ in .sending(.resume(organization: slug)) }
            case ("guests", let project?):
                place.act == nil ? Acts(get: { try guestTable(ProjectID(number: project), slug, $0) }) : nil
            case ("people", let thing): peopleActs(thing, place.act, slug)
            case ("links", let thing): linkActs(thing, place.act, slug)
            case ("invitations", let asked?):
                place.act == nil ? Acts(get: { try showPeople(slug, $0, asked: asked) }) : nil
            case ("history", let before):
                place.act == nil ? Acts(get: { try showHistory(slug, before: before, $0) }) : nil
            case ("projects", let project?): projectWorkActs(ProjectID(number: project), place.act, slug)
            case ("deliverables", let thing?):
                deliverableWorkActs(DeliverableID(number: thing), place.act, slug)
            case ("files", let thing?): fileWorkActs(FileID(number: thing), place.act, slug)
            default: nil
            }
        guard let acts else { throw .notFound }
        return acts
    }

    /// Carries out a form of the staff's pages; for everybody else there is no such place.
    func carryOut(
        staffFormAt path: String, of slug: String, _ visit: Visit, next: String,
        _ command: (OwnForm) async throws -> ItemCommand, again: (Phrase, OwnForm) throws -> Answer
    ) async throws -> Answer {
        guard let session = visit.session(slug), try portal.isStaff(session, of: slug) else {
            return try inside(slug, visit) { _ in nil }
        }
        return try await carryOut(formAt: path, of: slug, visit, next: next, command, again: again)
    }
}

/// What is wrong with what was typed into a form, before there is anything to be asked.
struct WrongEntry: Error {
    let text: Phrase
}

/// What stands on top of each page of the staff.
struct StaffHeading {
    let viewer: Participant
    let heading: Phrase

    static let names: TemplateNames = [
        "home": .value, "staffPath": .value, "peoplePath": .value, "linksPath": .value, "requestsPath": .value,
        "historyPath": .value, "heading": .value, "problem": .value,
    ]

    func value(problem: Phrase?) -> TemplateValue {
        let settings = viewer.organization.settings
        return [
            "title": .phrase(.joined([heading, .verbatim(settings.name)], by: " · ")),
            "home": .text(SitePath.dashboard(settings.slug)),
            "staffPath": .text(SitePath.staff(settings.slug)),
            "peoplePath": .text(SitePath.staff(settings.slug, "people")),
            "linksPath": .text(SitePath.staff(settings.slug, "links")),
            "requestsPath": settings.tools.contains(.requests)
                ? .text(SitePath.tool(.requests, settings.slug)) : .absent,
            "historyPath": .text(SitePath.staff(settings.slug, "history")), "heading": .phrase(heading),
            "problem": .optional(problem),
        ]
    }
}

/// A button of the staff's pages: where it is sent, and its token.
struct StaffButtons {
    let slug: String
    /// The token of the form at a path.
    let token: (String) -> String

    static let names: TemplateNames = ["action", "form", "label", "whom", "on"]

    func button(_ place: String, _ label: Phrase, whom: String, on: Bool = false) -> TemplateValue {
        let path = SitePath.staff(slug, place)
        return [
            "action": .text(path), "form": .text(token(path)), "label": .phrase(label), "whom": .text(whom),
            "on": .flag(on),
        ]
    }
}
