import MailFormat

/// A DKIM-Signature field (RFC 6376 §3.5), read strictly: what two programs could read differently is no signature.
package struct Signature: Sendable {
    /// `d=`: who signed, in ASCII lower case.
    package let domain: String
    /// `s=`: which of the signer's keys.
    package let selector: String
    package let algorithm: SigningAlgorithm
    package let headerForm: Canonicalization
    package let bodyForm: Canonicalization
    /// `h=`: the names of the fields that are signed, in ASCII lower case.
    let signedNames: [[UInt8]]
    let signature: [UInt8]
    let bodyDigest: [UInt8]
    /// `l=` is there: it covers only the first bytes of the body, so that anything can follow.
    let isPartial: Bool
    /// `x=`: seconds since 1970.
    let expires: Int?
    /// Whether `i=` names a subdomain, which keys with `t=s` do not speak for.
    let speaksForSubdomain: Bool

    /// Why a field is no signature that could be checked; the end of a sentence.
    package struct Problem: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// Where the key stands in the DNS (RFC 6376 §3.6.2.1).
    var keyName: String { "\(selector)._domainkey.\(domain)" }

    /// Limit: 200 names in `h=`.
    private static let mostNames = 200

    init(_ field: HeaderField) throws(Problem) {
        guard let tags = TagList(field.rawValue) else { throw .init("it is no list of tags") }
        guard tags["v"]?.elementsEqual("1".utf8) == true else { throw .init("its version is not 1") }
        domain = try Self.name(tags, "d", labels: 2)
        selector = try Self.name(tags, "s", labels: 1)
        guard domain.utf8.count + selector.utf8.count <= 240 else { throw .init("its names are too long") }
        algorithm = try Self.algorithm(tags)
        (headerForm, bodyForm) = try Self.forms(tags)
        signedNames = try Self.signedNames(tags)
        guard let signature = tags.base64("b"), !signature.isEmpty else { throw .init("its b= is no base64") }
        guard let digest = tags.base64("bh"), digest.count == 32 else { throw .init("its bh= is no SHA-256") }
        (self.signature, bodyDigest) = (signature, digest)
        guard tags.list("q")?.contains(Array("dns/txt".utf8)) ?? true else { throw .init("its key is not in the DNS") }
        isPartial = tags["l"] != nil
        expires = try Self.expiry(tags)
        speaksForSubdomain = try Self.identity(tags, within: domain)
    }

    private static func name(_ tags: TagList, _ tag: String, labels: Int) throws(Problem) -> String {
        let name = (tags[tag] ?? []).asciiLowercased
        guard HostName.isName(name[...], labels: labels) else { throw .init("its \(tag)= is no name") }
        return String(decoding: name, as: UTF8.self)
    }

    private static func algorithm(_ tags: TagList) throws(Problem) -> SigningAlgorithm {
        let name = String(decoding: tags["a"] ?? [], as: UTF8.self)
        guard let algorithm = SigningAlgorithm.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name.utf8) })
        else {
            throw .init("its algorithm is neither rsa-sha256 nor ed25519-sha256")
        }
        return algorithm
    }

    /// `header/body`; what is left out is simple.
    private static func forms(_ tags: TagList) throws(Problem) -> (Canonicalization, Canonicalization) {
        guard let value = tags["c"] else { return (.simple, .simple) }
        let words = value.split(separator: ASCII.slash, omittingEmptySubsequences: false)
        let forms = words.compactMap { word in
            Canonicalization.allCases.first { $0.rawValue.utf8.elementsEqual(word) }
        }
        guard forms.count == words.count, let header = forms.first, forms.count <= 2 else {
            throw .init("its c= is unknown")
        }
        return (header, forms.count == 2 ? forms[1] : .simple)
    }

    /// RFC 6376 §5.4: From is always among them.
    private static func signedNames(_ tags: TagList) throws(Problem) -> [[UInt8]] {
        let names = (tags.list("h") ?? []).map(\.asciiLowercased)
        guard names.count <= mostNames, names.allSatisfy({ !$0.isEmpty }) else {
            throw .init("its h= is no list of names")
        }
        guard names.contains(Array("from".utf8)) else { throw .init("it does not sign From") }
        return names
    }

    private static func expiry(_ tags: TagList) throws(Problem) -> Int? {
        let (signed, expires) = (tags.number("t"), tags.number("x"))
        guard (tags["t"] == nil) == (signed == nil), (tags["x"] == nil) == (expires == nil) else {
            throw .init("its times are no numbers")
        }
        if let signed, let expires, expires <= signed { throw .init("it expired before it was made") }
        return expires
    }

    /// `i=` lies within `d=`; whether beneath it.
    private static func identity(_ tags: TagList, within domain: String) throws(Problem) -> Bool {
        guard let identity = tags["i"] else { return false }
        guard let at = identity.lastIndex(of: ASCII.at), DomainName.lies(identity[(at + 1)...], within: domain.utf8)
        else { throw .init("its i= is outside of its d=") }
        return !DomainName.areEqual(identity[(at + 1)...], domain.utf8)
    }
}

extension Signature.Problem {
    fileprivate init(_ description: String) { self.description = description }
}

/// Names in the DNS, as mail uses them.
enum HostName {
    /// Whether these are at least `labels` labels of letters, digits, hyphens and underscores, 253 bytes at most.
    static func isName(_ name: ArraySlice<UInt8>, labels: Int) -> Bool {
        let parts = name.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        return name.count <= 253 && parts.count >= labels && parts.allSatisfy(isLabel)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        (1...63).contains(label.count)
            && label.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore
            }
    }
}
