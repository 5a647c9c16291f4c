import ArgumentParser
import PortalCore

/// `postern history`
struct History: Verb {
    static let configuration = CommandConfiguration(
        abstract: "List who did what, by which door, and what came of it.",
        discussion: """
            Example:
              postern history --newest 100 --json
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var count: CountOption
    @OptionGroup var output: OutputOption

    func answer() async throws -> String {
        let portal = try common.installation().portal
        defer { portal.close() }
        var table = Table(
            columns: ["number", "at", "organization", "person", "door", "command", "evidence", "outcome", "cause"].map {
                Table.Column($0)
            }, whenEmpty: "Nothing has happened yet.")
        table.rows = try portal.history(newest: count.newest).map { entry in
            [
                .number(entry.number), .moment(entry.at), .optional(entry.organization), .optional(entry.person),
                .text(entry.door), .text(entry.command), .text(entry.evidence),
                .text(output.json ? entry.outcome : Outcome.words(stored: entry.outcome)),
                .text(output.json ? entry.cause : Self.short(entry.cause)),
            ]
        }
        return table.rendered(json: output.json)
    }

    /// Enough of a digest to tell two causes apart.
    private static func short(_ cause: String) -> String {
        let scalars = cause.unicodeScalars
        return scalars.count <= 24 ? cause : String(String.UnicodeScalarView(scalars.prefix(23))) + "…"
    }
}
