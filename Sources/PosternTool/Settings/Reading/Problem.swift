/// Something about the configuration that its author should know, and where it stands.
struct Problem: Equatable, CustomStringConvertible {
    let place: Place
    let weight: Weight
    let text: String

    enum Weight: Equatable {
        /// The configuration cannot be used.
        case error
        /// It can, but hardly as meant.
        case warning
    }

    /// `config/portal.yaml:14:5: organizations/0/people/2/address: should be an email address`
    var description: String {
        "\(place): \(weight == .warning ? "warning: " : "")\(text)"
    }
}

/// A place in a configuration file: line and column count from 1 (0: the whole file), columns in unicode scalars.
struct Place: Equatable, CustomStringConvertible {
    let file: String
    var line = 0
    var column = 0
    /// Keys and positions from the file's root: `organizations/0/people/2/address`.
    var path = ""

    var description: String {
        file + (line > 0 ? ":\(line):\(column)" : "") + (path.isEmpty ? "" : ": \(path)")
    }
}

/// Collects all problems of one reading, so that they can be told at once.
final class ProblemList {
    private var problems: [Problem] = []

    func add(_ text: String, at place: Place, _ weight: Problem.Weight = .error) {
        problems.append(Problem(place: place, weight: weight, text: text))
    }

    /// File by file as they were read, within a file in the order of its lines.
    var inOrder: [Problem] {
        var files: [String] = []
        for problem in problems where !files.contains(problem.place.file) { files.append(problem.place.file) }
        return files.flatMap { file in
            problems.filter { $0.place.file == file }.sorted {
                ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
            }
        }
    }

    var hasErrors: Bool { problems.contains { $0.weight == .error } }
}

/// The configuration cannot be used, and here is all that is wrong with it.
struct ConfigurationFault: Error, CustomStringConvertible {
    let problems: [Problem]

    var description: String { problems.map(\.description).joined(separator: "\n") }
}
