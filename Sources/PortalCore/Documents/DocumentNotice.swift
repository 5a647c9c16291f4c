/// News about documents.
package enum DocumentNotice: Equatable, Sendable, Codable, ItemNews {
    /// Here it is, or its next version; whoever must sign it is asked to.
    case issued(DocumentID, version: Int)
    case signingLink(SigningID)
    case signingCode(SigningID, number: Int)
    /// Somebody signed; with the certificate.
    case signed(DocumentID, SignatureID)

    var topic: String {
        switch self {
        case .issued(let id, _), .signed(let id, _): "document-\(id)"
        case .signingLink(let id): "signing-\(id)"
        case .signingCode(let id, _): "signing-code-\(id)"
        }
    }

    /// A certificate is a receipt: nobody misses it by having muted news.
    var isNews: Bool {
        switch self {
        case .issued: true
        case .signingLink, .signingCode, .signed: false
        }
    }

    /// It waits only for those who must sign it; for all others it is news.
    var ask: Ask? {
        if case .issued(let id, let version) = self { .thing(.document(id, version: version)) } else { nil }
    }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .issued(let id, let version): try loader.issued(id, version, for: recipient)
        case .signingLink(let id): try loader.signingLink(id, for: recipient)
        case .signingCode(let id, let number): try loader.signingCode(id, number, for: recipient)
        case .signed(let id, let signature): try loader.signed(id, signature, for: recipient)
        }
    }
}

/// What a mail about a document says.
package struct DocumentLetter: Sendable {
    package let project: Project
    package let document: Document
    package let occasion: Occasion

    package enum Occasion: Sendable {
        /// The file goes along where it is small, and no access code keeps it back.
        case issued(mustSign: Bool, isAttached: Bool)
        case signingLink(Secret, expires: Moment)
        case signingCode(SixDigitCode, expires: Moment)
        /// With all signatures under that version up to this one, and how many are still missing.
        case signed(Signature, all: [Signature], missing: [String])
    }

    /// What can be checked of the signatures, anywhere; nil where there are none in this mail.
    package var proof: ChainProof? {
        guard case .signed(_, let all, _) = occasion else { return nil }
        return ChainProof(all.map(\.entry))
    }
}

extension LetterLoader {
    fileprivate func issued(_ id: DocumentID, _ version: Int, for recipient: Person) throws -> Loaded? {
        guard let (project, document) = try find(id, for: recipient), document.settings.version == version,
            try mayUseDocuments(recipient)
        else { return nil }
        let mustSign = document.signing(version: version, by: recipient.id) == nil
        let isAttached = try !PortalLinkRecord.asksForCode(recipient, at: now, in: connection)
        return loaded(.issued(mustSign: mustSign, isAttached: isAttached), document, project)
    }

    fileprivate func signingLink(_ id: SigningID, for recipient: Person) throws -> Loaded? {
        guard let (signing, project, document) = try openSigning(id, for: recipient) else { return nil }
        let secret = Secret(.link, from: randomness)
        return loaded(
            .signingLink(secret, expires: signing.expires), document, project,
            [.signing(id, secret.digest)])
    }

    /// Only the newest code that was asked for is made.
    fileprivate func signingCode(_ id: SigningID, _ number: Int, for recipient: Person) throws -> Loaded? {
        guard let (signing, project, document) = try openSigning(id, for: recipient),
            signing.codes == number, let expires = signing.codeExpires, expires > now
        else { return nil }
        let code = SixDigitCode(from: randomness)
        return loaded(
            .signingCode(code, expires: expires), document, project,
            [.signingCode(id, StoredCode(code, from: randomness))])
    }

    fileprivate func signed(_ id: DocumentID, _ signature: SignatureID, for recipient: Person) throws -> Loaded? {
        guard let (project, document) = try find(id, for: recipient),
            let signature = try SignatureRecord.find(signature, in: connection)
        else { return nil }
        let all = try SignatureRecord.all(of: id, version: signature.version, in: connection)
        let isPresent = document.settings.version == signature.version
        let missing = isPresent ? document.missing.map(\.name) : []
        return loaded(
            .signed(signature, all: all.filter { $0.id.number <= signature.id.number }, missing: missing),
            isPresent ? document : try document.shown(as: signature.version, in: connection), project)
    }

    private func loaded(
        _ occasion: DocumentLetter.Occasion, _ document: Document, _ project: Project, _ keys: [Letter.Key] = []
    ) -> Loaded {
        let letter = DocumentLetter(project: project, document: document, occasion: occasion)
        return (.item(.document(letter)), .things(ListedThings([document.thing], in: project.id)), keys)
    }

    private func openSigning(
        _ id: SigningID, for recipient: Person
    ) throws -> (Signing, Project, Document)? {
        guard let signing = try SigningRecord.find(id, in: connection), signing.shut(at: now) == nil,
            let (project, document) = try find(signing.document, for: recipient),
            document.signing(version: signing.version, by: recipient.id) == nil, try mayUseDocuments(recipient)
        else { return nil }
        return (signing, project, document)
    }

    /// What was switched off meanwhile asks nobody; certificates of what was signed before still go out.
    private func mayUseDocuments(_ recipient: Person) throws -> Bool {
        guard !recipient.isStaff else { return true }
        return try OrganizationRecord.find(recipient.organization, in: connection)?.settings.tools.contains(.documents)
            ?? false
    }

    private func find(_ id: DocumentID, for recipient: Person) throws -> (Project, Document)? {
        guard let document = try DocumentRecord.find(id, in: connection),
            let project = try ProjectRecord.find(document.project, seenBy: recipient, in: connection)
        else { return nil }
        return (project, document)
    }
}

extension DocumentLetter {
    /// The stored files that go along with it: the document itself where it is small.
    package var files: [FileContent] {
        guard case .issued(_, isAttached: true) = occasion, document.settings.file.size <= Self.largestFile else {
            return []
        }
        return [document.settings.file]
    }

    /// Limit: bytes of a file that is attached; a larger one is linked.
    private static let largestFile: Int64 = 5 << 20
}
