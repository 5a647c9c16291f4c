import HTTPTypes
import Localization
import PortalCore
import Templates

/// What is done on the pages by which staff manage a project.
extension Website {
    func projectWorkActs(_ project: ProjectID, _ act: String?, _ slug: String) -> Acts? {
        switch act {
        case nil: return Acts(get: { try showWork(on: project, slug, $0) })
        case "progress":
            return work("projects/\(project)/progress", on: { project }, slug) { form in
                .setProgress(project, status: form.text("status"), phase: Int(form.value("phase")) ?? 0)
            }
        case "files":
            return work("projects/\(project)/files", on: { project }, slug) { form in
                .shareFiles(
                    project, try await kept(form.content.files), visible: form.isChecked("visible"))
            }
        case "invoice":
            return Acts(
                get: { try showInvoiceForm(project, slug, $0) },
                post: { try await issueInvoice(project, slug, $0) })
        case DeliverableDraft.place: return draftActs(DeliverableDraft.self, project, slug)
        case DocumentDraft.place: return draftActs(DocumentDraft.self, project, slug)
        case QuestionnaireDraft.place: return draftActs(QuestionnaireDraft.self, project, slug)
        case ToDoDraft.place: return draftActs(ToDoDraft.self, project, slug)
        default: return nil
        }
    }

    func deliverableWorkActs(_ id: DeliverableID, _ act: String?, _ slug: String) -> Acts? {
        let project = { try portal.project(of: .show(id, true)) }
        switch act {
        case "visible":
            return work("deliverables/\(id)/visible", on: project, slug) { .show(id, $0.isChecked("on")) }
        case "version":
            return work("deliverables/\(id)/version", on: project, slug) { form in
                let due = form.text("due")
                return .addVersion(
                    NewVersion(
                        of: id, after: Int(form.value("after")) ?? 0, due: due.utf8.isEmpty ? nil : due,
                        files: try await kept(form.content.files)))
            }
        default: return nil
        }
    }

    func fileWorkActs(_ id: FileID, _ act: String?, _ slug: String) -> Acts? {
        switch act {
        case "visible":
            return work("files/\(id)/visible", on: { try portal.project(of: .showFile(id, true)) }, slug) {
                .showFile(id, $0.isChecked("on"))
            }
        case "release": return self.act(at: "files/\(id)/release", slug) { _ in .work(.release(id)) }
        default: return nil
        }
    }

    /// A form on the page of a project, and back there.
    private func work(
        _ place: String, on project: @escaping () throws -> ProjectID?, _ slug: String,
        _ command: @escaping (OwnForm) async throws -> WorkCommand
    ) -> Acts {
        Acts(post: { visit in
            let project = try project() ?? ProjectID(number: 0)
            return try await carryOut(
                staffFormAt: SitePath.staff(slug, place), of: slug, visit,
                next: SitePath.staff(slug, "projects/\(project)"), { .work(try await command($0)) },
                again: { reason, form in
                    let sent = SentForm(form, at: SitePath.staff(slug, place))
                    return try showWork(on: project, slug, visit, problem: reason, sent: sent)
                })
        })
    }

    private func showWork(
        on project: ProjectID, _ slug: String, _ visit: Visit, problem: Phrase? = nil, sent: SentForm? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.staffProject(project, session, of: slug) else { return nil }
            let view = StaffProjectView(
                page: found, problem: problem, sent: sent, limit: settings.uploadLimit,
                buttons: StaffButtons(slug: slug) { token(for: $0, key: session).text })
            return page(
                "staff-project", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
