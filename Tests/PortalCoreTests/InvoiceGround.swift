import MailFormat
import Testing

@testable import PortalCore

/// A world with an organization that is paid on the web.
struct InvoiceGround {
    let world: World
    static let secret = "whsec_test"

    static func settings(
        _ number: String = "INV-12", project: String = "rebrand", price: Int64 = 120_000, cancelled: Bool = false
    ) -> InvoiceSettings {
        InvoiceSettings(
            project: project, name: number, title: "First half", date: "2026-09-28", due: "2026-10-12",
            currency: .euro, lines: InvoiceLines([InvoiceTests.line(1000, price, 2000)])!, cancelled: cancelled)
    }

    init(_ invoices: [InvoiceSettings] = [settings()], link: Bool = true) async throws {
        world = try World(paymentSecrets: PaymentSecrets(["acme": Self.secret, "nobody": "x"]))
        var acme = DesiredOrganization.acme("acme")
        acme.projects[0].people.append(.lee)
        acme.projects.append(
            .init(
                name: "site", kind: .project, title: "Site", summary: "", status: "", phase: 1, starts: nil, due: nil,
                people: [.ana, .lee]))
        if link { acme.settings.payments.link = PaymentLink("https://pay.example/?ref={number}&amount={amount}") }
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
        try await apply(invoices)
    }

    @discardableResult
    func apply(_ invoices: [InvoiceSettings]) async throws -> [Outcome] {
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        let kept = acme.items.filter { item in !invoices.contains { item.isSameThing(as: .invoice($0)) } }
        acme.items = kept + invoices.map(ItemSettings.invoice)
        return try await world.apply(DesiredPortal(organizations: [acme]))
    }

    func invoice(_ number: String = "INV-12") throws -> Invoice {
        try #require(try world.portal.invoice(number, of: "acme"))
    }

    /// Which notices are owed to whom, in the order in which they came to be owed.
    func news() throws -> [String] {
        try world.portal.outbox(newest: 1000).compactMap { entry in
            guard case .item(.invoice(let notice)) = entry.notice, let person = try world.portal.person(entry.person)
            else {
                return nil
            }
            return "\(person.name): \(String(describing: notice).prefix { $0 != "(" })"
        }
    }

    func perform(_ command: InvoiceCommand, _ person: EmailAddress) async throws -> Outcome {
        let session = world.portal.freshSecret()
        try await world.portal.database.write { [world] connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(person, of: organization.id, at: world.portal.now, in: connection))
            try SessionRecord.start(session.digest, for: person.id, by: nil, at: world.portal.now, in: connection)
        }
        let outcomes = try await world.portal.perform(
            [.item(.invoice(command))], for: .session(session, organization: "acme"), because: world.press())
        return try #require(outcomes.first)
    }

    func report(_ report: PaymentReport, event: String = "evt_1") async throws -> Outcome {
        let evidence = Self.evidence([1, 2, 3], at: world.portal.now)
        let outcomes = try await world.portal.perform(
            [.item(.invoice(.reported(report)))], for: .paymentService(evidence, organization: "acme"),
            because: .paymentEvent(event, organization: "acme"))
        return try #require(outcomes.first)
    }

    static func evidence(_ body: [UInt8], at moment: Moment, secret: String = secret) -> PaymentEvidence {
        let signed = Array("\(moment.seconds).".utf8) + body
        let signature = Hexadecimal.text(SHA256.authentication(of: signed, key: Array(secret.utf8)))
        return PaymentEvidence(signature: "t=\(moment.seconds),v1=\(signature)", body: body)
    }
}
