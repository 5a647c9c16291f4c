import MailFormat

/// The policies of a domain and of those above it, by which its organization is known without any list of public suffixes
/// (RFC 9989 §4.10).
struct TreeWalk {
    private let domain: String
    /// From the domain upwards.
    private let policies: [DomainPolicy]

    typealias Unanswered = TextRecords.Unanswered

    /// Limit: 8 questions.
    private static let mostQuestions = 8

    init(of domain: String, by records: TextRecords) async throws(Unanswered) {
        self.domain = domain
        var policies: [DomainPolicy] = []
        for name in Self.names(from: domain) {
            guard let policy = try await Self.policy(of: name, by: records) else { continue }
            policies.append(policy)
            if policy.place != .unsaid { break }
        }
        self.policies = policies
    }

    /// The policy of a domain itself. Of several records none counts.
    static func policy(of domain: String, by records: TextRecords) async throws(Unanswered) -> DomainPolicy? {
        switch await records.answer(for: "_dmarc.\(domain)") {
        case .failed: throw Unanswered()
        case .none: return nil
        case .found(let found):
            let policies = found.compactMap { DomainPolicy($0, of: domain) }
            return policies.count == 1 ? policies[0] : nil
        }
    }

    /// The domain of the organization (RFC 9989 §4.10.2).
    var organization: String {
        if let suffix = policies.first(where: { $0.place == .publicSuffix && !Self.isSame($0.domain, domain) }) {
            return Self.child(of: suffix.domain, towards: domain)
        }
        return policies.last?.domain ?? domain
    }

    /// The policy that counts for mail in the domain's name (RFC 9989 §4.10.1): its own, else its organization's, else
    /// that of the suffix under which it is registered.
    var policy: DomainPolicy? {
        policies.first { Self.isSame($0.domain, domain) } ?? policies.first { Self.isSame($0.domain, organization) }
            ?? policies.last
    }

    /// Whether the organization says of itself that all beneath it is its own.
    var isDeclared: Bool { policies.last?.place == .organization }

    /// The names to be asked: the domain, then always one label less, never more than seven.
    private static func names(from domain: String) -> [String] {
        let labels = domain.utf8.split(separator: ASCII.dot)
        let upwards = (1...max(1, labels.count)).reversed().filter { $0 == labels.count || $0 < mostQuestions }
        return upwards.prefix(mostQuestions).map { joined(labels.suffix($0)) }
    }

    private static func child(of suffix: String, towards domain: String) -> String {
        let labels = domain.utf8.split(separator: ASCII.dot)
        return joined(labels.suffix(suffix.utf8.split(separator: ASCII.dot).count + 1))
    }

    private static func joined(_ labels: ArraySlice<Substring.UTF8View>) -> String {
        String(decoding: Array(labels.joined(separator: [ASCII.dot])), as: UTF8.self)
    }

    private static func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}
