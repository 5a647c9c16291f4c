/// How a digest is signed. `rsa-sha1` is no longer one (RFC 8301 §3.1).
package enum SigningAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// RSA with PKCS#1 v1.5 padding (RFC 6376 §3.3.2).
    case rsa = "rsa-sha256"
    /// RFC 8463 §3.
    case ed25519 = "ed25519-sha256"

    /// The name of its keys in key records.
    var keyType: String {
        switch self {
        case .rsa: "rsa"
        case .ed25519: "ed25519"
        }
    }
}
