import Foundation

/// Files of the source tree, for tests whose tables must follow the code.
enum SourceText {
    /// - Parameter path: from the root of the repository.
    static func file(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The Swift files of a folder, one after the other.
    static func files(in folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { try file("\(folder)/\($0)") }.joined()
    }

    private static var root: URL {
        var url = URL(filePath: #filePath)
        while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent()
    }
}
