import PortalCore
import Testing

@testable import PosternTool

/// Invoices and payments in the configuration.
struct InvoiceReaderTests {
    private static func read(_ invoice: String, payments: String = "{currency: EUR}") throws -> Configuration.Reading {
        let workshop = try Workshop()
        _ = try workshop.copyExample()
        let indented = invoice.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
        try workshop.write(
            """
            organizations:
              - slug: acme
                name: Acme
                contact: hello@acme.example
                staff: [{address: ana@acme.example, name: Ana, role: owner}]
                payments: \(payments)
                projects:
                  - key: film
                    title: Film
                    invoices:
            \(indented)
            """, to: "config/portal.yaml")
        return Configuration(folder: workshop.path + "/config").readAll(secrets: .described)
    }

    private static func problems(_ reading: Configuration.Reading) -> [String] {
        reading.problems.map(\.description).filter { $0.contains("portal.yaml") }
    }

    @Test func `an invoice is read exactly`() throws {
        let reading = try Self.read(
            """
            - number: INV-12
              title: First half
              date: 2026-03-01
              due: 2026-03-15
              lines:
                - {text: Work, quantity: 1.5, price: 99.90, tax: 5.5%}
                - {text: Discount, price: -10}
            """, payments: "{currency: EUR, link: \"https://pay.example/?ref={number}\"}")
        #expect(Self.problems(reading) == [])
        let organization = try #require(reading.portal?.desired.organizations.first)
        #expect(organization.settings.payments.link == PaymentLink("https://pay.example/?ref={number}"))
        guard case .invoice(let settings)? = organization.items.first else { throw VerbFailure("no invoice was read") }
        #expect(settings.name == "INV-12" && settings.currency == .euro && !settings.cancelled)
        #expect(
            settings.lines.all
                == [
                    InvoiceLine(text: "Work", quantity: 1500, unitPrice: 9990, tax: 550),
                    InvoiceLine(text: "Discount", quantity: 1000, unitPrice: -1000, tax: 0),
                ].compactMap(\.self))
    }

    static let wrong = [
        ("number: inv-12", "should be a number like INV-12"), ("number: INV12", "should be a number like INV-12"),
        ("number: INV--12", "should be a number like INV-12"), ("number: ABC-DEF", "should be a number like INV-12"),
        ("due: 2026-02-28", "is before `date`"), ("currency: EURO", "should be a currency of ISO 4217"),
        ("currency: JPY", "should be an amount in JPY like 9950"),
        ("link: \"http://pay.example/\"", "should be an address like https://pay.example"),
        ("lines: []", "should have 1 to 100 `lines`"),
        ("lines: [{text: A, price: -1}]", "come to more than nothing"),
        ("lines: [{text: A, price: 0}]", "come to more than nothing"),
        ("lines: [{text: A, price: 1.005}]", "should be an amount in EUR like 99.50"),
        ("lines: [{text: A, price: 1, quantity: 0}]", "more than 0"),
        ("lines: [{text: A, price: 1, tax: 101}]", "from 0 to 100"),
        ("lines: [{text: A, price: 1, vat: 5}]", "has `vat`, which is not known here"),
        ("file: missing.pdf", "is not there"), ("paid: yes", "has `paid`, which is not known here"),
    ]

    @Test(arguments: wrong)
    func `what is wrong is said`(line: String, sentence: String) throws {
        let key = line.prefix { $0 != ":" }
        let usual = [
            "number: INV-12", "title: First half", "date: 2026-03-01", "due: 2026-03-15",
            "lines: [{text: Work, price: 99.90}]",
        ].filter { !$0.hasPrefix("\(key):") }
        let text = (usual + [line]).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }.joined(separator: "\n")
        let problems = Self.problems(try Self.read(text))
        #expect(problems.count == 1 && problems[0].contains(sentence), "\(problems)")
    }

    @Test func `a number stands once in an organization`() throws {
        let one = """
            - {number: INV-12, title: A, date: 2026-03-01, due: 2026-03-15, lines: [{text: Work, price: 1}]}
            """
        let problems = Self.problems(try Self.read("\(one)\n\(one)"))
        #expect(
            problems.count == 1 && problems[0].contains("stands in this organization more than once"), "\(problems)")
    }

    @Test func `payment services have a secret each`() throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.write("whsec_1\n", to: "config/payments.secret")
        try workshop.replace(
            "# limits:",
            with: "payment_services: [{organization: lindgren-rao, secret: file:payments.secret}]\n# limits:",
            in: "config/server.yaml")
        let server = try Configuration(folder: config).serverSettings(secrets: .described)
        #expect(server.paymentSecrets == ["lindgren-rao": "whsec_1"])
        try workshop.replace("file:payments.secret", with: "whsec_1", in: "config/server.yaml")
        let reading = Configuration(folder: config).readAll(secrets: .described)
        #expect(reading.text.contains("should name a secret, not hold it") && !reading.text.contains("whsec_1"))
    }

    @Test func `the shell lists invoices and books money`() async throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        _ = try await workshop.run("apply", "--config", config)
        let list = try await workshop.run("invoice", "list", "--config", config, "--json")
        #expect(list.contains("\"number\": \"INV-12\"") && list.contains("\"total\": \"35252.19\""), "\(list)")
        #expect(
            try await workshop.run("invoice", "paid", "inv-12", "--config", config)
                == "INV-12 is paid: 35252.19 SEK.")
        await #expect(throws: VerbFailure.self) {
            _ = try await workshop.run("invoice", "paid", "INV-12", "--config", config)
        }
        await #expect(throws: VerbFailure.self) {
            _ = try await workshop.run("invoice", "paid", "INV-99", "--config", config)
        }
        #expect(try await workshop.run("invoice", "list", "--config", config).contains("paid"))
    }

    @Test func `the shell cancels an invoice, once, and none that is paid`() async throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        _ = try await workshop.run("apply", "--config", config)
        #expect(try await workshop.run("invoice", "cancel", "inv-12", "--config", config) == "INV-12 is cancelled.")
        #expect(try await workshop.run("invoice", "list", "--config", config).contains("cancelled"))
        for (act, words) in [
            (["cancel", "INV-12"], "it is so already: INV-12"), (["paid", "INV-12"], "it is closed"),
            (["cancel", "INV-99"], "has no invoice INV-99"),
        ] {
            let failure = await #expect(throws: VerbFailure.self) {
                _ = try await workshop.run("invoice", act[0], act[1], "--config", config)
            }
            #expect(failure?.description.contains(words) == true, "\(act)")
        }
        #expect(try await workshop.run("apply", "--plan", "--json", "--config", config) == "[]")
    }
}
