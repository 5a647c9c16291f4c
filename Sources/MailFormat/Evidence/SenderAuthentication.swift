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
            let sealer = results.hasWholeChain ? header.lastSealer(of: border) : nil
            self = verdicts.merged(allReadable: results.areAllReadable, sealer: sealer)
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
        let end = line.map { header.endOfResults(at: $0, border) } ?? header.fields.count
        let within = Self.results(header.fields[..<end])
        let outside = Self.results(header.fields[end...])
        clauses = within.compactMap { $0.isWritten(by: border) ? $0.results?.clauses : nil }.flatMap { $0 }
        hasBorder = line != nil
        // Results without a name claim to be nobody's; programs send them along in good faith.
        isForged = outside.contains { $0.claimedID.map(border.owns) ?? false }
        areAllReadable = within.allSatisfy { $0.results != nil }
    }

    /// Whether the server found the chain of seals of those who passed the mail on to be whole.
    var hasWholeChain: Bool {
        let verdicts = clauses.filter { $0.method.utf8.elementsEqual("arc".utf8) }.map(\.result)
        return !verdicts.isEmpty && verdicts.allSatisfy { $0.utf8.elementsEqual("pass".utf8) }
    }

    private static func results(_ fields: Slice<HeaderFields>) -> [ReadField] {
        fields.filter { $0.isNamed("Authentication-Results") }.map { ReadField($0.rawValue) }
    }
}

/// An Authentication-Results field as far as it could be read.
private struct ReadField {
    let results: AuthenticationResults?
    /// Whose results they say they are, also where the rest cannot be read; nil for nobody's.
    let claimedID: String?

    init(_ value: ArraySlice<UInt8>) {
        let named = AuthenticationResults.parse(value)
        claimedID = named?.authservID ?? AuthenticationResults.claimedID(value)
        results = named ?? (claimedID == nil ? AuthenticationResults.nameless(value) : nil)
    }

    func isWritten(by border: TrustedBorder) -> Bool {
        guard results != nil else { return false }
        return claimedID.map(border.owns) ?? border.ownsNameless
    }
}

/// The results that matter, each read for one sender.
private struct Verdicts {
    private enum Verdict { case pass, fail, mismatch }

    private let dmarc: [Verdict]
    private let dkim: [Verdict]
    /// Whether DMARC may rest on a signature behind which anybody could have added something (`l=`).
    private let hasPartialSignature: Bool

    init(_ clauses: [AuthenticationResults.Clause], sender: EmailAddress, signatures: [HeaderField]) {
        let usable = clauses.filter { !$0.hasRepeatedProperty || !Self.isNamed($0.result, "pass") }
        dmarc = usable.filter { Self.isNamed($0.method, "dmarc") }.compactMap { Self.dmarc($0, sender) }
        dkim = usable.filter { Self.isNamed($0.method, "dkim") }.compactMap { Self.dkim($0, sender, signatures) }
        hasPartialSignature = signatures.contains { SignatureTags($0.unfolded).isPartial(alignedWith: sender.domain) }
    }

    /// Fail beats pass within a method (the same check twice with two answers proves nothing good); a failed DKIM
    /// signature by itself is the same as none (RFC 6376 §6.1).
    ///
    /// - Parameter sealer: a trusted forwarder whose seal the server found whole. What it changed breaks DMARC, so then
    ///   the failure says nothing; that the mail was genuine before is only the forwarder's word, so nor does it pass.
    func merged(allReadable: Bool, sealer: String?) -> SenderAuthentication {
        if dmarc.contains(.fail) {
            guard let sealer, !dmarc.contains(.mismatch) else { return .fail(reason: "dmarc=fail") }
            return .none(reason: "dmarc=fail, passed on by \(sealer)")
        }
        if dmarc.contains(.mismatch) { return .fail(reason: "dmarc=pass for another domain than that of From") }
        if !allReadable { return .none(reason: "an Authentication-Results line cannot be read") }
        if dmarc.contains(.pass) {
            return hasPartialSignature
                ? .none(reason: "a signature of the sender's domain covers only part of the body")
                : .pass(method: "dmarc")
        }
        if dkim.contains(.pass), !dkim.contains(.fail) { return .pass(method: "dkim") }
        return .none(reason: "the server vouches neither by dmarc nor by an aligned dkim")
    }

    private static func dmarc(_ clause: AuthenticationResults.Clause, _ sender: EmailAddress) -> Verdict? {
        if isNamed(clause.result, "fail") { return .fail }
        guard isNamed(clause.result, "pass"), let domain = clause.properties["header.from"].flatMap(Self.domain) else {
            return nil
        }
        return DomainName.areEqual(domain.utf8, sender.domain.utf8) ? .pass : .mismatch
    }

    /// Only a signature by the From domain or by a domain above it counts. DMARC's relaxed alignment also accepts one
    /// from beneath; telling whether that is the same organization needs the public suffix list, and without it
    /// somebody's `x.hosting.example` would speak for `hosting.example`. Nor does a registry speak for what lies below it.
    private static func dkim(
        _ clause: AuthenticationResults.Clause, _ sender: EmailAddress, _ signatures: [HeaderField]
    ) -> Verdict? {
        guard let signer = clause.properties["header.d"] ?? clause.properties["header.i"].flatMap(domainOfIdentity),
            DomainName.areEqual(sender.domain.utf8, signer.utf8)
                || DomainName.lies(sender.domain.utf8, within: signer.utf8) && !RegistryNames.isOne(signer.utf8)
        else { return nil }
        if isNamed(clause.result, "fail") { return .fail }
        guard isNamed(clause.result, "pass") else { return nil }
        return signatures.contains { SignatureTags($0.unfolded).isPartial(signedBy: signer) } ? nil : .pass
    }

    private static func domainOfIdentity(_ identity: String) -> String? {
        identity.utf8.contains(ASCII.at) ? domain(identity) : nil
    }

    /// A domain, or what stands behind the only `@` of an address (RFC 8601 §2.7.2): with two of them programs differ in
    /// whose it is. QUIRK: Zoho puts it in angle brackets.
    private static func domain(_ value: String) -> String? {
        var bytes = value.utf8[...]
        if bytes.first == ASCII.less, bytes.last == ASCII.greater { bytes = bytes.dropFirst().dropLast() }
        let pieces = bytes.split(separator: ASCII.at, maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count < 3, let domain = pieces.last, !domain.isEmpty else { return nil }
        return String(Substring(domain))
    }

    private static func isNamed(_ word: String, _ name: String) -> Bool { word.utf8.elementsEqual(name.utf8) }
}
