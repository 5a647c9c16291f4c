import HTTPTypes
import Localization
import PortalCore
import Templates

/// What is done on the page of portal links.
extension Website {
    func linkActs(_ thing: Int64?, _ act: String?, _ slug: String) -> Acts? {
        guard let thing else {
            return act == nil
                ? Acts(get: { try showLinks(slug, $0) }, post: { try await createLink(slug, $0) }) : nil
        }
        guard let act = act.flatMap(LinkAct.init) else { return nil }
        return Acts(post: { visit in
            try await carryOut(
                staffFormAt: SitePath.staff(slug, "links/\(thing)/\(act)"), of: slug, visit,
                next: SitePath.staff(slug, "links"),
                { .links(try act.command(about: PortalLinkID(number: thing), $0)) },
                again: { reason, form in
                    let path = SitePath.staff(slug, "links/\(thing)/\(act)")
                    return try showLinks(slug, visit, problem: reason, sent: SentForm(form, at: path))
                })
        })
    }

    private func showLinks(
        _ slug: String, _ visit: Visit, problem: Phrase? = nil, sent: SentForm? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.staffLinks(session, of: slug) else { return nil }
            let view = StaffLinksView(
                page: found, now: portal.now, problem: problem, sent: sent,
                buttons: StaffButtons(slug: slug) { token(for: $0, key: session).text })
            return page(
                "staff-links", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    /// Its secrets are shown in the answer and nowhere else. They follow from the form, so that whoever presses twice sees
    /// them too.
    private func createLink(_ slug: String, _ visit: Visit) async throws -> Answer {
        let path = SitePath.staff(slug, "links")
        guard let session = visit.session(slug), try portal.isStaff(session, of: slug),
            let viewer = try portal.viewer(session, of: slug)
        else { return try inside(slug, visit) { _ in nil } }
        let form = try await OwnForm(visit, at: path, key: session)
        let made: NewLinkForm
        do {
            made = try NewLinkForm(form, in: session, unnamed: linkName(for: viewer))
        } catch {
            return try showLinks(slug, visit, problem: error.text, sent: SentForm(form, at: path))
        }
        var outcome = try await portal.perform(
            [.item(.links(.create(made.link)))], for: .session(session, organization: slug), because: form.cause
        ).first
        if outcome == .nothingToDo(.alreadyDone) { outcome = try portal.outcomes(of: form.cause).first }
        if case .refused(let refusal) = outcome {
            if let answer = try turnedAway(refusal, from: slug) { return answer }
            return try showLinks(slug, visit, problem: RefusalWords.text(refusal), sent: SentForm(form, at: path))
        }
        guard case .done = outcome else { return .seeOther(path) }
        let view = StaffLinkMadeView(
            viewer: viewer, name: made.name, address: made.secret.map(site.portalLink), code: made.code)
        return page("staff-link-made", view.value, frame(viewer, session: session))
    }

    /// What a link is called that was given no name: when it was made, as the organization says it.
    private func linkName(for viewer: Participant) -> String {
        let organization = viewer.organization.settings
        return settings.languages.language(of: organization.locale)(
            ReadableTime(zone: organization.timeZone).text(portal.now))
    }
}

/// What is done with one link, as its path says it.
private enum LinkAct: String {
    case revoke, notify, expiry

    func command(about link: PortalLinkID, _ form: OwnForm) throws(WrongEntry) -> LinkCommand {
        switch self {
        case .revoke: .revoke(link)
        case .notify: .notify(link, form.isChecked("on"))
        case .expiry: .setExpiry(link, days: try form.days("days"), mailed: form.isChecked("mail"))
        }
    }
}

/// A portal link as its form says it, with the secrets that are made for it.
private struct NewLinkForm {
    let name: String
    let code: SixDigitCode?
    /// The link itself, where it is not mailed.
    let secret: Secret?
    let link: NewPortalLink

    /// - Parameters:
    ///   - session: whose form it is.
    ///   - unnamed: what it is called where no name was typed.
    init(_ form: OwnForm, in session: Secret, unnamed: String) throws(WrongEntry) {
        guard let client = Int64(form.value("client")) else {
            throw WrongEntry(text: Phrase("Please choose a client."))
        }
        let typed = form.text("name")
        name = typed.utf8.isEmpty ? unnamed : typed
        code = form.isChecked("code") ? form.code("access code", in: session) : nil
        secret = form.isChecked("shown") ? form.secret("portal link", in: session) : nil
        link = NewPortalLink(
            for: PersonID(number: client), name: name, days: try form.days("days"), code: code,
            notified: form.isChecked("news"), handedOver: secret)
    }
}

extension OwnForm {
    /// A number of days; nil where nothing was typed.
    fileprivate func days(_ name: String) throws(WrongEntry) -> Int? {
        let typed = text(name)
        guard !typed.utf8.isEmpty else { return nil }
        guard typed.utf8.count <= 4, typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int(typed),
            NewPortalLink.days.contains(days)
        else { throw WrongEntry(text: Phrase("Please give a number of days from 1 to 3650, or nothing.")) }
        return days
    }
}
