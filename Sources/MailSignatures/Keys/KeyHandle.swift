private import COpenSSL
import MailFormat

/// A key of libcrypto, public or private; never changed after it was made, so threads may share it.
final class KeyHandle: @unchecked Sendable {
    private let key: OpaquePointer

    /// Takes the key over; nil for no key.
    private init?(owning key: OpaquePointer?) {
        guard let key else {
            // What went wrong stands in a list of the thread, which would grow.
            ERR_clear_error()
            return nil
        }
        self.key = key
    }

    deinit { EVP_PKEY_free(key) }

    /// A public key as records hold it: for RSA a SubjectPublicKeyInfo (RFC 6376 §3.6.1), for Ed25519 its 32 bytes
    /// (RFC 8463 §4.2).
    convenience init?(publicKey bytes: [UInt8], for algorithm: SigningAlgorithm) {
        switch algorithm {
        case .rsa:
            // In bounds: libcrypto reads `count` bytes from the start at most.
            let key = bytes.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return d2i_PUBKEY(nil, &start, buffer.count)
            }
            self.init(owning: key)
        case .ed25519:
            self.init(owning: EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, bytes, bytes.count))
        }
        guard self.algorithm == algorithm else { return nil }
    }

    /// A private key in PEM, not encrypted.
    convenience init?(privatePEM text: [UInt8]) {
        guard let input = BIO_new_mem_buf(text, Int32(clamping: text.count)) else { return nil }
        defer { BIO_free(input) }
        // Without an answer of our own libcrypto would ask the terminal for a password.
        self.init(owning: PEM_read_bio_PrivateKey(input, nil, { _, _, _, _ in -1 }, nil))
    }

    /// A private Ed25519 key as its 32 bytes.
    convenience init?(privateEd25519 seed: [UInt8]) {
        self.init(owning: EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count))
    }

    /// What the key is for; nil for a key that signs no mail.
    var algorithm: SigningAlgorithm? {
        if EVP_PKEY_is_a(key, "RSA") == 1 { return .rsa }
        return EVP_PKEY_is_a(key, "ED25519") == 1 ? .ed25519 : nil
    }

    var bits: Int { Int(EVP_PKEY_get_bits(key)) }

    /// The public half as records hold it.
    var publicKey: [UInt8] {
        guard algorithm == .ed25519 else {
            let count = i2d_PUBKEY(key, nil)
            var bytes = [UInt8](repeating: 0, count: max(0, Int(count)))
            bytes.withUnsafeMutableBufferPointer { buffer in
                var start = buffer.baseAddress
                // In bounds: the call before said how many bytes it writes.
                _ = i2d_PUBKEY(key, &start)
            }
            return bytes
        }
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = bytes.count
        return EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 ? bytes : []
    }

    /// The signature of `message`; nil when libcrypto refuses.
    func sign(_ message: [UInt8]) -> [UInt8]? {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var size = 0
        guard EVP_DigestSignInit(context, nil, digest, nil, key) == 1,
            EVP_DigestSign(context, nil, &size, message, message.count) == 1
        else { return nil }
        var signature = [UInt8](repeating: 0, count: size)
        guard EVP_DigestSign(context, &signature, &size, message, message.count) == 1 else { return nil }
        return Array(signature.prefix(size))
    }

    /// Whether `signature` is this key's of `message`.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let context = EVP_MD_CTX_new()
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return EVP_DigestVerifyInit(context, nil, digest, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// Ed25519 takes what it signs whole.
    private var digest: OpaquePointer? { algorithm == .rsa ? EVP_sha256() : nil }
}

extension KeyHandle {
    /// RFC 8463 §3: Ed25519 signs the digest of what RSA signs by its digest.
    func sign(header: [UInt8]) -> [UInt8]? { sign(signed(header)) }

    /// Whether a signature of the canonical fields of a mail is this key's.
    func verifies(_ signature: [UInt8], ofHeader header: [UInt8]) -> Bool {
        verifies(signature, of: signed(header))
    }

    private func signed(_ header: [UInt8]) -> [UInt8] {
        algorithm == .ed25519 ? RunningDigest.digest(of: header) : header
    }
}
