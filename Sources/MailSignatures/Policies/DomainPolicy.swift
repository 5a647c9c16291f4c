import MailFormat

/// What a domain says of mail in its name: its DMARC record (RFC 9989 §4.7).
package struct DomainPolicy: Sendable, Hashable {
    /// The domain at whose `_dmarc` the record stands.
    package let domain: String
    /// `p=`: what the domain asks others to do with mail that fails; only shown, for nothing fails here.
    package let request: String
    /// `adkim=s`: only signatures of the very same domain speak for it.
    package let isStrict: Bool
    let place: Place

    /// `psd=`: what the domain says of itself.
    enum Place: Hashable {
        /// `y`: others register domains beneath it.
        case publicSuffix
        /// `n`: it and all beneath it are one organization.
        case organization
        case unsaid
    }

    /// The policy that a record is; nil when it is none.
    init?(_ record: [UInt8], of domain: String) {
        guard let tags = TagList(Self.withoutEmptyTags(record)), tags.names.first == "v",
            tags["v"]?.elementsEqual("DMARC1".utf8) == true
        else { return nil }
        let request = (tags["p"] ?? []).asciiLowercased
        if ["none", "quarantine", "reject"].contains(where: { $0.utf8.elementsEqual(request) }) {
            self.request = String(decoding: request, as: UTF8.self)
        } else if tags["rua"] != nil {
            // RFC 9989 §4.7: without a request that can be read, but with somebody who wants reports, it is `none`.
            self.request = "none"
        } else {
            return nil
        }
        self.domain = domain
        isStrict = tags["adkim"].map { $0.equalsIgnoringASCIICase("s".utf8) } ?? false
        place =
            switch (tags["psd"] ?? []).asciiLowercased {
            case Array("y".utf8): .publicSuffix
            case Array("n".utf8): .organization
            default: .unsaid
            }
    }

    /// QUIRK: `;;` is frequent in these records, which people write by hand.
    private static func withoutEmptyTags(_ record: [UInt8]) -> [UInt8] {
        let tags = record.split(separator: ASCII.semicolon).filter { !$0.trimmed.isEmpty }
        return Array(tags.joined(separator: [ASCII.semicolon]))
    }
}
