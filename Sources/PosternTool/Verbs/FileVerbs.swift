import ArgumentParser
import MailFormat
import PortalCore

/// `postern file`
struct FileVerbs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Look at files of clients that can run programs, and release them.",
        discussion: """
            A program, a script or a document with macros that a client sends is kept, and other clients of the project \
            cannot have it until somebody of the staff releases it, here or on the staff's page.
            """,
        subcommands: [FileVerbList.self, FileRelease.self], defaultSubcommand: FileVerbList.self)
}

/// `postern file list`
struct FileVerbList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the files that wait to be released, the newest first.")

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        var table = Table(
            columns: ["id", "file", "size", "from", "project", "received"].map { Table.Column($0) },
            whenEmpty: "No file waits to be released.")
        table.rows = try installation.portal.heldFiles(of: slug).map { held in
            [
                .number(held.file.id.number), .text(held.file.content.name), .number(held.file.content.size),
                .text(held.author), .text(held.projectTitle), .moment(held.file.at),
            ]
        }
        return table.rendered(json: output.json)
    }
}

/// `postern file release`
struct FileRelease: Verb {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let the other clients of its project have a file.")

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var organization: OrganizationOption

    @Argument(help: "The file's id, from `postern file list`.")
    var id: Int64

    @Option(name: .customLong("as"), help: ArgumentHelp("Who of the staff does it.", valueName: "address"))
    var staff: EmailAddress

    func answer() async throws -> String {
        let installation = try common.installation()
        defer { installation.portal.close() }
        let slug = try installation.organization(organization.slug).slug
        let outcome = try await installation.portal.carryOut(
            .item(.work(.release(FileID(number: id)))), for: .staff(staff, organization: slug))
        guard case .done(.item(.fileReleased(let name))) = outcome else { return "File \(id) was not held." }
        return "\(Escaped.text(name)) is released."
    }
}
