package import MailFormat

/// A proposal, contract or banquet event order: a file in versions, and who must sign each.
package struct Document: Equatable, Sendable {
    package let id: DocumentID
    package let project: ProjectID
    package let settings: DocumentSettings
    package let signers: [Signer]
    /// Of its version, oldest first.
    package let signatures: [Signature]

    package struct Signer: Equatable, Sendable {
        package let person: PersonID
        package let name: String
    }

    package var thing: Thing { .document(id, version: settings.version) }

    /// Who has not signed this version.
    package var missing: [Signer] { signers.filter { !isSigned(by: $0.person) } }

    package var isComplete: Bool { !signers.isEmpty && missing.isEmpty }

    package func isSigned(by person: PersonID) -> Bool { signatures.contains { $0.person == person } }

    /// The rule for signing, whichever way somebody came: whoever must sign it, the version that they were shown, once.
    ///
    /// - Parameter version: the one that was shown.
    /// - Returns: why not; nil where they may.
    package func signing(version: Int, by person: PersonID) -> Refusal? {
        guard signers.contains(where: { $0.person == person }) else { return .item(.notTheirs) }
        guard version == settings.version else {
            return .newerVersion(shown: version, current: settings.version)
        }
        return isSigned(by: person) ? .item(.alreadySo(settings.title)) : nil
    }

    /// What the chain says was signed.
    var sealed: ChainContent.Object {
        ChainContent.Object(
            kind: settings.kind.rawValue, title: settings.title, version: settings.version,
            files: [ChainContent.Content(settings.file)])
    }
}

/// What configuration says of a document.
package struct DocumentSettings: Equatable, Sendable, ItemContent {
    package var project: String
    package var name: String
    package var title: String
    package var kind: Kind
    /// 1, 2, 3 …; a higher one asks everybody to sign anew.
    package var version: Int
    package var file: FileContent
    /// Clients of the project, or staff; in the order in which they are stored. Nobody, for what is only to be read.
    package var signers: [EmailAddress]

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case proposal, contract
        case banquetEventOrder = "banquet-event-order"
    }

    package init(
        project: String, name: String, title: String, kind: Kind, version: Int, file: FileContent,
        signers: [EmailAddress]
    ) {
        self.project = project
        self.name = name
        self.title = title
        self.kind = kind
        self.version = version
        self.file = file
        self.signers = signers.sorted { $0.canonical.utf8.lexicographicallyPrecedes($1.canonical.utf8) }
    }

    package var tool: Tool { .documents }
}

/// Somebody's signature under one version of a document.
package struct Signature: Equatable, Sendable {
    package let id: SignatureID
    package let document: DocumentID
    package let version: Int
    package let person: PersonID
    package let personName: String
    package let address: String
    /// As they typed it.
    package let typedName: String
    /// The network address that the page was used from.
    package let from: String
    package let at: Moment
    /// What the chain says of it.
    package let entry: ChainEntry
}
