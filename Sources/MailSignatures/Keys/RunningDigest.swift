private import COpenSSL

/// SHA-256 (FIPS 180-4) of bytes that come in pieces, by libcrypto.
struct RunningDigest: ~Copyable {
    private let context: OpaquePointer?

    init() {
        context = EVP_MD_CTX_new()
        // Zeros taken for a digest would make all bodies equal.
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
    }

    deinit { EVP_MD_CTX_free(context) }

    func update(_ bytes: [UInt8]) { EVP_DigestUpdate(context, bytes, bytes.count) }

    /// The 32 bytes; nothing may follow.
    func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1, "libcrypto has no SHA-256")
        return digest
    }
}

extension RunningDigest {
    static func digest(of bytes: [UInt8]) -> [UInt8] {
        let digest = RunningDigest()
        digest.update(bytes)
        return digest.finish()
    }
}
