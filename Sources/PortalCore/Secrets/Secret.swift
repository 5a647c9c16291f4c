private import COpenSSL

/// Something that opens a door: the random part of a link, a reply address, a cookie.
///
/// It travels as lower-case base32 (RFC 4648 §6, without padding), which survives mail servers that change case.
/// It is never stored; only its `digest` is.
package struct Secret: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Takes what came by wire; nil unless it has the form of one of our secrets. Upper case is taken as lower case.
    package init?(wire: String) {
        var bytes: [UInt8] = []
        for byte in wire.utf8 {
            guard bytes.count < 64 else { return nil }
            let lower = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
            guard (0x61...0x7A).contains(lower) || (0x32...0x37).contains(lower) else { return nil }
            bytes.append(lower)
        }
        guard bytes.count == Strength.reply.letters || bytes.count == Strength.link.letters else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }

    init(_ strength: Strength, from randomness: Randomness) {
        text = Base32.lowercase(randomness(strength.bytes))
    }

    /// SHA-256 of the secret: what the database holds. 128 random bits and more need no salt (OWASP ASVS 6.5.2).
    package var digest: SecretDigest { SecretDigest(bytes: SHA256.digest(of: Array(text.utf8))) }

    /// Never the secret itself: descriptions end in logs.
    package var description: String { "secret" }

    enum Strength {
        /// 130 bits, in a reply address, where length is dear.
        case reply
        /// 260 bits, in links and cookies.
        case link

        var letters: Int { self == .reply ? 26 : 52 }
        var bytes: Int { self == .reply ? 16 : 32 }
    }
}

/// The SHA-256 digest of a secret.
package struct SecretDigest: Hashable, Sendable {
    let bytes: [UInt8]
}

/// Random bytes; passed in, so that a simulation can be repeated.
package typealias Randomness = @Sendable (_ count: Int) -> [UInt8]

/// The system's cryptographic generator.
package let systemRandomness: Randomness = { count in
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    // Each number is a call of the kernel.
    while bytes.count < count {
        withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
    }
    return bytes
}
