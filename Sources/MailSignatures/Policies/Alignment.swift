import MailFormat

/// Whether a signature of one domain speaks for mail from another.
enum Alignment {
    /// Whether it could, judged without the DNS: two labels in common at least.
    static func isPossible(_ signer: String, _ author: String) -> Bool {
        let (one, other) = (signer.utf8.split(separator: ASCII.dot), author.utf8.split(separator: ASCII.dot))
        return zip(one.suffix(2), other.suffix(2)).allSatisfy { $0.elementsEqual($1) }
            && min(one.count, other.count) > 1
    }

    /// RFC 9989 §4.4.1, and narrower in one place: a signature from beneath the author's domain, or from beside it, counts
    /// only where the organization says `psd=n`. Without that word a domain beneath may be somebody else's, as
    /// `somebody.hosting.example` is, and would speak for everybody at `hosting.example`.
    static func holds(
        _ signer: String, _ author: TreeWalk, of domain: String, _ policy: DomainPolicy, by records: TextRecords
    ) async throws(TreeWalk.Unanswered) -> Bool {
        if DomainName.areEqual(signer.utf8, domain.utf8) { return true }
        guard !policy.isStrict, author.isDeclared || DomainName.lies(domain.utf8, within: signer.utf8) else {
            return false
        }
        let organization = try await TreeWalk(of: signer, by: records).organization
        return DomainName.areEqual(organization.utf8, author.organization.utf8)
    }
}
