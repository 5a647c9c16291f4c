/// What the chain says of one act, in names as they were then, so that it can be read by itself years later.
///
/// Written as JSON with sorted keys and no blanks; that text, to the byte, is what is signed and hashed.
package struct ChainContent: Codable, Equatable, Sendable {
    package var format = Self.present
    /// The organization's slug, and its place in that organization's chain: 1, 2, 3 …
    package let organization: String
    package let number: Int64
    /// SHA-256 of the entry before, in hexadecimal; zeros before the first.
    package let previous: String
    /// ISO 8601, UTC.
    package let at: String
    package let act: Act
    package let person: Who
    /// By which door, and on what evidence for the person.
    package let door: String
    package let evidence: String
    /// The SHA-256 of the mail that asked for it, where one did.
    package let mail: String?
    /// The network address that a page was used from, where it was one.
    package let from: String?
    package let project: String
    package let object: Object
    /// As typed by whoever signed.
    package let typedName: String?

    static let present = "postern-chain-1"
    static let beginning = String(repeating: "0", count: 64)

    package enum Act: String, Codable, Sendable {
        case signed
        case approved
        case revisionRequested = "revision-requested"
        case rejected
        /// The decision named before does not stand any more: it was taken back or replaced.
        case decisionEnded = "decision-ended"
    }

    package struct Who: Codable, Equatable, Sendable {
        package let name: String
        package let address: String
    }

    /// What it was done with, to the byte.
    package struct Object: Codable, Equatable, Sendable {
        package let kind: String
        package let title: String
        package let version: Int
        package let files: [Content]
    }

    package struct Content: Codable, Equatable, Sendable {
        package let name: String
        /// Bytes.
        package let size: Int64
        package let sha256: String

        init(_ file: FileContent) {
            name = file.name
            size = file.size
            sha256 = file.digest.description
        }
    }
}

extension ChainContent.Act {
    init(_ kind: Decision.Kind) {
        self =
            switch kind {
            case .approved: .approved
            case .revisionRequested: .revisionRequested
            case .rejected: .rejected
            }
    }
}
