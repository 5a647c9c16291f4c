import HTTPTypes
import Localization
import PortalCore
import Templates

/// The pages of the things that a project holds.
enum ItemPages {
    /// The tools that have pages of their own below a project.
    static let tools: Set<Tool> = [
        .todos, .menus, .itineraries, .boards, .floorplans, .guests, .forms, .invoices, .documents,
    ]
    /// The tools that have pages of their own beside the projects.
    static let ofOrganization: Set<Tool> = [.requests, .passengers]
}

extension Website {
    /// One line for each noun; what it does not know is not found.
    func acts(at place: Place.ToolPlace, in project: ProjectID, of slug: String) throws(Problem) -> Acts {
        let acts: Acts? =
            switch place.tool {
            case .todos: toDoActs(place, project, slug)
            case .menus, .itineraries, .boards, .floorplans: exhibitActs(place, project, slug)
            case .guests: guestActs(place, project, slug)
            case .forms: formActs(place, project, slug)
            case .invoices: invoiceActs(place, project, slug)
            case .documents: documentActs(place, project, slug)
            case .messages, .files, .deliverables, .requests, .passengers: nil
            }
        guard let acts else { throw .notFound }
        return acts
    }

    /// The same for what belongs to the organization or to one of its clients.
    func acts(at place: Place.OrganizationToolPlace, of slug: String) throws(Problem) -> Acts {
        let acts: Acts? =
            switch place.tool {
            case .requests: requestActs(place, slug)
            case .passengers: passengerActs(place, slug)
            default: nil
            }
        guard let acts else { throw .notFound }
        return acts
    }

    /// Carries out the form that was sent to `path`, and goes on to `next`. Where it is refused for what was entered, the page
    /// is shown again with the reason.
    ///
    /// - Parameters:
    ///   - command: what the form asks for.
    ///   - again: the page, with the reason and the form as it was sent.
    ///   - done: a page that says what came of it; nil where `next` does.
    func carryOut(
        formAt path: String, of slug: String, _ visit: Visit, next: String,
        _ command: (OwnForm) async throws -> ItemCommand, again: (Phrase, OwnForm) throws -> Answer,
        done: (Outcome) throws -> Answer? = { _ in nil }
    ) async throws -> Answer {
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let form = try await OwnForm(visit, at: path, key: session, limit: settings.uploadLimit)
        let asked: ItemCommand
        do {
            asked = try await command(form)
        } catch let wrong as WrongEntry {
            return try again(wrong.text, form)
        }
        let outcome = try await portal.perform(
            [.item(asked)], for: .session(session, organization: slug), because: form.cause
        ).first
        guard case .refused(let refusal)? = outcome else { return try outcome.flatMap(done) ?? .seeOther(next) }
        if let answer = try turnedAway(refusal, from: slug) { return answer }
        return try again(RefusalWords.text(refusal), form)
    }
}

/// Where a tool's page stands, for the way back on top of it.
struct ToolHeading {
    let viewer: Participant
    let project: Project
    let tool: Tool

    static let names: TemplateNames = [
        "home": .value, "projectTitle": .value, "projectPath": .value, "heading": .value,
    ]

    var value: TemplateValue {
        let settings = viewer.organization.settings
        return [
            "title": .phrase(.joined([tool.title, .verbatim(project.settings.title)], by: " · ")),
            "home": .text(SitePath.dashboard(settings.slug)),
            "projectTitle": .text(project.settings.title),
            "projectPath": .text(SitePath.project(project.id, settings.slug)), "heading": .phrase(tool.title),
        ]
    }
}

/// The same for a page of the organization.
struct OrganizationHeading {
    let viewer: Participant
    let tool: Tool

    static let names: TemplateNames = ["home": .value, "heading": .value]

    var value: TemplateValue {
        let settings = viewer.organization.settings
        return [
            "title": .phrase(.joined([tool.title, .verbatim(settings.name)], by: " · ")),
            "home": .text(SitePath.dashboard(settings.slug)),
            "heading": .phrase(tool.title),
        ]
    }
}

extension Tool {
    /// As a page's heading.
    var title: Phrase {
        switch self {
        case .messages: Phrase("Messages")
        case .files: Phrase("Files")
        case .deliverables: Phrase("Deliverables")
        case .todos: Phrase("To-dos")
        case .menus: Phrase("Menus")
        case .itineraries: Phrase("Itineraries")
        case .boards: Phrase("Vision boards")
        case .floorplans: Phrase("Floor plans")
        case .invoices: Phrase("Invoices")
        case .requests: Phrase("Requests")
        case .passengers: Phrase("Passengers")
        case .guests: Phrase("Guests")
        case .forms: Phrase("Forms")
        case .documents: Phrase("Documents")
        }
    }
}
