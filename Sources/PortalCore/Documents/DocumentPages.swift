/// What the page shows that lists a project's documents.
package struct DocumentShelf: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let documents: [Document]
}

/// What a document's own page shows.
package struct DocumentPage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let document: Document
    /// Why the viewer has nothing to sign here; nil where they do.
    package let refusal: Refusal?
}

/// What the page behind a signing link shows.
package struct SigningPage: Sendable, Equatable {
    package let organization: Organization
    package let person: Person
    package let project: Project
    /// As the version that the link is for.
    package let document: Document
    package let signing: Signing
    /// Whether a code was asked for that can still be typed.
    package let isCodeMailed: Bool
    /// Why it cannot be signed here; nil while it can.
    package let refusal: Refusal?
}

extension Portal {
    /// The documents of a project; nil when nobody is signed in, or for them there is no such page.
    package func documentShelf(_ id: ProjectID, _ session: Secret, of slug: String) throws -> DocumentShelf? {
        try read(.documents, of: id, session, slug) { viewer, project, connection in
            DocumentShelf(
                viewer: viewer, project: project, documents: try DocumentRecord.all(of: id, in: connection))
        }
    }

    /// One document; nil when nobody is signed in, or for them there is no such document.
    package func documentPage(
        _ id: DocumentID, in project: ProjectID, _ session: Secret, of slug: String
    ) throws -> DocumentPage? {
        try read(.documents, of: project, session, slug) { viewer, project, connection in
            guard let document = try DocumentRecord.find(id, of: project.id, in: connection) else { return nil }
            let refusal = document.signing(version: document.settings.version, by: viewer.person.id)
            return DocumentPage(viewer: viewer, project: project, document: document, refusal: refusal)
        }
    }

    /// A signing link's page; nil for a secret that never opened anything. Looking changes nothing.
    package func signingPage(_ secret: Secret) throws -> SigningPage? {
        try database.read { connection in
            let now = clock()
            guard let signing = try SigningRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(signing.person, at: now, in: connection), person.mayAct,
                let organization = try OrganizationRecord.find(person.organization, in: connection),
                let present = try DocumentRecord.find(signing.document, in: connection),
                let project = try ProjectRecord.find(present.project, seenBy: person, in: connection),
                person.isStaff || organization.settings.tools.contains(.documents)
            else { return nil }
            let refusal = signing.shut(at: now) ?? present.signing(version: signing.version, by: person.id)
            return SigningPage(
                organization: organization, person: person, project: project,
                document: try present.shown(as: signing.version, in: connection), signing: signing,
                isCodeMailed: signing.codeExpires.map { $0 > now } ?? false, refusal: refusal)
        }
    }
}
