private import COpenSSL
import Foundation

/// The installation's key that signs every link of the chain: Ed25519 (RFC 8032), its 32 bytes in a file beside the
/// database.
struct ChainKey: Sendable {
    private let seed: [UInt8]
    let publicKey: ChainPublicKey

    /// Reads the key's file, making it when it is not there.
    ///
    /// - Throws: `ContentFault` when the file cannot be read or made, or is no key.
    init(file path: String) throws {
        seed = try KeyFile.key(path)
        publicKey = Self.withKey(seed) { key in
            var bytes = [UInt8](repeating: 0, count: 32)
            var count = bytes.count
            let result = EVP_PKEY_get_raw_public_key(key, &bytes, &count)
            precondition(result == 1, "libcrypto has no Ed25519")
            return ChainPublicKey(bytes: bytes)
        }
    }

    /// The 64 bytes of the signature. Ed25519 takes what it signs whole, and always gives the same.
    func sign(_ message: [UInt8]) -> [UInt8] {
        Self.withKey(seed) { key in
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            var signature = [UInt8](repeating: 0, count: 64)
            var size = signature.count
            let done =
                EVP_DigestSignInit(context, nil, nil, nil, key) == 1
                && EVP_DigestSign(context, &signature, &size, message, message.count) == 1
            // Zeros taken for a signature would be a receipt that nobody can check.
            precondition(done && size == 64, "libcrypto has no Ed25519")
            return signature
        }
    }

    private static func withKey<Result>(_ seed: [UInt8], _ body: (OpaquePointer) -> Result) -> Result {
        guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count) else {
            preconditionFailure("libcrypto has no Ed25519")
        }
        defer { EVP_PKEY_free(key) }
        return body(key)
    }
}

/// The public half of the key that signs the chain, by which anybody can check what it signed.
package struct ChainPublicKey: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Takes the key as it is printed: 32 bytes in base64 (RFC 4648 §4); nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count <= 64, let data = Data(base64Encoded: text), data.count == 32 else { return nil }
        bytes = Array(data)
    }

    package var description: String { Data(bytes).base64EncodedString() }

    /// Whether `signature` is this key's of `message`.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, bytes, bytes.count) else { return false }
        let context = EVP_MD_CTX_new()
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
            // What went wrong stands in a list of the thread, which would grow.
            ERR_clear_error()
        }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
