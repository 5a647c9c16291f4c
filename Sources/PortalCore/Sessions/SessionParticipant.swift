/// The one way by which a cookie becomes somebody, for reading and for writing.
enum SessionParticipant {
    static func find(
        _ secret: Secret, _ slug: String, at now: Moment, in connection: any Connection
    ) throws -> Participant? {
        let digest = secret.digest
        guard let session = try SessionRecord.find(digest, in: connection), session.isOpen(at: now),
            let person = try PersonRecord.find(session.person, at: now, in: connection), person.mayAct,
            let organization = try OrganizationRecord.find(person.organization, in: connection),
            Array(organization.settings.slug.utf8) == Array(slug.utf8)
        else { return nil }
        if let id = session.link {
            guard let link = try PortalLinkRecord.find(id, in: connection), link.shut(at: now) == nil else {
                return nil
            }
        }
        return Participant(
            person: person, organization: organization, grounds: .session(digest, link: session.link))
    }
}

extension Transaction {
    func sessionParticipant(_ secret: Secret, _ slug: String) throws -> Participant? {
        try SessionParticipant.find(secret, slug, at: now, in: connection)
    }
}
