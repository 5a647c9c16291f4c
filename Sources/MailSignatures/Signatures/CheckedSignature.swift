import MailFormat

/// One DKIM-Signature field, and what became of it.
package struct CheckedSignature: Sendable {
    /// `nil` for a field that cannot be read.
    package let signature: Signature?
    package let result: Result

    package enum Result: Sendable, Hashable {
        /// The mail is as its signer sent it, as far as it is signed, and what matters is signed.
        case valid
        /// Broken, expired, revoked, or covering too little; the end of a sentence. It counts as none (RFC 6376 §6.1).
        case invalid(String)
        /// The DNS gave no answer.
        case unknown
    }
}

/// Checks the signatures of one mail. Its body is hashed once for each canonical form.
struct SignatureCheck {
    private let message: Message
    private let header: SignedHeader
    private let records: TextRecords
    /// Seconds since 1970.
    private let now: Int
    private var digests: [Canonicalization: [UInt8]] = [:]

    init(_ message: Message, at now: Int, by records: TextRecords) {
        (self.message, self.now, self.records) = (message, now, records)
        header = SignedHeader(message.header)
    }

    /// Asks the DNS last, so that what is broken anyhow asks nobody.
    mutating func check(_ signature: Signature, in field: HeaderField) async -> CheckedSignature.Result {
        if let problem = offlineProblem(signature) { return .invalid(problem) }
        guard let signed = header.signed(by: signature, in: field) else { return .invalid("it signs too much") }
        switch await records.answer(for: signature.keyName) {
        case .failed: return .unknown
        case .none: return .invalid("its key is not in the DNS")
        case .found(let found):
            do throws(KeyRecord.Problem) {
                return Self.problem(signature, of: signed, by: try Self.key(in: found)).map { .invalid($0) } ?? .valid
            } catch {
                return .invalid(error.words)
            }
        }
    }

    private mutating func offlineProblem(_ signature: Signature) -> String? {
        // Policy E3: what was appended is not signed.
        if signature.isPartial { return "it covers only a part of the body (l=)" }
        if let expires = signature.expires, expires < now { return "it has expired" }
        if let problem = CoveredFields.problem(of: signature, in: message, header) { return problem }
        return digest(signature.bodyForm) == signature.bodyDigest ? nil : "the body was changed"
    }

    private mutating func digest(_ form: Canonicalization) -> [UInt8] {
        if let digest = digests[form] { return digest }
        let start = message.parts.first?.body.startIndex ?? message.bytes.endIndex
        let digest = form.digest(ofBody: message.bytes[start...])
        digests[form] = digest
        return digest
    }

    /// RFC 6376 §3.6.2.2: there is one record. Of several, which is an error of the signer's, one must be a key.
    private static func key(in records: [[UInt8]]) throws(KeyRecord.Problem) -> KeyRecord {
        let keys = records.filter { TagList($0)?["p"] != nil }
        guard keys.count == 1 else {
            throw .unusable(keys.isEmpty ? "its record holds no key" : "its selector has several keys")
        }
        return try KeyRecord(keys[0])
    }

    private static func problem(_ signature: Signature, of signed: [UInt8], by record: KeyRecord) -> String? {
        guard record.algorithm == signature.algorithm else { return "its key is for another algorithm" }
        if record.isTesting { return "its domain is only testing (t=y)" }
        if record.isStrict, signature.speaksForSubdomain { return "its key does not speak for subdomains (t=s)" }
        return record.key.verifies(signature.signature, ofHeader: signed) ? nil : "the signed fields were changed"
    }
}

extension KeyRecord.Problem {
    /// The end of a sentence about a signature.
    var words: String {
        switch self {
        case .revoked: "its key is revoked"
        case .unusable(let why): why
        }
    }
}
