/// What the DNS says of a domain in whose name mail goes out, for whoever sets it up.
package struct SendingDomain: Sendable {
    private let domain: String
    private let records: TextRecords

    /// - Parameter domain: in ASCII lower case.
    package init(_ domain: String, by records: TextRecords) { (self.domain, self.records) = (domain, records) }

    /// Its SPF records. There should be exactly one: several count for nothing (RFC 7208 §4.5).
    package func senderPolicies() async throws(TextRecords.Unanswered) -> [SenderPolicy] {
        try await records.found(at: domain).compactMap(SenderPolicy.init)
    }

    /// The DMARC policy that counts for it: its own, or that of the organization to which it belongs.
    package func policy() async throws(TextRecords.Unanswered) -> DomainPolicy? {
        try await TreeWalk(of: domain, by: records).policy
    }
}

extension MailSigner {
    /// What stands in the DNS in place of `record`.
    package enum Publication: Sendable, Hashable {
        /// The key whose private half signs.
        case same
        /// That, but only tried out (`t=y`): others take no notice of its signatures.
        case testing
        /// Another key.
        case other
        case nothing
        /// What stands there is no key; the end of a sentence.
        case unusable(String)
    }

    /// Compares what stands at `recordName` with the key that signs.
    package func publication(by records: TextRecords) async throws(TextRecords.Unanswered) -> Publication {
        let found = try await records.found(at: recordName).filter { TagList($0)?["p"] != nil }
        guard let first = found.first else { return .nothing }
        guard found.count == 1 else { return .unusable("its selector has several keys") }
        do throws(KeyRecord.Problem) {
            let published = try KeyRecord(first)
            guard isSigned(by: published.key) else { return .other }
            return published.isTesting ? .testing : .same
        } catch {
            return .unusable(error.words)
        }
    }
}

extension TextRecords {
    /// The DNS did not answer: then nothing is known.
    package struct Unanswered: Error {}

    /// The records of a name; none where there are none.
    fileprivate func found(at name: String) async throws(Unanswered) -> [[UInt8]] {
        switch await answer(for: name) {
        case .found(let records): records
        case .none: []
        case .failed: throw Unanswered()
        }
    }
}
