import MailFormat

/// The secrets by which payment services sign what they report, by the slug of the organization that they report to.
package struct PaymentSecrets: Sendable, Equatable {
    private let secrets: [String: String]

    package init(_ secrets: [String: String] = [:]) { self.secrets = secrets }

    func secret(of slug: String) -> [UInt8]? {
        guard let secret = secrets[slug], !secret.utf8.isEmpty else { return nil }
        return Array(secret.utf8)
    }
}

/// What a payment service shows for itself: its signature, and the bytes that it is of.
package struct PaymentEvidence: Sendable, Equatable {
    let signature: String
    let body: [UInt8]

    /// - Parameters:
    ///   - signature: `t=1492774577,v1=5257a869…`, as Stripe's `Stripe-Signature` has it.
    ///   - body: to the byte as it came.
    package init(signature: String, body: [UInt8]) {
        self.signature = signature
        self.body = body
    }

    /// How far its time may be from ours: what somebody recorded cannot be sent again later.
    private static let tolerance: Int64 = 300
    /// Limit: bytes of the header, and signatures in it. There are several while a secret is being changed.
    private static let (longest, mostSignatures) = (2000, 10)

    /// Whether one of the signatures is HMAC-SHA-256 of the time, a dot and the body, and the time is now.
    func isGenuine(under secret: [UInt8], at now: Moment) -> Bool {
        guard signature.utf8.count <= Self.longest else { return false }
        let fields = signature.utf8.split(separator: ASCII.comma).map {
            $0.split(separator: ASCII.equals, maxSplits: 1, omittingEmptySubsequences: false)
        }
        func values(_ name: String) -> [Substring.UTF8View] {
            fields.compactMap { $0.count == 2 && $0[0].elementsEqual(name.utf8) ? $0[1] : nil }
        }
        let (times, signatures) = (values("t"), values("v1"))
        guard let time = times.first, times.count == 1, signatures.count <= Self.mostSignatures,
            let seconds = Self.seconds(time), abs(now.seconds - seconds) <= Self.tolerance
        else { return false }
        let signed = SHA256.authentication(of: Array(time) + [ASCII.dot] + body, key: secret)
        let expected = Array(Hexadecimal.text(signed).utf8)
        // Each is compared to its end: how many bytes agree must not be heard.
        return signatures.reduce(false) { $0 || $1.count == expected.count && Self.isSame($1, expected) }
    }

    private static func isSame(_ one: Substring.UTF8View, _ other: [UInt8]) -> Bool {
        zip(one, other).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }

    private static func seconds(_ digits: Substring.UTF8View) -> Int64? {
        guard (1...12).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }
}

extension Portal {
    /// Whether this is the payment service of an organization. A report that is not to be believed must not even be a
    /// cause: it would use up the number of the event that it pretends to tell of.
    package func believes(_ evidence: PaymentEvidence, of slug: String) throws -> Bool {
        guard let secret = paymentSecrets.secret(of: slug), try organization(slug) != nil else { return false }
        return evidence.isGenuine(under: secret, at: now)
    }
}

extension Transaction {
    func paymentService(_ evidence: PaymentEvidence, _ slug: String) throws -> Identity {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let secret = paymentSecrets.secret(of: slug), evidence.isGenuine(under: secret, at: now)
        else { return .turnedAway(.refused(.notFound), known: nil) }
        return .paymentService(organization)
    }
}
