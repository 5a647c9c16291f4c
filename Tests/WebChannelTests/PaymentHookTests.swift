import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// The address at which a payment service reports.
struct PaymentHookTests {
    private static func event(_ id: String = "evt_1", number: String = "INV-12", amount: Int64 = 1_083_894) -> String {
        """
        {"id":"\(id)","object":"event","type":"checkout.session.completed","data":{"object":{"id":"cs_1",\
        "object":"checkout.session","client_reference_id":"\(number)","amount_total":\(amount),"currency":"eur",\
        "payment_status":"paid","payment_intent":"pi_1","metadata":{}}}}
        """
    }

    private static func signature(_ body: String, at moment: Moment, secret: String = InvoiceGround.secret) -> String {
        let signed = SHA256.authentication(of: Array("\(moment.seconds).\(body)".utf8), key: Array(secret.utf8))
        return "t=\(moment.seconds),v1=\(Hexadecimal.text(signed))"
    }

    private func post(
        _ body: String, signature: String, to slug: String = "acme", port: Int
    ) async throws -> Reply {
        try await Browser(port: port).send(
            "POST", "/hooks/payments/\(slug)",
            ["Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signature], body: Array(body.utf8))
    }

    @Test("a signed event marks its invoice as paid, once")
    func hook() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let body = Self.event()
            let signature = Self.signature(body, at: world.portal.now)
            for _ in 1...2 {
                let reply = try await post(body, signature: signature, port: port)
                #expect(reply.status == 200 && reply.text == "ok\n")
            }
            #expect(try world.portal.invoice("INV-12", of: "acme")?.paid == world.portal.now)
            let entries = try world.portal.history(newest: 10).filter { $0.command == "payment" }
            #expect(entries.map(\.door) == ["hook"])
        }
    }

    @Test("what is not signed leaves no trace, and an organization without a service looks like none")
    func unsigned() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let body = Self.event()
            let now = world.portal.now
            let before = try world.portal.history(newest: 1).last?.number
            let good = Self.signature(body, at: now)
            let rows = [
                (body, "", "acme"), (body + " ", good, "acme"),
                (body, Self.signature(body, at: now, secret: "x"), "acme"),
                (body, Self.signature(body, at: now + .seconds(-301)), "acme"), (body, good, "beta"),
                (body, good, "none"),
            ]
            let nothing = try await post(body, signature: good, to: "nothing-at-all", port: port)
            #expect(nothing.status == 404)
            for (body, signature, slug) in rows {
                let reply = try await post(body, signature: signature, to: slug, port: port)
                #expect(reply.withoutDate == nothing.withoutDate, "\(slug) \(signature)")
            }
            #expect(try world.portal.history(newest: 1).last?.number == before)
            #expect(try world.portal.invoice("INV-12", of: "acme")?.paid == nil)
            // The number of the event is not used up by what was only pretended.
            #expect(try await post(body, signature: good, port: port).status == 200)
            #expect(try world.portal.invoice("INV-12", of: "acme")?.paid != nil)
            #expect(try await Browser(port: port).get("/hooks/payments/acme").status == 405)
        }
    }

    @Test("what is signed and no event is said to be unreadable; what is too long is not read")
    func unreadable() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            for body in ["", "{}", "[]", "no", "{\"id\":1}", String(repeating: "[", count: 10_000)] {
                let signature = Self.signature(body, at: world.portal.now)
                let reply = try await post(body, signature: signature, port: port)
                #expect(reply.status == 400, "\(body.prefix(20))")
            }
            let long = String(repeating: " ", count: (256 << 10) + 1)
            let reply = try await post(long, signature: "", port: port)
            #expect(reply.status == 413)
        }
    }

    @Test("an invoice that is not there is answered with 200 and kept in the history")
    func unknown() async throws {
        let world = try await InvoiceGround.world()
        try await serving(world) { port in
            let body = Self.event(number: "SHOP-1")
            let reply = try await post(body, signature: Self.signature(body, at: world.portal.now), port: port)
            #expect(reply.status == 200)
            let entry = try #require(try world.portal.history(newest: 1).last)
            #expect(entry.command == "payment" && entry.organization == "acme" && entry.outcome.contains("SHOP-1"))
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let type: String
        let object: String
        let report: PaymentReport?
        var testDescription: String { "\(type) \(object)" }
    }

    private static func money(_ minor: Int64, _ code: String) -> Money { Money(minor: minor, Currency(code)!) }

    static let rows = [
        Row(
            type: "checkout.session.completed",
            object: #"{"client_reference_id":"INV-1","amount_total":100,"currency":"eur","payment_status":"paid"}"#,
            report: PaymentReport(payment: "evt", number: "INV-1", amount: money(100, "EUR"))),
        Row(
            type: "checkout.session.completed",
            object: #"{"client_reference_id":"INV-1","amount_total":100,"currency":"eur","payment_status":"unpaid"}"#,
            report: nil),
        Row(
            type: "checkout.session.async_payment_succeeded",
            object:
                #"{"id":"cs","metadata":{"invoice":"INV-2"},"amount_total":5,"currency":"jpy","payment_status":"paid"}"#,
            report: PaymentReport(payment: "cs", number: "INV-2", amount: money(5, "JPY"))),
        Row(
            type: "payment_intent.succeeded",
            object: #"{"id":"pi","metadata":{"invoice":"INV-3"},"amount_received":7,"currency":"usd"}"#,
            report: PaymentReport(payment: "pi", number: "INV-3", amount: money(7, "USD"))),
        Row(
            type: "payment_intent.succeeded", object: #"{"id":"pi","amount_received":500,"currency":"isk"}"#,
            report: PaymentReport(payment: "pi", number: nil, amount: money(5, "ISK"))),
        Row(
            type: "payment_intent.succeeded", object: #"{"id":"pi","amount_received":550,"currency":"isk"}"#,
            report: PaymentReport(payment: "pi", number: nil, amount: nil)),
        Row(
            type: "payment_intent.succeeded", object: #"{"id":"pi","amount_received":5,"currency":"mga"}"#,
            report: PaymentReport(payment: "pi", number: nil, amount: money(500, "MGA"))),
        Row(
            type: "payment_intent.succeeded", object: #"{"id":"pi","amount_received":-5,"currency":"eur"}"#,
            report: PaymentReport(payment: "pi", number: nil, amount: nil)),
        Row(
            type: "payment_intent.succeeded", object: #"{"id":"pi","amount_received":5,"currency":"eurx"}"#,
            report: PaymentReport(payment: "pi", number: nil, amount: nil)),
        Row(type: "charge.refunded", object: #"{"id":"ch","amount_total":5,"currency":"eur"}"#, report: nil),
        Row(type: "payment_intent.payment_failed", object: #"{"id":"pi","amount_received":5}"#, report: nil),
    ]

    @Test("an event is read as the money that came, or as nothing", arguments: rows)
    func events(row: Row) throws {
        let body = #"{"id":"evt","type":"\#(row.type)","data":{"object":\#(row.object)}}"#
        let event = try #require(PaymentEvent(Array(body.utf8)))
        #expect(event.report == row.report)
    }
}
