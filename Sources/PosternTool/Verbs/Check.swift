import ArgumentParser
import PortalCore

/// `postern check`
struct Check: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Say everything that is wrong with the configuration.",
        discussion: """
            Reads server.yaml, portal.yaml and organizations/*.yaml with all files that they name, and changes nothing. \
            Each problem stands on a line of its own: file:line:column: path: what should be there.

            Example:
              postern check --config /etc/postern
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let reading = common.configuration.readAll(secrets: .described)
        guard let portal = reading.portal else {
            if output.json { print(Self.table(reading.problems).json) }
            throw ConfigurationFault(problems: output.json ? [] : reading.problems)
        }
        if output.json { return Self.table(reading.problems).json }
        for warning in reading.problems { Aside.say("\(warning)") }
        let organizations = portal.desired.organizations
        return """
            \(common.folder) is fine: \(Count.text(organizations.count, "organization")), \
            \(Count.text(organizations.map(\.people.count).reduce(0, +), "person", "people")), \
            \(Count.text(organizations.map(\.projects.count).reduce(0, +), "project")), \
            \(Count.text(portal.files.count, "file")).
            """
    }

    private static func table(_ problems: [Problem]) -> Table {
        var table = Table(
            columns: ["file", "line", "column", "path", "weight", "text"].map { Table.Column($0) }, whenEmpty: "")
        table.rows = problems.map {
            [
                .text($0.place.file), .number($0.place.line), .number($0.place.column), .text($0.place.path),
                .text($0.weight == .warning ? "warning" : "error"), .text($0.text),
            ]
        }
        return table
    }
}

/// Numbers of things, in words.
enum Count {
    static func text(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
