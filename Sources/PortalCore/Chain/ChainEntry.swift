import Foundation

/// One link of the chain: what was said, to the byte, and the signature under it.
package struct ChainEntry: Equatable, Sendable, Codable {
    /// The JSON of a `ChainContent`.
    package let content: String
    let signature: String
    let key: String

    init(content: String, signedBy key: ChainKey) {
        self.content = content
        signature = Data(key.sign(Array(content.utf8))).base64EncodedString()
        self.key = key.publicKey.description
    }

    init(content: String, signature: [UInt8], key: [UInt8]) {
        self.content = content
        self.signature = Data(signature).base64EncodedString()
        self.key = Data(key).base64EncodedString()
    }

    /// What the entry after it names as `previous`.
    package var digest: ContentDigest { ContentDigest(of: Array(content.utf8)) }

    /// Nil where the key is none.
    package var publicKey: ChainPublicKey? { ChainPublicKey(key) }

    /// What it says; nil where that is none of ours.
    package var said: ChainContent? {
        let said = try? JSONDecoder().decode(ChainContent.self, from: Data(content.utf8))
        return said?.format == ChainContent.present ? said : nil
    }

    /// Whether its own key signed exactly these bytes.
    var isSigned: Bool {
        guard let key = publicKey, let bytes = Data(base64Encoded: signature) else { return false }
        return key.verifies(Array(bytes), of: Array(content.utf8))
    }

    var signatureBytes: [UInt8] { Data(base64Encoded: signature).map(Array.init) ?? [] }
}

/// What an entry is about: each act has one.
enum ChainSubject: Equatable {
    case decision(DecisionID)
    case decisionEnded(DecisionID)
    case signature(SignatureID)

    var word: String {
        switch self {
        case .decision(let id): "decision \(id)"
        case .decisionEnded(let id): "decision-ended \(id)"
        case .signature(let id): "signature \(id)"
        }
    }
}
