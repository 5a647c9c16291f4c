import Foundation
import MailFormat
import PortalCore

/// What a payment service tells of, in the form that Stripe gives it
/// (https://docs.stripe.com/api/events/object, https://docs.stripe.com/api/checkout/sessions/object).
struct PaymentEvent: Decodable {
    let id: String
    private let type: String
    private let data: Content

    private struct Content: Decodable { let object: Payment }

    private struct Payment: Decodable {
        let id: String?
        let clientReferenceId: String?
        let metadata: [String: String]?
        let amountTotal: Int64?
        let amountReceived: Int64?
        let currency: String?
        let paymentStatus: String?
        let paymentIntent: String?
    }

    /// Nil for what is no event.
    init?(_ body: [UInt8]) {
        // Limit: bytes of an event's number; Stripe's have about thirty.
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let event = try? decoder.decode(PaymentEvent.self, from: Data(body)),
            (1...200).contains(event.id.utf8.count)
        else { return nil }
        self = event
    }

    /// The money that came; nil for events that tell of anything else.
    var report: PaymentReport? {
        let payment = data.object
        let amount: Int64?
        switch type {
        case "checkout.session.completed", "checkout.session.async_payment_succeeded":
            // A session may be complete while its money is still under way.
            guard payment.paymentStatus == "paid" else { return nil }
            amount = payment.amountTotal
        case "payment_intent.succeeded": amount = payment.amountReceived
        default: return nil
        }
        return PaymentReport(
            payment: Self.short(payment.paymentIntent ?? payment.id ?? id),
            number: (payment.clientReferenceId ?? payment.metadata?["invoice"]).map(Self.short),
            amount: amount.flatMap { Self.money($0, payment.currency) })
    }

    /// Limit: bytes of what is kept of an event.
    private static func short(_ text: String) -> String { String(decoding: text.utf8.prefix(200), as: UTF8.self) }

    /// Stripe counts most currencies in the units that ISO 4217 gives them, and these in others
    /// (https://docs.stripe.com/currencies).
    private static let otherPlaces = ["ISK": 2, "UGX": 2, "MGA": 0]

    private static func money(_ units: Int64, _ code: String?) -> Money? {
        let capitals = (code ?? "").utf8.prefix(4).map { $0.isASCIILetter ? $0 & 0xDF : $0 }
        guard let currency = Currency(String(decoding: capitals, as: UTF8.self)), (0...(1 << 53)).contains(units) else {
            return nil
        }
        let places = otherPlaces[currency.code] ?? currency.places
        switch currency.places - places {
        case 0: return Money(minor: units, currency)
        case let more where more > 0: return Money(minor: units * power(more), currency)
        case let fewer:
            let divisor = power(-fewer)
            return units % divisor == 0 ? Money(minor: units / divisor, currency) : nil
        }
    }

    private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
