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

    @OptionGroup var list: ListOptions

    func answer() async throws -> String {
        try list.answer(
            ["number", "at", "organization", "person", "door", "command", "evidence", "outcome", "cause"],
            whenEmpty: "Nothing has happened yet."
        ) { portal in
            try portal.history(newest: list.newest).map { row(of: $0) }
        }
    }

    private func row(of entry: HistoryEntry) -> [Table.Cell] {
        [
            .number(entry.number), .moment(entry.at), .optional(entry.organization), .optional(entry.person),
            .text(entry.door), .text(entry.command), .text(entry.evidence),
            .text(list.output.json ? entry.outcome : Outcome.words(stored: entry.outcome)),
            .text(list.output.json ? entry.cause : Self.short(entry.cause)),
        ]
    }

    /// Enough of a digest to tell two causes apart.
    private static func short(_ cause: String) -> String {
        let scalars = cause.unicodeScalars
        return scalars.count <= 24 ? cause : String(String.UnicodeScalarView(scalars.prefix(23))) + "…"
    }
}
