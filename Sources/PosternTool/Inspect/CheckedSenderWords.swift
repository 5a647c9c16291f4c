import MailFormat
import MailSignatures

extension CheckedSender {
    /// What our own check found, for people: a line for each signature, and one for the policy.
    var lines: [String] {
        signatures.enumerated().map { number, checked in "DKIM signature \(number + 1): \(checked.words)" }
            + (policy.map { ["DMARC record of \($0.domain): \($0.words)"] } ?? [])
            + (signatures.isEmpty ? [] : ["our own check: \(verdict)"])
    }

    private var verdict: String {
        switch authentication {
        case .pass(let method): "pass, by \(method)"
        case .none(let reason), .fail(let reason), .forged(let reason): "nothing: \(Escaped.text(reason))"
        }
    }
}

extension CheckedSignature {
    fileprivate var words: String {
        guard let signature else { return "unreadable: \(outcome)" }
        let way = "\(signature.algorithm.rawValue), \(signature.headerForm.rawValue)/\(signature.bodyForm.rawValue)"
        return "\(signature.domain), selector \(signature.selector), \(way): \(outcome)"
    }

    private var outcome: String {
        switch result {
        case .valid: "valid"
        case .invalid(let why): Escaped.text(why)
        case .unknown: "its key was not to be had: the DNS did not answer"
        }
    }
}

extension DomainPolicy {
    fileprivate var words: String { "p=\(request), alignment \(isStrict ? "strict" : "relaxed")" }
}
