private import COpenSSL

/// SHA-256 by libcrypto (FIPS 180-4).
package enum SHA256 {
    /// Looked up once: that costs more than the digest of a few bytes. Safe: written once, and libcrypto only reads it.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()

    /// The 32 bytes of the digest.
    package static func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        let result = EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil)
        // Zeros taken for a digest would make all secrets equal.
        precondition(result == 1, "libcrypto has no SHA-256")
        return digest
    }

    /// HMAC-SHA-256 (RFC 2104 §2): 32 bytes.
    package static func authentication(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        let block = 64
        let short = key.count > block ? digest(of: key) : key
        let padded = short + [UInt8](repeating: 0, count: block - short.count)
        return digest(of: padded.map { $0 ^ 0x5C } + digest(of: padded.map { $0 ^ 0x36 } + bytes))
    }
}

/// Lower-case base32 without padding (RFC 4648 §6).
package enum Base32 {
    package static func lowercase(_ bytes: [UInt8]) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var letters: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                letters.append(alphabet[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { letters.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// Lower-case hexadecimal, as digests are written for people and in file names.
package enum Hexadecimal {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
