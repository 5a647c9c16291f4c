/// The words of one language: what stands for each English text.
package struct MessageTable: Sendable {
    /// Where an entry stands.
    package struct Place: Sendable, Hashable {
        package let file: String
        /// Counted from 1.
        package let line: Int
    }

    /// What stands for one text.
    package struct Entry: Sendable {
        /// The English text for several things; nil where nothing is counted.
        package let plural: String?
        /// One text, or where things are counted one for each form of the language.
        package let forms: [String]
        /// Where its translation begins.
        package let place: Place
    }

    private var entries: [String: Entry] = [:]

    /// A table without words.
    package init() {}

    /// What stands for an English text; nil where nothing does.
    package subscript(_ key: String) -> Entry? { entries[key] }

    /// The English texts that have a translation.
    package var keys: Set<String> { Set(entries.keys) }

    var count: Int { entries.count }

    mutating func insert(_ entry: Entry, for key: String) { entries[key] = entry }
}

/// One mistake in a table.
package struct MessageTableProblem: Sendable, Hashable, CustomStringConvertible {
    package let place: MessageTable.Place
    package let message: String

    /// `de.po:12: this text is translated twice`
    package var description: String { "\(place.file):\(place.line): \(message)" }
}

/// Every mistake in the tables, in the order of files and lines.
package struct MessageTableErrors: Error, Sendable, CustomStringConvertible {
    package let problems: [MessageTableProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }

    init(_ problems: [MessageTableProblem]) {
        self.problems = problems.sorted { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
    }
}
