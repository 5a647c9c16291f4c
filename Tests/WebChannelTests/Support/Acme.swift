import MailFormat
import PortalCore

extension EmailAddress {
    static let dana = EmailAddress("dana@client.test")!
    static let lee = EmailAddress("lee@client.test")!
    static let ana = EmailAddress("ana@acme.test")!
}

extension World {
    /// Acme Studio with two clients and two projects; Beta, where Dana is a client as well.
    static func acme(
        limits: PortalLimits = PortalLimits(), paymentSecrets: PaymentSecrets = PaymentSecrets()
    ) async throws -> World {
        let world = try World(limits: limits, paymentSecrets: paymentSecrets)
        try await world.addOrganizations()
        try await world.addProjects()
        return world
    }

    private func addOrganizations() async throws {
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" \
            fill="#0a6b57"/><path d="M9 29 20 9l11 20h-6l-5-9-5 9z" fill="#fff"/></svg>
            """
        var acme = Self.organization("acme", "Acme Studio", color: "#0a6b57")
        acme.logo = try content("logo.svg", "image/svg+xml", Array(svg.utf8))
        let beta = Self.organization("beta", "Beta Events", color: "#f2c200")
        try await order(.setOrganization(acme), .setOrganization(beta))
        for (address, name, role) in [
            (EmailAddress.dana, "Dana Client", Person.Role.client), (.lee, "Lee Other", .client),
            (.ana, "Ana Studio", .owner),
        ] {
            try await order(.setPerson(Self.person(address, name, role), organization: "acme"))
        }
        try await order(.setPerson(Self.person(.dana, "Dana Client", .client), organization: "beta"))
    }

    private func addProjects() async throws {
        let film = ProjectSettings(
            name: "film", kind: .project, title: "Harbor film",
            summary: "Two minutes about the harbor at dawn, for the fair in May.", status: "cutting", phase: 3,
            starts: "2026-02-02", due: "2026-05-04", people: [.dana, .ana])
        let cut = DeliverableSettings(
            project: "film", name: "cut", title: "First cut", kind: "Video", format: "MP4", visible: true, version: 2,
            files: [try content("harbor cut 2.mp4", "video/mp4", [UInt8](repeating: 7, count: 300_000))])
        let poster = DeliverableSettings(
            project: "film", name: "poster", title: "Poster", kind: "Print", format: "PDF", visible: true, version: 1,
            files: [try content("poster.pdf", "application/pdf", Array("%PDF-1.7 poster".utf8))])
        let hidden = DeliverableSettings(
            project: "film", name: "hidden", title: "Rough sketch", kind: "Print", format: "PDF", visible: false,
            version: 1, files: [])
        let other = ProjectSettings(
            name: "site", kind: .project, title: "Lee's site", summary: "", status: "new", phase: 1, starts: nil,
            due: nil, people: [.lee])
        let script = SharedFileSettings(
            project: "film", visible: true, content: try content("script.txt", "text/plain", Array("0123456789".utf8)))
        let party = ProjectSettings(
            name: "party", kind: .event, title: "Beta party", summary: "", status: "new", phase: 1, starts: nil,
            due: nil, people: [.dana])
        try await order(.setProject(film, organization: "acme"), .setProject(other, organization: "acme"))
        try await order(
            .setDeliverable(cut, organization: "acme"), .setDeliverable(poster, organization: "acme"),
            .setDeliverable(hidden, organization: "acme"), .shareFile(script, organization: "acme"))
        try await order(.setProject(party, organization: "beta"))
    }

    static func organization(_ slug: String, _ name: String, color: String) -> OrganizationSettings {
        OrganizationSettings(
            slug: slug, name: name, website: "https://\(slug).test/", contact: EmailAddress("hello@\(slug).test")!,
            color: color, welcome: "Good to have you here. Everything about your project is in one place.",
            locale: "en", timeZone: "Europe/Berlin", portalOpen: true,
            phases: ["Brief", "Shooting", "Editing", "Review", "Delivery"], tools: Set(Tool.allCases), logo: nil)
    }

    static func person(_ address: EmailAddress, _ name: String, _ role: Person.Role) -> PersonSettings {
        PersonSettings(address: address, name: name, role: role, locale: nil, notified: true, admitted: true)
    }

    /// Puts the next version of the first cut before its clients.
    func uploadCut(version: Int) async throws {
        let next = DeliverableSettings(
            project: "film", name: "cut", title: "First cut", kind: "Video", format: "MP4", visible: true,
            version: version, files: [])
        try await order(.setDeliverable(next, organization: "acme"))
    }

    /// Invites a client and gives the secret of their invitation's link.
    func invitation(of address: EmailAddress, to slug: String = "acme") async throws -> Secret {
        try await order(.invite(address, organization: slug))
        for mail in try await mails() {
            if case .invitation(let secret, _, _) = mail.content, mail.to == address { return secret }
        }
        throw NoMail()
    }

    /// The link and the code of the newest sign-in mail.
    func signInMail() async throws -> (link: Secret, code: SixDigitCode) {
        // It is owed only after the answer.
        for _ in 0..<500 {
            for mail in try await mails().reversed() {
                if case .signIn(let link, let code, _) = mail.content { return (link, code) }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NoMail()
    }

    /// A link that is handed over instead of mailed.
    func portalLink(_ name: String, code: String? = nil, days: Int? = nil) async throws -> (Secret, PortalLinkID?) {
        let secret = portal.freshSecret()
        let settings = PortalLinkSettings(
            client: .dana, name: name, code: code.flatMap { SixDigitCode($0) }, days: days, notified: true)
        let outcomes = try await order(.createPortalLink(settings, organization: "acme", handedOver: secret))
        if case .done(.linkCreated(let id))? = outcomes.first { return (secret, id) }
        return (secret, nil)
    }

    struct NoMail: Error {}
}

extension Browser {
    /// Accepts an invitation by its page.
    func enter(_ world: World, as address: EmailAddress, at slug: String = "acme") async throws {
        let path = "/i/\(try await world.invitation(of: address, to: slug).text)"
        let page = try await get(path)
        _ = try await post(path, ["form": page.token(for: path)])
    }

    /// Signs in by the code from the mail, as staff do.
    func signIn(_ world: World, as address: EmailAddress, at slug: String = "acme") async throws {
        let asking = try await get("/\(slug)/sign-in")
        _ = try await post(
            "/\(slug)/sign-in", ["form": asking.token(for: "/\(slug)/sign-in"), "email": address.text])
        let typing = try await get("/\(slug)/sign-in/code")
        _ = try await post(
            "/\(slug)/sign-in/code",
            [
                "form": typing.token(for: "/\(slug)/sign-in/code"),
                "code": try await world.signInMail().code.digits,
            ])
    }
}

extension World {
    /// Has Dana answer by a mail without evidence, and gives the secret of the page that asks her.
    func confirmation(of deliverable: DeliverableID, version: Int) async throws -> Secret {
        var reply: Secret?
        for entry in try portal.dueMails(limit: 100) {
            guard let letter = try portal.letter(for: entry) else { continue }
            let sealed = SealedLetter(id: entry.id, sender: "", recipient: "", bytes: [])
            try await portal.seal(
                sealed, of: letter, messageID: MessageID("\(entry.id)@portal.test")!, subject: "a mail")
            if case .decisionAsked(let item) = letter.content, item.deliverable.id == deliverable {
                reply = letter.reply
            }
        }
        guard let reply else { throw NoMail() }
        let evidence = MailEvidence(
            sender: .one(.dana), authentication: .none("no field of ours"), ambiguities: [], messageID: nil)
        let decision = Decision(deliverable: deliverable, version: version, kind: .approved, comment: "")
        _ = try await portal.perform(
            [.decide(decision)], for: .reply(reply, evidence), because: .mail(ContentDigest(of: [1])))
        for mail in try await mails() {
            if case .confirmation(let secret, _, _) = mail.content { return secret }
        }
        throw NoMail()
    }
}
