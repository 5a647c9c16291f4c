/// What the organization's own mail server found out about whether a message is really from its From domain.
///
/// Only Authentication-Results of a configured identifier count, and only above the Received field that the border host
/// wrote: what stands below came from outside. SPF, ARC and providers' own verdicts never make a pass.
package enum SenderAuthentication: Sendable, Hashable {
    /// The server vouches for the From domain, by `dmarc` or by an aligned `dkim`.
    case pass(method: String)
    /// Nothing is known. The reason is for operators.
    case none(reason: String)
    /// The server says that the message is not from that domain, or cannot be.
    case fail(reason: String)
    /// Somebody outside wrote results in the server's name.
    case forged(reason: String)

    /// What `header` proves about `sender`, whom it must be from without doubt (`Header.sender`).
    package init(_ header: Header, sender: EmailAddress, border: TrustedBorder) {
        let results = OwnResults(header, border: border)
        if results.isForged {
            self = .forged(reason: "our own identifier below the line of the border host")
        } else if !results.hasBorder {
            self = .none(reason: "no Received line of the border host")
        } else {
            let verdicts = Verdicts(results.clauses, sender: sender, signatures: header.all(named: "DKIM-Signature"))
            self = verdicts.merged(allReadable: results.areAllReadable)
        }
    }
}

/// The results in the organization's own name, divided by the line of the border host.
private struct OwnResults {
    /// What configured identifiers say above the line.
    let clauses: [AuthenticationResults.Clause]
    let hasBorder: Bool
    /// Whether one of them stands below it.
    let isForged: Bool
    /// A field above the line that cannot be read may hide what our server said; from below comes anything.
    let areAllReadable: Bool

    init(_ header: Header, border: TrustedBorder) {
        let line = header.borderLine(border)
        let within = Self.results(header.fields[..<(line ?? header.fields.count)])
        let outside = Self.results(header.fields[(line ?? header.fields.count)...])
        clauses = within.compactMap { $0 }.filter { border.owns($0.authservID) }.flatMap(\.clauses)
        hasBorder = line != nil
        isForged = outside.contains { $0.map { border.owns($0.authservID) } ?? false }
        areAllReadable = !within.contains { $0 == nil }
    }

    private static func results(_ fields: Slice<HeaderFields>) -> [AuthenticationResults?] {
        fields.filter { $0.isNamed("Authentication-Results") }.map { AuthenticationResults.parse($0.rawValue) }
    }
}

/// The results that matter, each read for one sender.
private struct Verdicts {
    private enum Verdict { case pass, fail, mismatch }

    private let dmarc: [Verdict]
    private let dkim: [Verdict]

    init(_ clauses: [AuthenticationResults.Clause], sender: EmailAddress, signatures: [HeaderField]) {
        let usable = clauses.filter { !$0.hasRepeatedProperty || !Self.isNamed($0.result, "pass") }
        dmarc = usable.filter { Self.isNamed($0.method, "dmarc") }.compactMap { Self.dmarc($0, sender) }
        dkim = usable.filter { Self.isNamed($0.method, "dkim") }.compactMap { Self.dkim($0, sender, signatures) }
    }

    /// Fail beats pass within a method (the same check twice with two answers proves nothing good); a failed DKIM
    /// signature by itself is the same as none (RFC 6376 §6.1).
    func merged(allReadable: Bool) -> SenderAuthentication {
        if dmarc.contains(.fail) { return .fail(reason: "dmarc=fail") }
        if dmarc.contains(.mismatch) { return .fail(reason: "dmarc=pass for another domain than that of From") }
        if !allReadable { return .none(reason: "an Authentication-Results line cannot be read") }
        if dmarc.contains(.pass) { return .pass(method: "dmarc") }
        if dkim.contains(.pass), !dkim.contains(.fail) { return .pass(method: "dkim") }
        return .none(reason: "the server vouches neither by dmarc nor by an aligned dkim")
    }

    private static func dmarc(_ clause: AuthenticationResults.Clause, _ sender: EmailAddress) -> Verdict? {
        if isNamed(clause.result, "fail") { return .fail }
        guard isNamed(clause.result, "pass"), let domain = clause.properties["header.from"] else { return nil }
        return DomainName.areEqual(domain.utf8, sender.domain.utf8) ? .pass : .mismatch
    }

    /// Only a signature by the From domain or by a domain above it counts. DMARC's relaxed alignment also accepts one
    /// from beneath; telling whether that is the same organization needs the public suffix list, and without it
    /// somebody's `x.hosting.example` would speak for `hosting.example`.
    private static func dkim(
        _ clause: AuthenticationResults.Clause, _ sender: EmailAddress, _ signatures: [HeaderField]
    ) -> Verdict? {
        guard let signer = clause.properties["header.d"] ?? clause.properties["header.i"].flatMap(domainOfIdentity),
            DomainName.lies(sender.domain.utf8, within: signer.utf8)
        else { return nil }
        if isNamed(clause.result, "fail") { return .fail }
        guard isNamed(clause.result, "pass") else { return nil }
        return signatures.contains { DKIMSignature($0.unfolded).isPartial(signedBy: signer) } ? nil : .pass
    }

    private static func domainOfIdentity(_ identity: String) -> String? {
        identity.utf8.lastIndex(of: ASCII.at).map { String(identity[identity.utf8.index(after: $0)...]) }
    }

    private static func isNamed(_ word: String, _ name: String) -> Bool { word.utf8.elementsEqual(name.utf8) }
}

/// The tags of a DKIM-Signature field (RFC 6376 §3.5) that say what it covers.
private struct DKIMSignature {
    private let tags: [[UInt8]: [UInt8]]

    init(_ value: [UInt8]) {
        let pairs = value.split(separator: ASCII.semicolon).compactMap { tag -> ([UInt8], [UInt8])? in
            guard let equals = tag.firstIndex(of: ASCII.equals) else { return nil }
            return (Array(tag[..<equals].trimmed), tag[(equals + 1)...].filter { !$0.isBlank })
        }
        tags = Dictionary(pairs) { first, _ in first }
    }

    /// Whether a signature of `domain` covers only the first bytes of the body (`l=`), so that anything can follow.
    func isPartial(signedBy domain: String) -> Bool {
        tags[Array("l".utf8)] != nil && tags[Array("d".utf8)].map { DomainName.areEqual($0, domain.utf8) } ?? true
    }
}
