/// An address that mail may be sent to: an ASCII dot-atom, `@`, a domain of letters, digits and hyphens.
///
/// Narrower than RFC 5322 §3.4.1 on purpose: no quoted local part, no address literal, no comment, no final dot. Two
/// addresses are equal when their bytes are, `A`–`Z` counting as `a`–`z`; nothing provider-specific is folded.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address as it was given.
    package let text: String
    /// What stands before the `@`, as given.
    package let localPart: String
    /// What stands after the `@`, in ASCII lower case.
    package let domain: String

    /// The address that `text` is, or `nil` when it is none; the only way to get one.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 254, let at = bytes.firstIndex(of: ASCII.at),
            Self.isLocalPart(bytes[..<at]), Self.isDomain(bytes[(at + 1)...])
        else { return nil }
        self.text = text
        localPart = String(decoding: bytes[..<at], as: UTF8.self)
        domain = String(decoding: bytes[(at + 1)...].asciiLowercased, as: UTF8.self)
    }

    package var description: String { text }

    package static func == (left: Self, right: Self) -> Bool { left.text.equalsIgnoringASCIICase(right.text) }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte.asciiLowercased) }
    }

    /// Limit: 64 bytes (RFC 5321 §4.5.3.1.1). A leading hyphen would be read as an option by programs that send mail.
    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 64, bytes.first != ASCII.hyphen else { return false }
        return bytes.split(separator: ASCII.dot, omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(\.isAtomText) && !hasEncodedWord(atom)
        }
    }

    /// `=?…?=` is made of atom bytes, but some reader would decode it into another address.
    private static func hasEncodedWord(_ atom: ArraySlice<UInt8>) -> Bool {
        zip(atom, atom.dropFirst()).contains { $0 == ASCII.equals && $1 == ASCII.question }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        guard labels.allSatisfy(isLabel), let last = labels.last else { return false }
        // A number at the end would be read as an IPv4 address.
        return labels.count > 1 ? !last.allSatisfy(\.isASCIIDigit) : bytes.equalsIgnoringASCIICase("localhost".utf8)
    }

    /// A label of RFC 1123 §2.1. Limit: 63 bytes.
    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        !label.isEmpty && label.count <= 63 && label.first != ASCII.hyphen && label.last != ASCII.hyphen
            && label.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter || $0 == ASCII.hyphen }
    }
}

extension EmailAddress {
    /// The same mailbox with `+tag` behind the local part, or `nil` when that is no address any more.
    package func tagged(_ tag: String) -> EmailAddress? {
        tag.isEmpty ? nil : EmailAddress("\(localPart)+\(tag)@\(domain)")
    }

    /// Whether mail for this address arrives at `base`: it is the same, or a plus address of it.
    package func arrives(at base: EmailAddress) -> Bool { self == base || tag(ofBase: base) != nil }

    /// What stands behind `base`'s local part and a `+`, as written, when this is a plus address of `base`.
    package func tag(ofBase base: EmailAddress) -> String? {
        let prefix = Array(base.localPart.utf8) + [ASCII.plus]
        guard domain.equalsIgnoringASCIICase(base.domain), localPart.utf8.startsIgnoringASCIICase(with: prefix),
            localPart.utf8.count > prefix.count
        else { return nil }
        return String(decoding: localPart.utf8.dropFirst(prefix.count), as: UTF8.self)
    }
}

extension EmailAddress: Codable {
    /// Reads the address from a single string.
    /// - Throws: `DecodingError.dataCorrupted` when the string is no address.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = EmailAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an email address")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
