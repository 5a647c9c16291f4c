package import MailFormat

/// Our own check of a sender, for mail of which the border host says nothing: an aligned DKIM signature and the DMARC record
/// of the From domain together prove the domain, whatever way the mail came.
///
/// It gives a pass or nothing, never a fail: we did not see the connection, so we know no SPF, and a mailing list or a mail
/// gateway may have changed what was signed. What it proves is who wrote the signed bytes, not when and to whom; so
/// `CoveredFields` asks that the addressees are signed, and repetition is settled where mails are known by their digests.
package struct SenderCheck: Sendable {
    private let records: TextRecords

    /// Limit: signatures that are read, and those of them that are checked.
    private static let mostRead = 20
    private static let mostChecked = 5
    /// Limit: how long the DNS is asked for one mail.
    private static let patience = Duration.seconds(10)

    package init(_ records: TextRecords) { self.records = records }

    /// Which signatures are checked.
    package enum Scope: Sendable {
        /// Those that may speak for the From domain, up to the first that does.
        case enough
        /// All, for people who look.
        case all
    }

    /// Whether there is anything to check: a signature that may speak for the sender. Nobody is asked.
    package static func canTell(_ message: Message, from sender: EmailAddress) -> Bool {
        signatures(of: message).contains { $0.mayCount(for: sender) }
    }

    /// Checks whether `message` is really from the domain of `sender`, whom it must be from without doubt (`Header.sender`).
    ///
    /// - Parameter now: seconds since 1970.
    package func check(
        _ message: Message, from sender: EmailAddress, at now: Int, _ scope: Scope = .enough
    ) async -> CheckedSender {
        let records = records.until(.now + Self.patience)
        var check = SignatureCheck(message, at: now, by: records)
        var author = Author(sender.domain, records)
        var checked: [CheckedSignature] = []
        var verdict: SenderAuthentication?
        let found = Self.signatures(of: message).filter { scope == .all || $0.mayCount(for: sender) }
        for candidate in found.prefix(Self.mostChecked) {
            guard let signature = candidate.signature else {
                checked.append(CheckedSignature(signature: nil, result: .invalid(candidate.problem)))
                continue
            }
            let result = await check.check(signature, in: candidate.field)
            checked.append(CheckedSignature(signature: signature, result: result))
            guard result == .valid, candidate.mayCount(for: sender), !(verdict?.isPass ?? false) else { continue }
            verdict = await author.verdict(on: signature)
            if scope == .enough, verdict?.isPass ?? false { break }
        }
        return CheckedSender(
            signatures: checked, policy: author.policy, authentication: verdict ?? .none(reason: Self.reason(checked)))
    }

    private static func signatures(of message: Message) -> [Candidate] {
        message.header.all(named: "DKIM-Signature").prefix(mostRead).map(Candidate.init)
    }

    private static func reason(_ checked: [CheckedSignature]) -> String {
        for signature in checked {
            guard let domain = signature.signature?.domain else { continue }
            switch signature.result {
            case .invalid(let why): return "the DKIM signature of \(domain) proves nothing: \(why)"
            case .unknown: return "the key of the DKIM signature of \(domain) was not to be had: the DNS did not answer"
            case .valid: continue
            }
        }
        return "no DKIM signature of the sender's domain"
    }
}

/// What came of our own check.
package struct CheckedSender: Sendable {
    package let signatures: [CheckedSignature]
    /// The DMARC record of the From domain, where a valid signature made us ask for it.
    package let policy: DomainPolicy?
    /// A pass or none.
    package let authentication: SenderAuthentication
}

/// A DKIM-Signature field, and what could be read of it.
private struct Candidate {
    let field: HeaderField
    let signature: Signature?
    let problem: String

    init(_ field: HeaderField) {
        self.field = field
        do throws(Signature.Problem) {
            signature = try Signature(field)
            problem = ""
        } catch {
            signature = nil
            problem = error.description
        }
    }

    func mayCount(for sender: EmailAddress) -> Bool {
        signature.map { Alignment.isPossible($0.domain, sender.domain) } ?? false
    }
}

/// The From domain with its policy, which is looked for once.
private struct Author {
    private let domain: String
    private let records: TextRecords
    private var walk: TreeWalk?
    private(set) var policy: DomainPolicy?

    init(_ domain: String, _ records: TextRecords) { (self.domain, self.records) = (domain, records) }

    mutating func verdict(on signature: Signature) async -> SenderAuthentication {
        do throws(TreeWalk.Unanswered) {
            guard let policy = try await findPolicy(for: signature.domain) else {
                return .none(reason: "\(domain) has no DMARC record")
            }
            guard try await isAligned(signature.domain, policy) else {
                return .none(reason: "the DKIM signature of \(signature.domain) does not speak for \(domain)")
            }
            return .pass(method: "dkim of \(signature.domain), checked by us")
        } catch {
            return .none(reason: "the DMARC record of \(domain) was not to be had: the DNS did not answer")
        }
    }

    /// For its own signatures one question mostly does; the way up is asked only where it matters.
    private mutating func findPolicy(for signer: String) async throws(TreeWalk.Unanswered) -> DomainPolicy? {
        if policy == nil { policy = try await TreeWalk.policy(of: domain, by: records) }
        if policy == nil { policy = try await upwards().policy }
        return policy
    }

    private mutating func isAligned(_ signer: String, _ policy: DomainPolicy) async throws(TreeWalk.Unanswered) -> Bool
    {
        if DomainName.areEqual(signer.utf8, domain.utf8) { return true }
        return try await Alignment.holds(signer, upwards(), of: domain, policy, by: records)
    }

    private mutating func upwards() async throws(TreeWalk.Unanswered) -> TreeWalk {
        if let walk { return walk }
        let walk = try await TreeWalk(of: domain, by: records)
        self.walk = walk
        return walk
    }
}

extension SenderAuthentication {
    fileprivate var isPass: Bool { if case .pass = self { true } else { false } }
}
