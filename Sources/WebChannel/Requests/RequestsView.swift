import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page of requests: a short form, and what was asked for.
struct RequestsView {
    let page: RequestsPage
    /// The form, where it could not be carried out.
    var sent: SentForm?
    var problem: Phrase?
    /// The token of the form at a path.
    let token: (String) -> String
    /// Bytes.
    let limit: Int

    static let names: TemplateNames = OrganizationHeading.names.merging([
        "problem": .value, "staff": .value, "limit": .value,
        "ask": ["action", "form", "draft"], "projects": .each(["id", "projectTitle", "chosen"]),
        "clients": .each(["clientAddress", "clientName", "chosen"]),
        "waiting": .each(row), "settled": .each(row), "waitingCount": .value, "settledCount": .value,
    ])

    static let row: TemplateNames = [
        "path": .value, "request": .value, "client": .value, "about": .value, "at": .value, "iso": .value,
        "status": .value, "state": .value, "assignee": .value,
    ]

    var value: TemplateValue {
        let isStaff = page.viewer.person.isStaff
        let slug = page.viewer.organization.settings.slug
        let path = SitePath.tool(.requests, slug)
        let (waiting, settled) = (page.requests.filter(\.isPending), page.requests.filter { !$0.isPending })
        let mayAsk = isStaff ? !page.clients.isEmpty : page.viewer.organization.settings.requests.areTaken
        return OrganizationHeading(viewer: page.viewer, tool: .requests).value.adding([
            "problem": .optional(problem), "staff": .flag(isStaff), "limit": .phrase(ReadableSize.limit(Int64(limit))),
            "ask": mayAsk
                ? [
                    "action": .text(path), "form": .text(token(path)),
                    "draft": .text(sent?.text("text", at: path) ?? ""),
                ]
                : .absent,
            "projects": .list(
                page.projects.map {
                    [
                        "id": .text("\($0.id)"), "projectTitle": .text($0.settings.title),
                        "chosen": .flag(sent?.text("project", at: path)?.utf8.elementsEqual("\($0.id)".utf8) ?? false),
                    ]
                }),
            "clients": .list(
                page.clients.map {
                    [
                        "clientAddress": .text($0.address.text), "clientName": .text($0.name),
                        "chosen": .flag(
                            sent?.text("client", at: path)?.utf8.elementsEqual($0.address.text.utf8) ?? false),
                    ]
                }),
            "waiting": .list(waiting.map(row)), "settled": .list(settled.map(row)),
            "waitingCount": .number(waiting.count), "settledCount": .number(settled.count),
        ])
    }

    private func row(_ request: Request) -> TemplateValue {
        let settings = page.viewer.organization.settings
        return [
            "path": .text(SitePath.tool(.requests, settings.slug, thing: request.id.number)),
            "request": .text(request.title),
            "client": page.viewer.person.isStaff ? .text(request.clientName) : .absent,
            "about": .optional(request.projectTitle),
            "at": .phrase(ReadableTime(zone: settings.timeZone).text(request.at)),
            "iso": .text(ReadableTime.iso(request.at)), "status": .phrase(request.state.label),
            "state": .text(request.state.style), "assignee": .optional(request.assigneeName),
        ]
    }
}

extension Request.State {
    var label: Phrase {
        switch self {
        case .pending: Phrase("Waits for an answer")
        case .confirmed: Phrase("Confirmed")
        case .declined: Phrase("Declined")
        }
    }

    /// The name of its color.
    var style: String {
        switch self {
        case .pending: "pending"
        case .confirmed: "approved"
        case .declined: "rejected"
        }
    }
}

extension Website {
    func requestActs(_ place: Place.OrganizationToolPlace, _ slug: String) -> Acts? {
        guard let number = place.thing else {
            return place.act == nil
                ? Acts(get: { try showRequests(slug, $0) }, post: { try await submitRequest(slug, $0) }) : nil
        }
        let id = RequestID(number: number)
        switch place.act {
        case nil: return Acts(get: { try showRequest(id, slug, $0) })
        case "confirm"?: return Acts(post: { try await act(on: id, "confirm", slug, $0) { _ in .confirm(id) } })
        case "decline"?:
            return Acts(post: { visit in
                try await act(on: id, "decline", slug, visit) { .decline(id, reason: $0.text("reason")) }
            })
        case "assign"?:
            return Acts(post: { visit in
                try await act(on: id, "assign", slug, visit) { .assign(id, to: $0.text("to")) }
            })
        case "remark"?:
            return Acts(post: { visit in
                try await act(on: id, "remark", slug, visit) {
                    .remark(id, text: $0.text("text"), attachments: try await kept($0.content.files))
                }
            })
        default: return nil
        }
    }

    private func showRequests(
        _ slug: String, _ visit: Visit, sent: SentForm? = nil, problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.requestsPage(session, of: slug) else { return nil }
            let view = RequestsView(
                page: found, sent: sent, problem: problem,
                token: { token(for: $0, key: session).text }, limit: settings.uploadLimit)
            return page(
                "requests", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    private func submitRequest(_ slug: String, _ visit: Visit) async throws -> Answer {
        let path = SitePath.tool(.requests, slug)
        return try await carryOut(
            formAt: path, of: slug, visit, next: path,
            { form in
                let form = RequestForm(form, attachments: try await kept(form.content.files))
                return .request(.submit(form.request))
            },
            again: { reason, form in
                try showRequests(slug, visit, sent: SentForm(form, at: path), problem: reason)
            })
    }

    private func act(
        on id: RequestID, _ act: String, _ slug: String, _ visit: Visit,
        _ command: (OwnForm) async throws -> RequestCommand
    ) async throws -> Answer {
        let path = SitePath.tool(.requests, slug, thing: id.number, act)
        return try await carryOut(
            formAt: path, of: slug, visit, next: SitePath.tool(.requests, slug, thing: id.number),
            { .request(try await command($0)) },
            again: { reason, form in
                try showRequest(id, slug, visit, sent: SentForm(form, at: path), problem: reason)
            })
    }
}
