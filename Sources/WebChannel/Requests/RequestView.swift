import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// One request: what was asked, where it stands, what was said about it.
struct RequestView {
    let page: RequestPage
    /// A form that could not be carried out.
    var sent: SentForm?
    var problem: Phrase?
    /// The token of the form at a path.
    let token: (String) -> String
    /// Bytes.
    let limit: Int

    static let names: TemplateNames = OrganizationHeading.names.merging([
        "problem": .value, "list": .value, "listTitle": .value, "request": .value, "status": .value, "state": .value,
        "client": .value, "about": .value, "at": .value, "iso": .value, "assignee": .value, "text": .value,
        "unverified": .value, "reason": .value, "missing": .value, "directory": .value, "limit": .value,
        "fields": .each(["fieldName", "fieldValue"]), "files": FileList.names, "fileCount": .value,
        "remarks": .each([
            "author": .value, "theirs": .value, "at": .value, "iso": .value, "words": .value, "unverified": .value,
            "files": FileList.names, "fileCount": .value,
        ]),
        "remark": ["action", "form", "draft"], "confirm": ["action", "form"],
        "decline": ["action", "form", "typedReason"],
        "assign": ["action": .value, "form": .value, "staff": .each(["staffAddress", "staffName", "chosen"])],
    ])

    private var settings: OrganizationSettings { page.viewer.organization.settings }
    private var request: Request { page.request }

    var value: TemplateValue {
        let isStaff = page.viewer.person.isStaff
        var reason: String?
        if case .declined(_, _, let said) = request.state { reason = said }
        let time = ReadableTime(zone: settings.timeZone)
        return OrganizationHeading(viewer: page.viewer, tool: .requests).value.adding([
            "problem": .optional(problem), "list": .text(SitePath.tool(.requests, settings.slug)),
            "listTitle": .phrase(Tool.requests.title), "request": .text(request.title),
            "status": .phrase(request.state.label), "state": .text(request.state.style),
            "client": isStaff ? .text(request.clientName) : .absent, "about": .optional(request.projectTitle),
            "at": .phrase(time.text(request.at)), "iso": .text(ReadableTime.iso(request.at)),
            "assignee": .optional(request.assigneeName), "text": .text(request.text),
            "unverified": .flag(!request.verified), "reason": .optional(reason),
            "missing": request.isPending ? .text(page.missing.joined(separator: ", ")) : .absent,
            "directory": .text(SitePath.tool(.passengers, settings.slug)),
            "limit": .phrase(ReadableSize.limit(Int64(limit))),
            "fields": .list(
                request.fields.map { ["fieldName": .text($0.name), "fieldValue": .text($0.value)] }),
            "files": FileList(files: page.files, slug: settings.slug, viewer: page.viewer.person).value,
            "fileCount": .number(page.files.count),
            "remarks": .list(page.remarks.map { remark($0, time) }),
        ]).adding(forms(isStaff: isStaff))
    }

    private func forms(isStaff: Bool) -> TemplateValue {
        let mayDecide = isStaff && request.isPending
        let reason = typed("reason", for: "decline")
        // Whoever declined it too late finds their words where they can still be sent.
        let isDecided = !mayDecide && sent?.isSent(to: path("decline")) ?? false
        let staff = page.staff.filter { $0.id != request.assignee }
        var isDeclined = false
        if case .declined = request.state { isDeclined = true }
        return [
            "remark": form("remark").adding(["draft": .text(isDecided ? reason : typed("text", for: "remark"))]),
            "confirm": mayDecide ? form("confirm") : .absent,
            "decline": mayDecide
                ? form("decline").adding(["typedReason": .text(reason)]) : .absent,
            "assign": isStaff && !isDeclined && !staff.isEmpty
                ? form("assign").adding([
                    "staff": .list(
                        staff.map {
                            [
                                "staffAddress": .text($0.address.text), "staffName": .text($0.name),
                                "chosen": .flag(typed("to", for: "assign").utf8.elementsEqual($0.address.text.utf8)),
                            ]
                        })
                ]) : .absent,
        ]
    }

    private func path(_ act: String) -> String {
        SitePath.tool(.requests, settings.slug, thing: request.id.number, act)
    }

    private func typed(_ field: String, for act: String) -> String { sent?.text(field, at: path(act)) ?? "" }

    private func form(_ act: String) -> TemplateValue {
        ["action": .text(path(act)), "form": .text(token(path(act)))]
    }

    private func remark(_ found: RequestPage.RemarkWithFiles, _ time: ReadableTime) -> TemplateValue {
        [
            "author": .text(found.remark.authorName), "theirs": .flag(found.remark.authorIsStaff),
            "at": .phrase(time.text(found.remark.at)), "iso": .text(ReadableTime.iso(found.remark.at)),
            "words": .text(found.remark.text), "unverified": .flag(!found.remark.verified),
            "files": FileList(files: found.files, slug: settings.slug, viewer: page.viewer.person).value,
            "fileCount": .number(found.files.count),
        ]
    }
}

extension Website {
    func showRequest(
        _ id: RequestID, _ slug: String, _ visit: Visit, sent: SentForm? = nil, problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.requestPage(id, session, of: slug) else { return nil }
            let view = RequestView(
                page: found, sent: sent, problem: problem,
                token: { token(for: $0, key: session).text }, limit: settings.uploadLimit)
            return page(
                "request", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
