import ArgumentParser
import Glibc
import MailFormat
import PortalCore

/// Where the configuration is; every verb has it.
struct ConfigurationOption: ParsableArguments {
    @Option(name: .customLong("config"), help: ArgumentHelp("The folder of the configuration.", valueName: "dir"))
    var folder = "config"

    var configuration: Configuration { Configuration(folder: folder) }

    /// Opens the portal that the configuration describes.
    ///
    /// - Throws: `ConfigurationFault`, or `VerbFailure` when nothing was ever applied.
    func installation() throws -> Installation { try Installation(configuration) }
}

/// An open portal with its server's settings.
struct Installation {
    let server: ServerSettings
    let portal: Portal

    /// Opens the portal that a configuration describes.
    ///
    /// - Throws: `ConfigurationFault`, or `VerbFailure` when nothing was ever applied.
    init(_ configuration: Configuration) throws {
        let server = try configuration.serverSettings(secrets: .described)
        guard Self.exists(in: server.folder) else {
            throw VerbFailure("there is no portal in \(server.folder) yet: run `postern apply` first")
        }
        self.init(server: server, portal: try Portal(server))
    }

    private init(server: ServerSettings, portal: Portal) {
        (self.server, self.portal) = (server, portal)
    }

    static func exists(in folder: String) -> Bool { LocalFile.exists("\(folder)/portal.sqlite") }

    /// Opens the portal, making its folder and those above it when they are missing.
    static func opened(_ server: ServerSettings) throws -> Installation {
        var path = server.folder.utf8.first == UInt8(ascii: "/") ? "/" : ""
        for part in server.folder.utf8.split(separator: UInt8(ascii: "/")) {
            path += String(decoding: part, as: UTF8.self)
            guard mkdir(path, 0o700) == 0 || errno == EEXIST || LocalFile.exists(path) else {
                throw VerbFailure("the folder \(path) cannot be made: \(String(cString: strerror(errno)))")
            }
            path += "/"
        }
        return Installation(server: server, portal: try Portal(server))
    }

    /// The organization that is meant: the one named, or the only one there is.
    func organization(_ slug: String?) throws -> OrganizationSettings {
        let all = try portal.currentPortal().organizations.map(\.settings)
        let slugs = all.map(\.slug).joined(separator: ", ")
        guard let slug else {
            guard let only = all.first, all.count == 1 else {
                throw VerbFailure("say which organization is meant: --organization, one of \(slugs)", .usage)
            }
            return only
        }
        guard let found = all.first(where: { $0.slug.utf8.elementsEqual(slug.utf8) }) else {
            throw VerbFailure("there is no organization \(Escaped.text(slug)); there is \(slugs)")
        }
        return found
    }
}

/// Which organization is meant.
struct OrganizationOption: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("organization")],
        help: ArgumentHelp("The organization; not needed where there is only one.", valueName: "slug"))
    var slug: String?
}

/// Text for people or JSON for programs.
struct OutputOption: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print JSON instead of a table.")
    var json = false
}

/// How the newest of something are listed.
struct ListOptions: ParsableArguments {
    @OptionGroup var common: ConfigurationOption

    @Option(
        name: [.short, .customLong("newest")], help: ArgumentHelp("How many of the newest to list.", valueName: "count")
    )
    var newest = 30

    @OptionGroup var output: OutputOption

    func validate() throws {
        guard (1...10_000).contains(newest) else { throw ValidationError("--newest should be from 1 to 10000") }
    }

    /// Reads the rows from the portal, and gives the table as people or programs want it.
    func answer(
        _ columns: [String], whenEmpty: String, rows: (Portal) throws -> [[Table.Cell]]
    ) throws -> String {
        let portal = try common.installation().portal
        defer { portal.close() }
        var table = Table(columns: columns.map { Table.Column($0) }, whenEmpty: whenEmpty)
        table.rows = try rows(portal)
        return table.rendered(json: output.json)
    }
}

extension EmailAddress: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension Cause {
    /// A command typed at the shell is a cause of its own each time.
    static var typed: Cause { .shell(ContentDigest(of: systemRandomness(32)).description) }
}
