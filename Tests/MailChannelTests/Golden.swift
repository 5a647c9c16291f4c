import Foundation
import Testing

/// Compares a text with the file of that name in `Golden`; with `UPDATE_GOLDEN=1` the file is written instead. Beside a
/// file that does not match, what came out stands as `.actual`.
func expectGolden(_ text: String, _ name: String) throws {
    let path = World.folderOfTests + "/Golden/" + name
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return
    }
    let expected = FileManager.default.contents(atPath: path) ?? Data()
    let matches = expected == Data(text.utf8)
    if !matches { try Data(text.utf8).write(to: URL(fileURLWithPath: path + ".actual")) }
    #expect(matches, "\(name) differs: compare it with \(name).actual")
}
