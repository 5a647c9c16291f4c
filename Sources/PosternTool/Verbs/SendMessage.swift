import ArgumentParser
import MailFormat
import PortalCore

/// `postern message`
struct SendMessage: Verb {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Say something in a project's thread, as one of the staff.",
        discussion: """
            The clients of the project are told by mail. With - the text comes from standard input.

            Examples:
              postern message harbour --from ebba@studio.example "The proofs are ready."
              postern message harbour --from ebba@studio.example --file proof.pdf - < text.txt
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Argument(help: "The project's key.")
    var project: String

    @Option(name: .customLong("from"), help: ArgumentHelp("Who of the staff says it.", valueName: "address"))
    var author: EmailAddress

    @Option(
        name: .customLong("file"),
        help: ArgumentHelp("A file to attach; may be given more than once.", valueName: "path"))
    var files: [String] = []

    @Argument(help: "The text, or - for standard input.")
    var text: String

    /// Limit: bytes of text read from standard input; the core's own limit is lower.
    private static let longest = 1 << 20

    func answer() async throws -> String {
        let installation = try common.installation()
        let portal = installation.portal
        defer { portal.close() }
        let slug = try installation.organization(organization.slug).slug
        guard let found = try portal.project(project, of: slug) else {
            throw VerbFailure("\(slug) has no project \(Escaped.text(project)): see `projects` in the configuration")
        }
        let attachments = try files.map { try attach($0, installation) }
        let message = NewMessage(project: found.id, text: try spoken(), attachments: attachments)
        _ = try await portal.carryOut(.postMessage(message), for: .staff(author, organization: slug))
        return "Posted in “\(Escaped.text(found.settings.title))”."
    }

    private func spoken() throws -> String {
        guard text.isSame("-") else { return text }
        var spoken = ""
        while let line = readLine(strippingNewline: false) {
            spoken += line
            guard spoken.utf8.count <= Self.longest else {
                throw VerbFailure("the text is longer than \(Size.text(Self.longest))")
            }
        }
        return spoken
    }

    private func attach(_ path: String, _ installation: Installation) throws -> FileContent {
        switch LocalFile.read(path, limit: installation.server.limits.upload) {
        case .failure(let fault): throw VerbFailure("the file \(Escaped.text(path)) \(fault)")
        case .success(let bytes):
            return FileContent(
                name: path, contentType: ContentTypes.type(of: path), size: Int64(bytes.count),
                digest: try installation.portal.contents.put(bytes))
        }
    }
}
