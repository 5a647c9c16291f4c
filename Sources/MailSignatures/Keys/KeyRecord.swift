import MailFormat

/// What the DNS says of a key, at `<selector>._domainkey.<domain>` (RFC 6376 §3.6.1).
struct KeyRecord {
    let key: KeyHandle
    let algorithm: SigningAlgorithm
    /// `t=y`: the domain tries signing out, and its signatures count as none.
    let isTesting: Bool
    /// `t=s`: the key does not speak for subdomains in `i=`.
    let isStrict: Bool

    /// Why a record gives no key.
    enum Problem: Error, Hashable {
        case revoked
        case unusable(String)
    }

    /// Limit: RSA keys of 1,024 (RFC 8301 §3.2) to 8,192 bits.
    private static let sizes = 1024...8192

    init(_ record: [UInt8]) throws(Problem) {
        guard let tags = TagList(record) else { throw .unusable("the key record cannot be read") }
        guard tags["v"].map({ $0.elementsEqual("DKIM1".utf8) && tags.names.first == "v" }) ?? true else {
            throw .unusable("the key record is of another version")
        }
        let type = tags["k"].map { String(decoding: $0, as: UTF8.self) } ?? "rsa"
        guard let algorithm = SigningAlgorithm.allCases.first(where: { $0.keyType.utf8.elementsEqual(type.utf8) })
        else {
            throw .unusable("the key is of an unknown kind")
        }
        guard Self.allows(tags.list("h"), ["sha256"]) else { throw .unusable("the key is not for SHA-256") }
        guard Self.allows(tags.list("s"), ["email", "*"]) else { throw .unusable("the key is not for mail") }
        guard let written = tags.compact("p") else { throw .unusable("the record holds no key") }
        guard !written.isEmpty else { throw .revoked }
        guard let bytes = tags.base64("p"), let key = KeyHandle(publicKey: bytes, for: algorithm) else {
            throw .unusable("the key cannot be read")
        }
        guard algorithm != .rsa || Self.sizes.contains(key.bits) else {
            throw .unusable("an RSA key of \(key.bits) bits")
        }
        let flags = tags.list("t") ?? []
        (self.key, self.algorithm) = (key, algorithm)
        isTesting = flags.contains(Array("y".utf8))
        isStrict = flags.contains(Array("s".utf8))
    }

    /// Whether a list that is there names one of these.
    private static func allows(_ list: [[UInt8]]?, _ names: [String]) -> Bool {
        list.map { list in names.contains { list.contains(Array($0.utf8)) } } ?? true
    }
}
