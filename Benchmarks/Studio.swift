import MailFormat
import PortalCore

/// What the portal holds while it is measured: one studio, and one client who is signed in and is asked for decisions.
struct Studio {
    static let slug = "acme"

    let ground: Ground
    /// The client's session.
    let session: Secret
    /// A decision that was asked for by mail, with the address to answer to.
    let questions: [Question]

    struct Question {
        let deliverable: DeliverableID
        let replyTo: EmailAddress
    }

    /// - Parameters:
    ///   - deliverables: in each project; each asks for a decision.
    ///   - decided: how many of them the client has decided since, in each project.
    ///   - messages: in each project.
    init(on ground: Ground, projects: Int, deliverables: Int, decided: Int = 0, messages: Int = 0) async throws {
        self.ground = ground
        session = ground.portal.freshSecret()
        let base = try Self.address(Ground.address)
        try await Self.furnish(ground.portal, projects: projects, deliverables: deliverables)
        let invitation = try await Self.letters(ground.portal).lazy.compactMap(\.invitation).first
        guard let invitation else { throw BenchmarkFault("nobody was invited") }
        try await Self.expect(
            ground.portal.perform(
                [.acceptInvitation(session: session)], for: .invitation(invitation), because: .shell("accept")))
        questions = try await Self.letters(ground.portal).compactMap { letter in
            guard case .decisionAsked(let item) = letter.content else { return nil }
            return base.tagged(letter.reply.text).map { Question(deliverable: item.deliverable.id, replyTo: $0) }
        }
        try await decide(decided)
        try await talk(messages)
        // Nothing is owed when the measurement begins.
        _ = try await Self.letters(ground.portal)
    }

    private static func furnish(_ portal: Portal, projects: Int, deliverables: Int) async throws {
        let (dana, ana) = (try address("dana@client.test"), try address("ana@client.test"))
        var commands: [Command] = [
            .setOrganization(try organization()), .setPerson(person(dana, "Dana Client", .client), organization: slug),
            .setPerson(person(ana, "Ana Studio", .owner), organization: slug),
        ]
        for number in 1...projects {
            let project = ProjectSettings(
                name: "project-\(number)", kind: .project, title: "Project number \(number)",
                summary: "Two minutes about the harbor at dawn, for the fair in May.", status: "cutting", phase: 3,
                starts: "2026-02-02", due: "2026-05-04", people: [dana, ana])
            commands.append(.setProject(project, organization: slug))
            for item in 1...deliverables {
                let settings = DeliverableSettings(
                    project: project.name, name: "item-\(item)", title: "Item \(item) of \(number)", kind: "Video",
                    format: "MP4", visible: true, version: 1, files: [])
                commands.append(.setDeliverable(settings, organization: slug))
            }
        }
        commands.append(.invite(dana, organization: slug))
        try await expect(portal.perform(commands, for: .administrator, because: .shell("furnish")))
    }

    private func decide(_ count: Int) async throws {
        let asked = try ground.portal.dashboard(session, of: Self.slug)?.asked ?? []
        for items in Dictionary(grouping: asked, by: \.project.id).values {
            for item in items.prefix(count) {
                let decision = Decision(deliverable: item.deliverable.id, version: 1, kind: .approved, comment: "")
                try await Self.expect(
                    ground.portal.perform(
                        [.decide(decision)], for: .session(session, organization: Self.slug),
                        because: .form(nonce: "decide \(item.deliverable.id)")))
            }
        }
    }

    /// The client writes in every project.
    private func talk(_ messages: Int) async throws {
        let projects = try ground.portal.dashboard(session, of: Self.slug)?.projects.map(\.project.id) ?? []
        for project in projects {
            let posts = (0..<messages).map { number in
                Command.postMessage(
                    NewMessage(project: project, text: "Thank you, that is number \(number).", attachments: []))
            }
            try await Self.expect(
                ground.portal.perform(
                    posts, for: .session(session, organization: Self.slug), because: .form(nonce: "talk \(project)")))
        }
    }

    /// Takes every letter that is due, as if it had been sent.
    private static func letters(_ portal: Portal) async throws -> [Letter] {
        var letters: [Letter] = []
        while case let due = try portal.dueMails(limit: 100), !due.isEmpty {
            for entry in due {
                guard let letter = try portal.letter(for: entry), let id = MessageID("\(entry.id)@portal.test") else {
                    try await portal.drop(entry)
                    continue
                }
                let sealed = SealedLetter(id: entry.id, sender: "", recipient: "", bytes: [])
                try await portal.seal(sealed, of: letter, messageID: id, subject: "Item")
                try await portal.settle(entry.id, .sent("250 ok"))
                letters.append(letter)
            }
        }
        return letters
    }

    private static func expect(_ outcomes: [Outcome]) throws {
        for outcome in outcomes {
            guard case .done = outcome else { throw BenchmarkFault("the portal was not furnished: \(outcome)") }
        }
    }

    private static func address(_ text: String) throws -> EmailAddress {
        guard let address = EmailAddress(text) else { throw BenchmarkFault("no address: \(text)") }
        return address
    }

    private static func organization() throws -> OrganizationSettings {
        OrganizationSettings(
            slug: slug, name: "Acme Studio", website: "https://acme.test/", contact: try address("hello@acme.test"),
            color: "#0a6b57", welcome: "Good to have you here.", locale: "en", timeZone: "Europe/Berlin",
            portalOpen: true, phases: ["Brief", "Shooting", "Editing", "Review", "Delivery"],
            tools: Set(Tool.allCases), logo: nil)
    }

    private static func person(_ address: EmailAddress, _ name: String, _ role: Person.Role) -> PersonSettings {
        PersonSettings(address: address, name: name, role: role, locale: nil, notified: true, admitted: true)
    }
}

extension Letter {
    fileprivate var invitation: Secret? {
        if case .invitation(let secret, _, _) = content { secret } else { nil }
    }
}
