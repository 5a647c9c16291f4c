private import COpenSSL

/// Six digits that a person types: a sign-in code from a mail, or a portal link's access code.
package struct SixDigitCode: Hashable, Sendable, CustomStringConvertible {
    package let digits: String

    /// Takes what a person typed: six ASCII digits, blanks and hyphens between them allowed.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 32 else { return nil }
        let kept = typed.utf8.filter { $0 != 0x20 && $0 != 0x2D }
        guard kept.count == 6, kept.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        digits = String(decoding: kept, as: UTF8.self)
    }

    init(from randomness: Randomness) {
        // Limit: 2^64 values for 10^6 codes leave a bias of 10^-13.
        let number = randomness(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let text = String(number)
        digits = String(repeating: "0", count: 6 - text.utf8.count) + text
    }

    /// Never the digits: descriptions end in logs.
    package var description: String { "code" }
}

/// A code as it is stored: salted and slowly hashed (scrypt, RFC 7914), because a million codes are quickly tried.
struct StoredCode: Equatable, Sendable {
    let salt: [UInt8]
    let hash: [UInt8]

    init(salt: [UInt8], hash: [UInt8]) {
        self.salt = salt
        self.hash = hash
    }

    init(_ code: SixDigitCode, from randomness: Randomness) {
        salt = randomness(16)
        hash = Self.scrypt(code, salt: salt)
    }

    func matches(_ code: SixDigitCode) -> Bool {
        let tried = Self.scrypt(code, salt: salt)
        return tried.count == hash.count && CRYPTO_memcmp(tried, hash, hash.count) == 0
    }

    private static func scrypt(_ code: SixDigitCode, salt: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        let digits = code.digits.utf8.map { CChar(bitPattern: $0) }
        EVP_PBE_scrypt(digits, digits.count, salt, salt.count, 4096, 8, 1, 16 << 20, &hash, hash.count)
        return hash
    }
}
