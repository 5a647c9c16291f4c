/// The tags of a DKIM-Signature (RFC 6376 §3.5) or ARC-Seal (RFC 8617 §4.1.3) that say whose it is and what it covers.
struct SignatureTags {
    private let tags: [[UInt8]: [UInt8]]

    init(_ value: [UInt8]) {
        let pairs = value.split(separator: ASCII.semicolon).compactMap { tag -> ([UInt8], [UInt8])? in
            guard let equals = tag.firstIndex(of: ASCII.equals) else { return nil }
            return (Array(tag[..<equals].trimmed), tag[(equals + 1)...].filter { !$0.isBlank })
        }
        tags = Dictionary(pairs) { first, _ in first }
    }

    /// Who signed (`d=`).
    var domain: [UInt8]? { self["d"] }

    /// Which of the seals of a chain this is (`i=`, 1 to 50); nil for anything else.
    var instance: Int? {
        guard let digits = self["i"], (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...50).contains(number) ? number : nil
    }

    /// Whether a signature of `domain` covers only the first bytes of the body (`l=`), so that anything can follow.
    func isPartial(signedBy domain: String) -> Bool {
        self["l"] != nil && self.domain.map { DomainName.areEqual($0, domain.utf8) } ?? true
    }

    /// The same of any domain that could speak for `domain` in DMARC: itself, one above it, or one beneath it.
    func isPartial(alignedWith domain: String) -> Bool {
        guard self["l"] != nil, let signer = self.domain else { return false }
        return DomainName.lies(domain.utf8, within: signer) || DomainName.lies(signer, within: domain.utf8)
    }

    private subscript(name: String) -> [UInt8]? { tags[Array(name.utf8)] }
}
