/// What everybody at an organization's door may see of it.
extension Portal {
    /// The organization of a slug; nil when there is none.
    package func organization(_ slug: String) throws -> Organization? {
        try database.read { try OrganizationRecord.find(slug, in: $0) }
    }

    /// All organizations of this installation, for the shell.
    package func organizations() throws -> [Organization] {
        try database.read { try OrganizationRecord.all(in: $0) }
    }

    /// An organization's logo.
    package func logo(of organization: Organization) throws -> StoredFile? {
        guard let logo = organization.logo else { return nil }
        return try database.read { try FileRecord.find(logo, of: organization.id, in: $0) }
    }
}
