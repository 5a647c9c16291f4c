import HTTPTypes
import Localization
import PortalCore
import Templates

/// One deliverable: what it is, its files, and the decision about it.
struct DeliverableView {
    let page: DeliverablePage
    /// Nil for those who have nothing to decide.
    let form: TemplateValue?
    /// Until when the decision can be taken back, and the form that does it for whoever made it.
    var undo: (until: Moment, token: FormToken?)?

    static let names: TemplateNames = [
        "home": .value, "project": ["projectTitle", "projectPath"], "deliverable": .value, "details": .value,
        "status": .value, "state": .value, "decided": ["decider", "at", "iso"], "files": FileList.names,
        "fileCount": .value, "decision": DecisionForm.names, "messages": MessageList.names, "messageCount": .value,
        "notice": .value, "round": ["until", "left"],
        "undo": ["until": .value, "iso": .value, "form": ["action", "token", "version"]],
    ]

    func value(notice: Phrase?) -> TemplateValue {
        let settings = page.viewer.organization.settings
        let deliverable = page.item.deliverable
        let status = StatusWords(deliverable.state, forStaff: page.viewer.person.isStaff)
        return [
            "title": .text("\(deliverable.settings.title) · \(settings.name)"),
            "home": .text(SitePath.dashboard(settings.slug)),
            "project": [
                "projectTitle": .text(page.item.project.settings.title),
                "projectPath": .text(SitePath.project(page.item.project.id, settings.slug)),
            ],
            "deliverable": .text(deliverable.settings.title), "details": .phrase(deliverable.settings.details),
            "status": .phrase(status.label), "state": .text(status.name), "decided": decided(settings),
            "files": FileList(files: page.item.files, slug: settings.slug, viewer: page.viewer.person).value,
            "fileCount": .number(page.item.files.count), "decision": form ?? .absent,
            "messages": MessageList(
                messages: page.messages, attachments: [:], slug: settings.slug,
                time: ReadableTime(zone: settings.timeZone), viewer: page.viewer.person
            ).value,
            "messageCount": .number(page.messages.count), "notice": .optional(notice),
            "round": round(settings), "undo": undo(settings),
        ]
    }

    /// Until when a decision is asked for, and how many days are left.
    private func round(_ settings: OrganizationSettings) -> TemplateValue {
        guard let due = page.item.deliverable.settings.due, page.item.deliverable.state == .pending else {
            return .absent
        }
        let left = page.daysLeft.map { days -> Phrase in
            if days < 0 { return Phrase("It is over.") }
            if days == 0 { return Phrase("That is today.") }
            return Phrase(days, one: "One day is left.", other: "\(days) days are left.")
        }
        return ["until": .phrase(ReadableTime.day(due)), "left": .optional(left)]
    }

    private func undo(_ settings: OrganizationSettings) -> TemplateValue {
        guard let undo else { return .absent }
        let deliverable = page.item.deliverable
        var form = TemplateValue.absent
        if let token = undo.token {
            form = [
                "action": .text(SitePath.undo(deliverable.id, settings.slug)), "token": .text(token.text),
                "version": .number(deliverable.settings.version),
            ]
        }
        return [
            "until": .phrase(ReadableTime(zone: settings.timeZone).timeOfDay(undo.until)),
            "iso": .text(ReadableTime.iso(undo.until)), "form": form,
        ]
    }

    private func decided(_ settings: OrganizationSettings) -> TemplateValue {
        guard case .decided(_, _, let at) = page.item.deliverable.state else { return .absent }
        return [
            "decider": .text(page.decider?.name ?? ""), "at": .phrase(ReadableTime(zone: settings.timeZone).text(at)),
            "iso": .text(ReadableTime.iso(at)),
        ]
    }
}

extension Website {
    func showDeliverable(_ id: DeliverableID, _ slug: String, _ visit: Visit) throws -> Answer {
        try showDeliverable(id, slug, visit, sent: nil, notice: nil, status: .ok)
    }

    func decide(_ id: DeliverableID, _ slug: String, _ visit: Visit) async throws -> Answer {
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let sent = try await OwnForm(visit, at: SitePath.decision(id, slug), key: session)
        guard var form = DecisionForm(sent, of: id) else { throw Problem.unreadableForm }
        guard let command = form.command else {
            form.problem = RefusalWords.noChoice
            return try showDeliverable(id, slug, visit, sent: form, notice: nil, status: .unprocessableContent)
        }
        let outcomes = try await portal.perform(
            [command], for: .session(session, organization: slug), because: sent.cause)
        guard case .refused(let refusal)? = outcomes.first else { return .seeOther(SitePath.deliverable(id, slug)) }
        if let answer = try turnedAway(refusal, from: slug) { return answer }
        if refusal.isAboutWhatWasTyped {
            form.problem = RefusalWords.decision(refusal)
            return try showDeliverable(id, slug, visit, sent: form, notice: nil, status: .unprocessableContent)
        }
        return try showDeliverable(
            id, slug, visit, sent: form, notice: RefusalWords.decision(refusal), status: .conflict)
    }

    func showDeliverable(
        _ id: DeliverableID, _ slug: String, _ visit: Visit, sent: DecisionForm?, notice: Phrase?,
        status: HTTPResponse.Status
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.deliverablePage(id, session, of: slug) else { return nil }
            let path = SitePath.decision(id, slug)
            let isAsked = found.item.deliverable.state == .pending && !found.viewer.person.isStaff
            let fresh = DecisionForm(found.item.deliverable)
            let shown = sent?.carried(to: fresh) ?? fresh
            let form = isAsked ? shown.value(path: path, token: token(for: path, key: session)) : nil
            var view = DeliverableView(page: found, form: form)
            if let decision = found.item.deliverable.decision, let until = decision.undoable(at: portal.now) {
                let isOwn = decision.person == found.viewer.person.id
                view.undo = (until, isOwn ? token(for: SitePath.undo(id, slug), key: session) : nil)
            }
            return page(
                "deliverable", view.value(notice: notice), frame(found.viewer, session: session), status: status)
        }
    }
}

extension Refusal {
    /// Whether the same form, filled in otherwise, may do.
    var isAboutWhatWasTyped: Bool {
        switch self {
        case .reasonMissing, .empty, .tooLong, .storageFull, .item: true
        case .notFound, .notSignedIn, .portalClosed, .toolOff, .onlyClientsDecide, .newerVersion, .alreadyDecided,
            .nothingToTakeBack, .decisionIsFinal, .notByMail, .alreadyUsed, .expired, .revoked, .wrongCode,
            .tooManyAttempts, .accessCodeNeeded, .contradictory,
            .versionIsFixed:
            false
        }
    }
}
