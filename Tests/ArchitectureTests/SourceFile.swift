import Foundation

/// A Swift file of the product, read for what can be seen without compiling it.
struct SourceFile: Sendable {
    /// The checkout: three folders above this file.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Relative to the checkout.
    let path: String
    let lines: [String]

    var module: String { path.split(separator: "/").dropFirst().first.map { String($0) } ?? "" }

    /// Every Swift file below `Sources`, in the order of paths.
    static func all() throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: root.appending(path: "Sources").resolvingSymlinksInPath().path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: root.appending(path: "Sources/\(path)"), encoding: .utf8)
            return SourceFile(path: "Sources/\(path)", text: text)
        }
    }

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// The modules of its import lines, each with the number of the line.
    var imports: [(module: String, line: Int)] {
        // As in `@preconcurrency package import struct NIOCore.ByteBuffer`.
        let pattern =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
        return lines.enumerated().compactMap { number, line in
            line.firstMatch(of: pattern).map { (String($0.output.1), number + 1) }
        }
    }

    /// The numbers and texts of lines that match, comments left out.
    func code(matching pattern: Regex<Substring>) -> [(line: Int, text: String)] {
        lines.enumerated().compactMap { number, line in
            let text = line.trimmingCharacters(in: .whitespaces)
            guard !text.hasPrefix("//"), text.firstMatch(of: pattern) != nil else { return nil }
            return (number + 1, text)
        }
    }
}
