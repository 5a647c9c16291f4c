import MailFormat
import PortalCore

@testable import WebChannel

/// The same world for all cases of two organizations: who is there, what each may see, and browsers of every kind.
///
/// Acme: projects 1 (Dana) and 2 (Lee), deliverables 1, 2, 3 (hidden) of project 1 and 5 of project 2; files 1 (logo),
/// 2 (cut), 3 (poster), 4 (script), 6 (Lee's), 7 (a passport of Lee's passenger 1); requests 1 (Dana) and 2 (Lee).
/// Beta: project 3 (Dana), deliverable 4, file 5, request 3 and passenger 2 (Dana).
struct Cast {
    let world: World

    init() async throws {
        world = try await World.acme()
        try await world.order(
            .setPerson(World.person(Self.ben, "Ben Beta", .owner), organization: "beta"),
            .setDeliverable(
                Self.deliverable(
                    "party", "menu", "PLANTED-BETA-MENU",
                    [try world.content("PLANTED-BETA.pdf", "application/pdf", Array("PLANTED-BETA-BYTES".utf8))]),
                organization: "beta"),
            .setDeliverable(
                Self.deliverable(
                    "site", "home", "PLANTED-LEE-HOME",
                    [try world.content("PLANTED-LEE.pdf", "application/pdf", Array("PLANTED-LEE-BYTES".utf8))]),
                organization: "acme"))
        try await addOrganizationThings()
    }

    private func addOrganizationThings() async throws {
        try await order("acme", .ana, .request(.submit(Self.request("A trip", of: .dana))))
        try await order("acme", .ana, .request(.submit(Self.request("PLANTED-LEE-REQUEST", of: .lee))))
        try await order("beta", Self.ben, .request(.submit(Self.request("PLANTED-BETA-REQUEST", of: .dana))))
        let lee = PassengerDetails(name: "PLANTED-LEE-PASSENGER", bornText: "1980-02-01")!
        try await order("acme", .ana, .passenger(.add(lee, of: .lee)))
        let passport = try world.content("PLANTED-LEE-PASSPORT.pdf", "application/pdf", Array("PLANTED-LEE-SCAN".utf8))
        try await order("acme", .ana, .passenger(.keepDocuments(PassengerID(number: 1), [passport])))
        let beta = PassengerDetails(name: "PLANTED-BETA-PASSENGER", bornText: "1980-02-01")!
        try await order("beta", Self.ben, .passenger(.add(beta, of: .dana)))
    }

    private func order(_ slug: String, _ staff: EmailAddress, _ command: ItemCommand) async throws {
        _ = try await world.portal.perform(
            [.item(command)], for: .staff(staff, organization: slug),
            because: .shell("\(slug) \(command)"))
    }

    private static func request(_ text: String, of client: EmailAddress) -> NewRequest {
        NewRequest(client: client, project: nil, text: text, attachments: [])
    }

    static let ben = EmailAddress("ben@beta.test")!

    private static func deliverable(
        _ project: String, _ name: String, _ title: String, _ files: [FileContent]
    ) -> DeliverableSettings {
        DeliverableSettings(
            project: project, name: name, title: title, kind: "Print", format: "PDF", visible: true, version: 1,
            files: files)
    }

    enum Visitor: String, CaseIterable, Sendable {
        case nobody, invented, danaOfAcme, leeOfAcme, anaOfAcme, danaOfBeta, benOfBeta, danaByLink, danaSignedOut
        case danaRevoked

        /// The organization whose pages open for them.
        var home: String? {
            switch self {
            case .nobody, .invented, .danaSignedOut, .danaRevoked: nil
            case .danaOfAcme, .leeOfAcme, .anaOfAcme, .danaByLink: "acme"
            case .danaOfBeta, .benOfBeta: "beta"
            }
        }

        /// What a visitor may see, by the route's name.
        func sees(_ route: String, _ number: Int, of slug: String) -> Bool {
            guard slug == home else { return false }
            if route.hasPrefix("organizationTool ") {
                return isTheirs(number, isRequest: !route.hasSuffix("passenger"))
            }
            if route.hasPrefix("staff ") { return manages(route, number) }
            let isProject = route == "project" || route == "messages" || route.hasPrefix("tool ")
            let isDecision = route == "decision" || route == "undo"
            switch self {
            case .danaOfAcme, .danaByLink:
                return isProject ? number == 1 : route == "file" ? [2, 3, 4].contains(number) : number < 3
            case .leeOfAcme: return isProject ? number == 2 : route == "file" ? [6, 7].contains(number) : number == 5
            case .anaOfAcme:
                if isDecision { return [1, 2, 3, 5].contains(number) }
                return isProject
                    ? number < 3
                    : route == "file" ? [1, 2, 3, 4, 6, 7].contains(number) : [1, 2, 3, 5].contains(number)
            case .danaOfBeta, .benOfBeta: return number == (isProject ? 3 : route == "file" ? 5 : 4)
            case .nobody, .invented, .danaSignedOut, .danaRevoked: return false
            }
        }

        /// Whether a request, or a passenger, is theirs or one of their organization's clients'.
        private func isTheirs(_ number: Int, isRequest: Bool) -> Bool {
            switch self {
            case .danaOfAcme, .danaByLink: isRequest && number == 1
            case .leeOfAcme: number == (isRequest ? 2 : 1)
            case .anaOfAcme: isRequest ? number < 3 : number == 1
            case .danaOfBeta, .benOfBeta: number == (isRequest ? 3 : 2)
            case .nobody, .invented, .danaSignedOut, .danaRevoked: false
            }
        }

        /// What the pages of the staff hold for them: for clients, nothing.
        private func manages(_ route: String, _ number: Int) -> Bool {
            switch (self, route.hasPrefix("staff draft") ? "staff projects" : route) {
            case (.anaOfAcme, "staff people"): number < 4
            case (.anaOfAcme, "staff projects"), (.anaOfAcme, "staff invoice"), (.anaOfAcme, "staff guests"): number < 3
            case (.anaOfAcme, "staff deliverables"): [1, 2, 3, 5].contains(number)
            case (.anaOfAcme, "staff files"): number == 4
            case (.benOfBeta, "staff people"): [4, 5].contains(number)
            case (.benOfBeta, "staff projects"), (.benOfBeta, "staff invoice"), (.benOfBeta, "staff guests"):
                number == 3
            case (.benOfBeta, "staff deliverables"): number == 4
            default: false
            }
        }

        /// Words that must reach none of their pages.
        var forbidden: [String] {
            switch self {
            case .danaOfAcme, .danaByLink: ["PLANTED"]
            case .leeOfAcme: ["PLANTED-BETA", "Harbor", "First cut"]
            case .anaOfAcme: ["PLANTED-BETA"]
            case .danaOfBeta, .benOfBeta: ["PLANTED-LEE", "Harbor", "First cut"]
            case .nobody, .invented, .danaSignedOut, .danaRevoked: ["PLANTED", "Harbor", "First cut"]
            }
        }
    }

    /// A browser in which this visitor is signed in, or not any more.
    func browser(of visitor: Visitor, port: Int) async throws -> Browser {
        let browser = Browser(port: port)
        switch visitor {
        case .nobody: break
        case .invented: browser.cookies["postern-acme"] = String(repeating: "b", count: 52)
        case .danaOfAcme: try await browser.enter(world, as: .dana)
        case .leeOfAcme: try await browser.enter(world, as: .lee)
        case .anaOfAcme: try await browser.signIn(world, as: .ana)
        case .danaOfBeta: try await browser.enter(world, as: .dana, at: "beta")
        case .benOfBeta: try await browser.signIn(world, as: Self.ben, at: "beta")
        case .danaByLink: _ = try await open(try await world.portalLink("own").0, in: browser)
        case .danaSignedOut:
            _ = try await open(try await world.portalLink("left").0, in: browser)
            let cookies = browser.cookies
            let token = try await browser.get("/acme").token(for: "/acme/sign-out")
            _ = try await browser.post("/acme/sign-out", ["form": token])
            browser.cookies = cookies
        case .danaRevoked:
            let (secret, id) = try await world.portalLink("withdrawn")
            _ = try await open(secret, in: browser)
            try await world.order(.revokePortalLink(id!))
        }
        return browser
    }

    func open(_ link: Secret, in browser: Browser) async throws -> Reply {
        let path = "/l/\(link.text)"
        return try await browser.post(path, ["form": try await browser.get(path).token(for: path)])
    }
}
