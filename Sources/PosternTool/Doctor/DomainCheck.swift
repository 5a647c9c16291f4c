import MailFormat
import MailSignatures

/// What the DNS says of the domain that our mail comes from, by which others judge whether it is genuine.
struct DomainCheck {
    /// In ASCII lower case.
    let domain: String
    /// With which key we sign ourselves.
    let signer: MailSigner?
    let records: TextRecords

    func findings() async -> [Finding] {
        let sending = SendingDomain(domain, by: records)
        var findings = [await senderPolicy(sending), await policy(sending)]
        if let signer { findings.append(await key(of: signer)) }
        return findings
    }

    private func senderPolicy(_ sending: SendingDomain) async -> Finding {
        do throws(TextRecords.Unanswered) {
            let policies = try await sending.senderPolicies()
            guard let policy = policies.first else {
                return .advice(
                    "SPF", "\(domain) has no SPF record",
                    "publish a TXT record at \(domain) that names the servers that send for it: v=spf1 … -all")
            }
            guard policies.count == 1 else {
                return .fault("SPF", "\(domain) has \(policies.count) SPF records: none counts", "leave one of them")
            }
            return finding(on: policy)
        } catch {
            return unanswered("SPF", domain)
        }
    }

    private func finding(on policy: SenderPolicy) -> Finding {
        let most = SenderPolicy.mostLookups
        let count = "\(policy.lookups) of \(most) lookups by itself"
        guard policy.lookups <= most else {
            return .fault(
                "SPF", "the record of \(domain) asks for \(policy.lookups) lookups, \(most) at most count",
                "name networks (ip4:, ip6:) in place of some include, a, mx, ptr or exists")
        }
        switch policy.others {
        case .pass:
            return .fault("SPF", "\(domain) says +all: anybody may send for it", "end the record with -all or ~all")
        case .neutral, .unsaid:
            return .advice(
                "SPF", "\(domain) says nothing of servers that it does not name (\(count))",
                "end the record with -all or ~all")
        case .fail, .softFail, .redirected: return .fine("SPF", "\(domain) has one record (\(count))")
        }
    }

    private func policy(_ sending: SendingDomain) async -> Finding {
        do throws(TextRecords.Unanswered) {
            guard let policy = try await sending.policy() else {
                return .advice(
                    "DMARC", "\(domain) has no DMARC record that counts",
                    "publish exactly one TXT record at _dmarc.\(domain), for a beginning v=DMARC1; p=none")
            }
            let owner = policy.domain.isSame(domain) ? domain : "\(domain), by \(policy.domain),"
            return .fine("DMARC", "\(owner) asks others: p=\(policy.request)")
        } catch {
            return unanswered("DMARC", "_dmarc.\(domain)")
        }
    }

    private func key(of signer: MailSigner) async -> Finding {
        let cure = "publish this as the only TXT record of \(signer.recordName): \(signer.record)"
        do throws(TextRecords.Unanswered) {
            switch try await signer.publication(by: records) {
            case .same: return .fine("DKIM", "\(signer.recordName) holds the key that mail/dkim signs with")
            case .testing:
                return .advice("DKIM", "\(signer.recordName) says t=y: others take no notice of it", "drop t=y")
            case .other: return .fault("DKIM", "\(signer.recordName) holds another key than mail/dkim signs with", cure)
            case .nothing: return .fault("DKIM", "\(signer.recordName) holds no key", cure)
            case .unusable(let why): return .fault("DKIM", "\(signer.recordName) cannot be used: \(why)", cure)
            }
        } catch {
            return unanswered("DKIM", signer.recordName)
        }
    }

    private func unanswered(_ subject: String, _ name: String) -> Finding {
        .unknown(
            subject, "the DNS did not answer for \(name)", "try again; see /etc/resolv.conf if it stays so")
    }
}
