import MailFormat
import Testing

@testable import PortalCore

/// Payments that a service reports.
struct PaymentTests {
    static let right = PaymentReport(payment: "pi_1", number: "INV-12", amount: Money(minor: 144_000, .euro))

    @Test("the right amount for an open invoice is booked, and everybody is told")
    func booked() async throws {
        let ground = try await InvoiceGround()
        #expect(try await ground.report(Self.right) == .done(.item(.invoicePaid("INV-12"))))
        #expect(try ground.invoice().paid == ground.world.portal.now)
        #expect(try ground.news().dropFirst(2) == ["Ana: paid", "Dana: paid", "Lee: paid"])
        let entry = try #require(try ground.world.portal.history(newest: 1).last)
        #expect(entry.organization == "acme" && entry.door == "hook" && entry.evidence == "payment service")
    }

    @Test("an event is carried out once, and a second report of the same payment changes nothing")
    func once() async throws {
        let ground = try await InvoiceGround()
        _ = try await ground.report(Self.right)
        #expect(try await ground.report(Self.right) == .nothingToDo(.alreadyDone))
        #expect(try await ground.report(Self.right, event: "evt_2") == .nothingToDo(.unchanged))
        #expect(try ground.news().count == 5)
    }

    struct Doubt: Sendable, CustomTestStringConvertible {
        let report: PaymentReport
        let state: String
        let expected: Outcome
        let told: Bool
        var testDescription: String { "\(report) when \(state)" }
    }

    private static func report(_ number: String?, _ minor: Int64, _ currency: String = "EUR") -> PaymentReport {
        PaymentReport(payment: "pi_2", number: number, amount: Money(minor: minor, Currency(currency)!))
    }

    static let doubts = [
        Doubt(
            report: report("INV-12", 143_999), state: "open", expected: .refused(.item(.paymentDoubted(.otherAmount))),
            told: true),
        Doubt(
            report: report("INV-12", 144_001), state: "open", expected: .refused(.item(.paymentDoubted(.otherAmount))),
            told: true),
        Doubt(
            report: report("INV-12", 144_000, "SEK"), state: "open",
            expected: .refused(.item(.paymentDoubted(.otherAmount))), told: true),
        Doubt(
            report: PaymentReport(payment: "pi_2", number: "INV-12", amount: nil), state: "open",
            expected: .refused(.item(.paymentDoubted(.otherAmount))), told: true),
        Doubt(
            report: report("INV-12", 144_000), state: "paid", expected: .refused(.item(.paymentDoubted(.paidBefore))),
            told: true),
        Doubt(
            report: report("INV-12", 144_000), state: "cancelled",
            expected: .refused(.item(.paymentDoubted(.invoiceCancelled))), told: true),
        Doubt(
            report: report("INV-99", 144_000), state: "open", expected: .refused(.item(.noSuchThing("INV-99"))),
            told: false),
        Doubt(report: report(nil, 144_000), state: "open", expected: .refused(.item(.noSuchThing(""))), told: false),
        Doubt(
            report: report("inv-12", 144_000), state: "open", expected: .done(.item(.invoicePaid("INV-12"))), told: true
        ),
    ]

    @Test("what does not fit is not booked; staff hear of what is in doubt", arguments: doubts)
    func doubtful(row: Doubt) async throws {
        let ground = try await InvoiceGround()
        let invoice = try ground.invoice()
        if row.state == "paid" { _ = try await ground.perform(.markPaid(invoice.id, in: invoice.project), .ana) }
        if row.state == "cancelled" { try await ground.apply([InvoiceGround.settings(cancelled: true)]) }
        let before = try ground.news().count
        #expect(try await ground.report(row.report) == row.expected)
        let news = try ground.news().dropFirst(before)
        #expect(news.contains { $0.hasPrefix("Ana: ") } == row.told)
        if case .refused = row.expected { #expect(!news.contains { !$0.hasPrefix("Ana: doubtful") }) }
    }

    @Test("a signature counts for its body, its secret, and five minutes")
    func signature() throws {
        let now = Moment(milliseconds: 1_790_000_000_000)
        let body = Array("{}".utf8)
        let secret = Array(InvoiceGround.secret.utf8)
        let good = InvoiceGround.evidence(body, at: now)
        #expect(good.isGenuine(under: secret, at: now))
        #expect(good.isGenuine(under: secret, at: now + .seconds(300)))
        #expect(good.isGenuine(under: secret, at: now + .seconds(-300)))
        #expect(!good.isGenuine(under: secret, at: now + .seconds(301)))
        #expect(!good.isGenuine(under: secret, at: now + .seconds(-301)))
        #expect(!good.isGenuine(under: Array("other".utf8), at: now))
        #expect(!PaymentEvidence(signature: good.signature, body: Array("{ }".utf8)).isGenuine(under: secret, at: now))
        let v1 = try #require(good.signature.split(separator: ",").last).dropFirst(3)
        let time = "\(now.seconds)"
        for signature in [
            "", "t=\(time)", "v1=\(v1)", "t=\(time),v0=\(v1)", "t=\(time),v1=\(v1.dropLast())", "t=\(time),v1=\(v1)0",
            "t=\(time),t=1,v1=\(v1)", "t=1\(time),v1=\(v1)", "t=-\(time),v1=\(v1)",
            "t=99999999999999999999,v1=\(v1)", "t=,v1=\(v1)", "t=\(time),v1=",
            "t=\(time)" + String(repeating: ",v1=\(v1)", count: 11),
        ] {
            #expect(
                !PaymentEvidence(signature: signature, body: body).isGenuine(under: secret, at: now), "\(signature)")
        }
        // While a secret is being changed, the service signs with both.
        let two = "t=\(time),v1=\(String(repeating: "0", count: 64)),v1=\(v1),v0=x"
        #expect(PaymentEvidence(signature: two, body: body).isGenuine(under: secret, at: now))
    }

    @Test("the vector of the scheme: HMAC-SHA-256 of time, dot and body")
    func vector() {
        // Made with: printf '1492774577.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test
        let evidence = PaymentEvidence(
            signature: "t=1492774577,v1=7656fc2882a7ca0a651666b36bf2f2f22ee204f54f608f227498a2419f2890b2",
            body: Array("{\"id\":\"evt_1\"}".utf8))
        #expect(evidence.isGenuine(under: Array("whsec_test".utf8), at: Moment(milliseconds: 1_492_774_577_000)))
    }

    @Test("only the payment service reports, and it does nothing else")
    func claims() async throws {
        let ground = try await InvoiceGround()
        let invoice = try ground.invoice()
        #expect(try await ground.perform(.reported(Self.right), .ana) == .refused(.notFound))
        let portal = ground.world.portal
        let administrator = try await portal.perform(
            [.item(.invoice(.reported(Self.right)))], for: .administrator, because: ground.world.press())
        #expect(administrator == [.refused(.notFound)])
        let evidence = InvoiceGround.evidence([1], at: portal.now)
        let service = try await portal.perform(
            [.item(.invoice(.markPaid(invoice.id, in: invoice.project))), .setAside(.noReplyAddress)],
            for: .paymentService(evidence, organization: "acme"), because: ground.world.press())
        #expect(service == [.refused(.notFound), .refused(.notFound)])
        for (slug, secret) in [("acme", "other"), ("other", InvoiceGround.secret), ("nobody", "x")] {
            let foreign = InvoiceGround.evidence([1], at: portal.now, secret: secret)
            #expect(try !portal.believes(foreign, of: slug))
            let outcomes = try await portal.perform(
                [.item(.invoice(.reported(Self.right)))], for: .paymentService(foreign, organization: slug),
                because: ground.world.press())
            #expect(outcomes == [.refused(.notFound)], "\(slug)")
        }
        #expect(try portal.believes(evidence, of: "acme"))
        #expect(try ground.invoice().paid == nil)
    }
}
