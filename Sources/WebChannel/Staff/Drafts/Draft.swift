import HTTPTypes
import Localization
import PortalCore
import Templates

/// Something new for a project, as it was typed: each kind has a page of its own.
protocol Draft: Sendable {
    /// The template of its page.
    static var template: String { get }
    /// The last part of its page's path.
    static var place: String { get }
    static var heading: Phrase { get }

    /// Nothing typed yet.
    init()
    init(_ form: OwnForm)

    /// Whether the page is only asked for more room.
    var wantsRoom: Bool { get }
    /// What it asks for.
    ///
    /// - Throws: `WrongEntry` for what cannot be read.
    func command(_ files: [FileContent], in project: ProjectID) throws -> WorkCommand
    /// What its page shows of it.
    ///
    /// - Parameter refused: whether it was sent, and could not be made.
    func value(on page: StaffProject, refused: Bool) -> TemplateValue
}

extension Draft {
    var wantsRoom: Bool { false }
}

/// What the pages of all kinds have.
enum DraftPage {
    static let names: TemplateNames = StaffHeading.names.merging([
        "workPath": .value, "project": .value, "action": .value, "form": .value, "limit": .value, "refused": .value,
        "subject": .value,
    ])

    static func path(_ place: String, in project: ProjectID, _ slug: String) -> String {
        SitePath.staff(slug, "projects/\(project)/\(place)")
    }

    /// People of the project who can be given something to do.
    static func people(of page: StaffProject) -> [Person] { page.people.filter { $0.access != .ended } }

    /// A date as browsers send it; nil where none was chosen.
    static func day(_ typed: String) -> String? { typed.utf8.isEmpty ? nil : typed }
}

extension Website {
    func draftActs<Kind: Draft>(_ kind: Kind.Type, _ project: ProjectID, _ slug: String) -> Acts {
        Acts(
            get: { try show(Kind(), of: project, slug, $0, problem: nil) },
            post: { try await make(kind, in: project, slug, $0) })
    }

    private func make<Kind: Draft>(
        _ kind: Kind.Type, in project: ProjectID, _ slug: String, _ visit: Visit
    ) async throws -> Answer {
        try await carryOut(
            staffFormAt: DraftPage.path(kind.place, in: project, slug), of: slug, visit,
            next: SitePath.staff(slug, "projects/\(project)"),
            { form in
                let draft = Kind(form)
                // It asks the core for nothing: the page is shown again.
                guard !draft.wantsRoom else { throw WrongEntry(text: .empty) }
                return .work(try draft.command(try await kept(form.content.files), in: project))
            },
            again: { reason, form in
                let draft = Kind(form)
                return try show(draft, of: project, slug, visit, problem: draft.wantsRoom ? nil : reason)
            })
    }

    private func show<Kind: Draft>(
        _ draft: Kind, of project: ProjectID, _ slug: String, _ visit: Visit, problem: Phrase?
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.staffProject(project, session, of: slug) else { return nil }
            let path = DraftPage.path(Kind.place, in: project, slug)
            let heading = StaffHeading(viewer: found.viewer, heading: Kind.heading).value(problem: problem)
            let common: TemplateValue = [
                "workPath": .text(SitePath.staff(slug, "projects/\(project)")),
                "project": .text(found.project.settings.title), "action": .text(path),
                "form": .text(token(for: path, key: session).text),
                "limit": .phrase(ReadableSize.limit(Int64(settings.uploadLimit))), "refused": .flag(problem != nil),
            ]
            let value = heading.adding(common).adding(draft.value(on: found, refused: problem != nil))
            return page(
                Kind.template, value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
