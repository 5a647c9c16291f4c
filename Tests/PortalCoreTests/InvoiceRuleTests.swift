import MailFormat
import TestGround
import Testing

@testable import PortalCore

/// Rules, with a real database.
struct InvoiceRuleTests {
    @Test("a new one is mailed to the clients once, and a second apply does nothing")
    func issued() async throws {
        let ground = try await InvoiceGround()
        #expect(try ground.news() == ["Dana: issued", "Lee: issued"])
        #expect(try await ground.apply([InvoiceGround.settings()]).isEmpty)
        #expect(try ground.invoice().total == Money(minor: 144_000, .euro))
    }

    @Test("what was issued stays as it is, but for when and where it is paid, and whether it counts")
    func fixed() async throws {
        let ground = try await InvoiceGround()
        #expect(try await ground.apply([InvoiceGround.settings(price: 1)]) == [.refused(.item(.fixed("INV-12")))])
        var moved = InvoiceGround.settings()
        moved.project = "site"
        #expect(try await ground.apply([moved]) == [.refused(.item(.fixed("INV-12")))])
        var later = InvoiceGround.settings()
        later.due = "2026-11-12"
        later.link = PaymentLink("https://pay.example/other")
        #expect(try await ground.apply([later]) == [.done(.item(.set(.invoices)))])
        later.cancelled = true
        #expect(try await ground.apply([later]) == [.done(.item(.set(.invoices)))])
        #expect(try ground.news().suffix(2) == ["Dana: cancelled", "Lee: cancelled"])
        later.cancelled = false
        #expect(try await ground.apply([later]) == [.refused(.item(.closed))])
    }

    @Test("a paid one is not cancelled")
    func paidIsNotCancelled() async throws {
        let ground = try await InvoiceGround()
        let invoice = try ground.invoice()
        _ = try await ground.perform(.markPaid(invoice.id, in: invoice.project), .ana)
        #expect(try await ground.apply([InvoiceGround.settings(cancelled: true)]) == [.refused(.item(.closed))])
    }

    @Test("state × command × role: the whole table")
    func table() async throws {
        var lines: [String] = []
        for state in ["open", "paid", "cancelled", "without link"] {
            for (name, person, place) in [
                ("client", EmailAddress.dana, "rebrand"), ("staff", .ana, "rebrand"),
                ("client elsewhere", .dana, "site"),
            ] {
                for command in ["pay", "pay by number", "pay only", "pay another's", "mark paid", "cancel"] {
                    let ground = try await InvoiceGround(
                        [InvoiceGround.settings(), InvoiceGround.settings("INV-13", project: "site")],
                        link: state != "without link")
                    let invoice = try ground.invoice()
                    if state == "paid" {
                        _ = try await ground.perform(.markPaid(invoice.id, in: invoice.project), .ana)
                    }
                    if state == "cancelled" { try await ground.apply([InvoiceGround.settings(cancelled: true)]) }
                    let project = try ground.invoice(place == "site" ? "INV-13" : "INV-12").project
                    let asked: InvoiceCommand =
                        switch command {
                        case "pay": .pay(.invoice(invoice.id), in: project)
                        case "pay by number": .pay(.number("inv-12"), in: project)
                        case "pay only": .pay(.only, in: project)
                        case "pay another's": .pay(.number("INV-13"), in: project)
                        case "cancel": .cancel(invoice.id, in: project)
                        default: .markPaid(invoice.id, in: project)
                        }
                    lines.append("\(state) × \(command) × \(name): \(try await ground.perform(asked, person))")
                }
            }
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "invoice-table.txt")
    }

    @Test("the money has come: clients and staff are told, but not whoever says so")
    func told() async throws {
        let ground = try await InvoiceGround()
        let invoice = try ground.invoice()
        #expect(
            try await ground.perform(.markPaid(invoice.id, in: invoice.project), .ana)
                == .done(.item(.invoicePaid("INV-12"))))
        #expect(try ground.news().dropFirst(2) == ["Dana: paid", "Lee: paid"])
        #expect(
            try await ground.perform(.markPaid(invoice.id, in: invoice.project), .ana)
                == .refused(.item(.alreadySo("INV-12"))))
    }

    @Test("staff cancel it once: the clients are told, as when configuration says so, and no apply brings it back")
    func cancelled() async throws {
        let ground = try await InvoiceGround()
        let invoice = try ground.invoice()
        let cancel = InvoiceCommand.cancel(invoice.id, in: invoice.project)
        #expect(try await ground.perform(cancel, .ana) == .done(.item(.invoiceCancelled("INV-12"))))
        #expect(try ground.news().dropFirst(2) == ["Dana: cancelled", "Lee: cancelled"])
        #expect(try ground.invoice().state(on: "2026-09-28") == .cancelled)
        #expect(try await ground.perform(cancel, .ana) == .refused(.item(.alreadySo("INV-12"))))
        #expect(try await ground.apply([InvoiceGround.settings()]).isEmpty)
        #expect(try ground.invoice().state(on: "2026-09-28") == .cancelled)
    }

    @Test("it waits on the dashboard of clients until it is paid")
    func waiting() async throws {
        let ground = try await InvoiceGround()
        let invoice = try ground.invoice()
        func waiting() throws -> [String] {
            try ground.world.portal.database.read { connection in
                let organization = try #require(try OrganizationRecord.find("acme", in: connection))
                let dana = try #require(
                    try PersonRecord.find(.dana, of: organization.id, at: ground.world.portal.now, in: connection))
                return try Invoices.waiting(for: dana, in: connection).map(\.title)
            }
        }
        #expect(try waiting() == ["INV-12: First half"])
        _ = try await ground.perform(.markPaid(invoice.id, in: invoice.project), .ana)
        #expect(try waiting() == [])
    }
}
