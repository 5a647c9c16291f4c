import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PortalCore

extension Website {
    /// Takes an event of an organization's payment service, signed as Stripe signs
    /// (https://docs.stripe.com/webhooks#verify-manually).
    ///
    /// What is signed is answered with 200, whatever comes of it: the service would only send it again. What is not leaves
    /// no trace; an organization without such a service looks like none.
    func takePayment(_ slug: String, _ visit: Visit) async throws -> Answer {
        let body = try await body(of: visit)
        let evidence = PaymentEvidence(signature: visit.header(Self.signature) ?? "", body: body)
        guard try portal.believes(evidence, of: slug) else { throw Problem.notFound }
        guard let event = PaymentEvent(body) else { throw Problem.unreadableForm }
        if let report = event.report {
            let outcomes = try await portal.perform(
                [.item(.invoice(.reported(report)))], for: .paymentService(evidence, organization: slug),
                because: .paymentEvent(event.id, organization: slug))
            logger.info("a payment was reported", metadata: ["event": "\(event.id)", "outcome": "\(outcomes)"])
        }
        return .open(Array("ok\n".utf8), type: "text/plain; charset=utf-8", cache: "no-store")
    }

    /// Limit: bytes of an event.
    private static let largest = 256 << 10
    private static let signature = HTTPField.Name("Stripe-Signature") ?? .authorization

    private func body(of visit: Visit) async throws -> [UInt8] {
        do {
            return try await Array(visit.request.body.collect(upTo: Self.largest).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        } catch {
            throw Problem.unreadableForm
        }
    }
}
