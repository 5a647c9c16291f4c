import Foundation

/// Test data that lies outside of the repository: in `POSTERN_CORPORA`, or in `shared/corpora` beside the checkout.
enum Corpora {
    /// Whether every disagreement is printed.
    static let isVerbose = ProcessInfo.processInfo.environment["POSTERN_VERBOSE"] != nil

    /// The file or folder at `path`, or `nil` where there is none.
    static func file(_ path: String) -> URL? {
        let root =
            ProcessInfo.processInfo.environment["POSTERN_CORPORA"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../shared/corpora").standardizedFileURL
        let file = root.appendingPathComponent(path)
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }
}
