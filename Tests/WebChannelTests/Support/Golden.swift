import Foundation
import Testing

/// Compares a text with the file that people have read and found good. `UPDATE_GOLDEN=1` rewrites it; a mismatch is
/// left beside it as `.actual`.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    let actual = folder.appendingPathComponent(name + ".actual")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try Data(text.utf8).write(to: file)
    }
    let expected = (try? Data(contentsOf: file)) ?? Data()
    if expected == Data(text.utf8) {
        try? FileManager.default.removeItem(at: actual)
    } else {
        try Data(text.utf8).write(to: actual)
        Issue.record("\(name) differs from what came: see \(name).actual", sourceLocation: sourceLocation)
    }
}
