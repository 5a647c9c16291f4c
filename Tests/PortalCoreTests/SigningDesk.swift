import MailFormat
import Testing

@testable import PortalCore

/// Somebody signs, without wording.
extension World {
    func document() throws -> Document {
        try portal.database.read { try #require(try DocumentRecord.find(DocumentID(number: 1), in: $0)) }
    }

    func id(_ address: EmailAddress) throws -> PersonID {
        try portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            return try #require(
                try PersonRecord.find(address, of: organization.id, at: portal.now, in: connection)
            ).id
        }
    }

    func change(_ body: (inout DesiredOrganization) -> Void) async throws {
        var acme = try #require(try portal.currentPortal().organizations.first)
        body(&acme)
        try await apply(DesiredPortal(organizations: [acme]))
    }

    @discardableResult
    func applyContract(_ settings: DocumentSettings) async throws -> [Outcome] {
        var acme = try #require(try portal.currentPortal().organizations.first)
        acme.items = [.document(settings)]
        return try await apply(DesiredPortal(organizations: [acme]))
    }

    /// Asks for a link by mail, as SIGN does.
    func asks(_ address: EmailAddress, version: Int) async throws -> Outcome {
        let document = try document()
        let command = DocumentCommand.askToSign(document.id, version: version, in: document.project, handedOver: nil)
        let outcomes = try await portal.perform(
            [.item(.document(command))], for: try await session(address), because: press())
        return try #require(outcomes.first)
    }

    func session(_ address: EmailAddress) async throws -> Claim {
        let session = portal.freshSecret()
        let person = try id(address)
        try await portal.database.write { [now = portal.now] connection in
            try SessionRecord.start(session.digest, for: person, by: nil, at: now, in: connection)
        }
        return .session(session, organization: "acme")
    }

    func signingLinkAndCode(_ address: EmailAddress) async throws -> (link: Secret, code: SixDigitCode) {
        _ = try await asks(address, version: document().settings.version)
        let link = try #require(try await post().compactMap(\.letter.content.documentLetter?.link).last)
        return (link, try await code(for: link))
    }

    func code(for link: Secret) async throws -> SixDigitCode {
        let document = try document()
        _ = try await portal.perform(
            [.item(.document(.sendCode(document.id, in: document.project)))], for: .signing(link), because: press())
        return try #require(try await post().compactMap(\.letter.content.documentLetter?.code).last)
    }

    func sign(
        _ link: Secret, _ code: SixDigitCode, _ filled: DocumentTests.Filled = .init()
    ) async throws -> Outcome {
        let document = try document()
        let form = SigningForm(
            document: document.id, version: filled.version, project: document.project, digest: filled.digest,
            typedName: filled.name, agreed: filled.agreed, code: filled.isCodeRight ? code : code.another,
            from: "192.0.2.7")
        let outcomes = try await portal.perform(
            [.item(.document(.sign(form)))], for: .signing(link), because: press())
        return try #require(outcomes.first)
    }

    /// The whole way; gives the letters that tell of it, nil where it was refused.
    func signs(_ address: EmailAddress) async throws -> [Letter]? {
        let (link, code) = try await signingLinkAndCode(address)
        let settings = try document().settings
        let filled = DocumentTests.Filled(version: settings.version, digest: settings.file.digest.description)
        guard case .done = try await sign(link, code, filled) else { return nil }
        return try await post().map(\.letter)
    }
}

extension Letter.Content {
    var documentLetter: DocumentLetter? { if case .item(.document(let letter)) = self { letter } else { nil } }
}

extension DocumentLetter {
    var link: Secret? { if case .signingLink(let secret, _) = occasion { secret } else { nil } }
    var code: SixDigitCode? { if case .signingCode(let code, _) = occasion { code } else { nil } }
}

extension SixDigitCode {
    /// A code that is certainly another.
    var another: SixDigitCode { SixDigitCode(digits == "111111" ? "222222" : "111111")! }
}
