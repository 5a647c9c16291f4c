import HTTPTypes
import Localization
import PortalCore
import Templates

/// What the staff see first: what needs attention, and where everything stands.
struct StaffView {
    let page: StaffOverview
    var problem: Phrase?
    let buttons: StaffButtons

    static let names: TemplateNames = StaffHeading.names.merging([
        "calm": .value, "questionCount": .value,
        "stop": ["mails": .value, "bounced": .value, "at": .value, "iso": .value, "resume": StaffButtons.names],
        "programCount": .value,
        "programs": .each([
            "path": .value, "file": .value, "size": .value, "author": .value, "project": .value, "projectPath": .value,
            "at": .value, "iso": .value, "act": StaffButtons.names,
        ]),
        "requestCount": .value, "moreRequests": .value,
        "requests": .each(["path", "request", "client", "at", "iso", "assignee"]), "questionCount": .value,
        "questions": .each(["path", "project", "author", "at", "iso", "words"]),
        "undeliveredCount": .value, "undelivered": .each(["person", "address", "subject", "at", "iso", "result"]),
        "heldCount": .value, "held": .each(["number", "subject", "from", "at", "iso", "why"]),
        "clients": .value, "invited": .value, "openLinks": .value,
        "projects": .each(["path", "project", "status", "phase", "clientNames", "waiting"]), "projectCount": .value,
        "test": StaffButtons.names, "tested": .value,
    ])

    var value: TemplateValue {
        let attention = page.attention
        return StaffHeading(viewer: page.viewer, heading: Phrase("Staff")).value(problem: problem).adding([
            "calm": .flag(attention.isEmpty), "stop": attention.stop.map(stop) ?? .absent,
            "programCount": .number(attention.programs.count), "programs": .list(attention.programs.map(program)),
            "requestCount": .number(attention.openRequests),
            "moreRequests": .flag(attention.openRequests > attention.requests.count),
            "requests": .list(attention.requests.map(request)),
            "questionCount": .number(attention.questions.count),
            "questions": .list(attention.questions.map(question)),
            "undeliveredCount": .number(attention.undelivered.count),
            "undelivered": .list(attention.undelivered.map(undelivered)),
            "heldCount": .number(attention.held.count), "held": .list(attention.held.map(held)),
            "clients": .text("\(page.clients)"), "invited": .text("\(page.invited)"),
            "openLinks": .text("\(page.openLinks)"),
            "projects": .list(page.projects.map(row)), "projectCount": .number(page.projects.count),
            "test": buttons.button("test", Phrase("Send me a test invitation"), whom: ""),
            "tested": .optional(page.roundTrip.map(tested)),
        ])
    }

    private var time: ReadableTime { ReadableTime(zone: page.viewer.organization.settings.timeZone) }

    private func stop(_ stop: SendingStop) -> TemplateValue {
        let mayResume = page.viewer.person.may(.access)
        return [
            "mails": .number(stop.count.mails), "bounced": .number(stop.count.bounced),
            "at": .phrase(time.text(stop.since)), "iso": .text(ReadableTime.iso(stop.since)),
            "resume": mayResume ? buttons.button("resume", Phrase("Let mails go out again"), whom: "") : .absent,
        ]
    }

    private func program(_ held: HeldFile) -> TemplateValue {
        let file = held.file
        return [
            "path": .text(SitePath.file(file.id, buttons.slug)), "file": .text(file.content.name),
            "size": .phrase(ReadableSize.text(file.content.size)), "author": .text(held.author),
            "project": .text(held.projectTitle), "projectPath": .text(SitePath.project(held.project, buttons.slug)),
            "at": .phrase(time.text(file.at)), "iso": .text(ReadableTime.iso(file.at)),
            "act": buttons.button("files/\(file.id)/release", Phrase("Release"), whom: file.content.name),
        ]
    }

    private func request(_ request: Request) -> TemplateValue {
        [
            "path": .text(SitePath.tool(.requests, buttons.slug, thing: request.id.number)),
            "request": .text(request.title), "client": .text(request.clientName),
            "at": .phrase(time.text(request.at)), "iso": .text(ReadableTime.iso(request.at)),
            "assignee": .optional(request.assigneeName),
        ]
    }

    private func question(_ question: Attention.Question) -> TemplateValue {
        [
            "path": .text(SitePath.project(question.project.id, buttons.slug)),
            "project": .text(question.project.settings.title), "author": .text(question.message.authorName),
            "at": .phrase(time.text(question.message.at)), "iso": .text(ReadableTime.iso(question.message.at)),
            "words": .text(DashboardView.excerpt(question.message.text)),
        ]
    }

    private func undelivered(_ mail: Attention.Undelivered) -> TemplateValue {
        [
            "person": .text(mail.person), "address": .text(mail.address), "subject": .text(mail.subject),
            "at": .phrase(time.text(mail.at)), "iso": .text(ReadableTime.iso(mail.at)), "result": .text(mail.result),
        ]
    }

    private func held(_ mail: InboxEntry) -> TemplateValue {
        [
            "number": .text("\(mail.id)"), "subject": .text(mail.subject), "from": .text(mail.sender),
            "at": .phrase(time.text(mail.received)), "iso": .text(ReadableTime.iso(mail.received)),
            "why": .phrase(HoldWords.why(mail.outcomes)),
        ]
    }

    private func row(_ row: StaffProjectRow) -> TemplateValue {
        let phases = page.viewer.organization.settings.phases
        let phase = row.project.settings.phase
        return [
            "path": .text(SitePath.staff(buttons.slug, "projects/\(row.project.id)")),
            "project": .text(row.project.settings.title), "status": .text(row.project.settings.status),
            "phase": .text(phases.indices.contains(phase - 1) ? phases[phase - 1] : "\(phase)"),
            "clientNames": .text(row.clients.map(\.name).joined(separator: ", ")), "waiting": .number(row.waiting),
        ]
    }

    private func tested(_ trip: RoundTrip) -> Phrase {
        let sent = Phrase("Your last test was mailed on \(time.text(trip.asked)).")
        let answer =
            trip.answered.map { Phrase("Your answer came on \(time.text($0)): mail works both ways.") }
            ?? Phrase("No answer to it has come yet.")
        return .joined([sent, answer], by: " ")
    }
}

extension Website {
    func showStaff(_ slug: String, _ visit: Visit, problem: Phrase? = nil) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.staffOverview(session, of: slug) else { return nil }
            let buttons = StaffButtons(slug: slug) { token(for: $0, key: session).text }
            return page(
                "staff", StaffView(page: found, problem: problem, buttons: buttons).value,
                frame(found.viewer, session: session), status: problem == nil ? .ok : .unprocessableContent)
        }
    }

    /// A form of the first page, and back there.
    func act(at place: String, _ slug: String, _ command: @escaping (OwnForm) -> ItemCommand) -> Acts {
        Acts(post: { visit in
            try await carryOut(
                staffFormAt: SitePath.staff(slug, place), of: slug, visit, next: SitePath.staff(slug),
                { command($0) }, again: { reason, _ in try showStaff(slug, visit, problem: reason) })
        })
    }
}
