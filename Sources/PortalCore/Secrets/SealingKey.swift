private import COpenSSL

/// The key under which written mails wait: they hold links and reply addresses, and neither the database nor its log, nor
/// a copy of them, may give those away. It lies in a file of its own beside the database.
struct SealingKey: Sendable {
    private static let nonceSize = 12
    private static let tagSize = 16

    private let key: [UInt8]

    /// Reads the key's file, making it when it is not there, readable by this user only.
    ///
    /// - Throws: `ContentFault` when the file cannot be read or made, or is no key.
    init(file path: String) throws { key = try KeyFile.key(path) }

    /// The nonce, the bytes under AES-256-GCM (NIST SP 800-38D), and the tag.
    func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let nonce = systemRandomness(Self.nonceSize)
        var hidden = [UInt8](repeating: 0, count: bytes.count)
        var tag = [UInt8](repeating: 0, count: Self.tagSize)
        let done = Self.withContext { context in
            var count: Int32 = 0
            return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
                && EVP_EncryptUpdate(context, &hidden, &count, bytes, Int32(bytes.count)) == 1
                && EVP_EncryptFinal_ex(context, &tag, &count) == 1
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, Int32(Self.tagSize), &tag) == 1
        }
        // Bytes stored open would be worse than none.
        precondition(done, "libcrypto has no AES-256-GCM")
        return nonce + hidden + tag
    }

    /// What was sealed; nil under another key, or when a byte was changed.
    func opened(_ sealed: [UInt8]) -> [UInt8]? {
        guard sealed.count >= Self.nonceSize + Self.tagSize else { return nil }
        let nonce = Array(sealed[..<Self.nonceSize])
        let hidden = Array(sealed[Self.nonceSize..<(sealed.count - Self.tagSize)])
        var tag = Array(sealed.suffix(Self.tagSize))
        var bytes = [UInt8](repeating: 0, count: hidden.count)
        let done = Self.withContext { context in
            var count: Int32 = 0
            var rest = [UInt8](repeating: 0, count: Self.tagSize)
            return EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, Int32(Self.tagSize), &tag) == 1
                && EVP_DecryptUpdate(context, &bytes, &count, hidden, Int32(hidden.count)) == 1
                && EVP_DecryptFinal_ex(context, &rest, &count) == 1
        }
        return done ? bytes : nil
    }

    /// A secret that is the same whenever it is asked for by this name, and tells nothing of the key.
    func replySecret(of name: String) -> Secret {
        let bytes = SHA256.authentication(of: Array("reply secret of \(name)".utf8), key: key)
        return Secret(.reply, from: { count in Array(bytes.prefix(count)) })
    }

    private static func withContext(_ body: (OpaquePointer) -> Bool) -> Bool {
        guard let context = EVP_CIPHER_CTX_new() else { return false }
        defer { EVP_CIPHER_CTX_free(context) }
        return body(context)
    }
}
