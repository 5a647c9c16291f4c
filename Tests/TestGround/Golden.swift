import Foundation
package import Testing

/// Compares a text with the file that people have read and found good: the one of that name in the folder `Golden` of
/// the test target. `UPDATE_GOLDEN=1` writes the file; a mismatch is left beside it as `.actual`.
///
/// - Parameter file: a source file of the tests, `#filePath`; the folder is beside it or further up.
package func expectGolden(
    _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let golden = try goldenFolder(of: file) + "/" + name
    let actual = golden + ".actual"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        let file = URL(fileURLWithPath: golden)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        return try Data(text.utf8).write(to: file)
    }
    guard FileManager.default.contents(atPath: golden) != Data(text.utf8) else {
        try? FileManager.default.removeItem(atPath: actual)
        return
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: actual))
    Issue.record("\(name) differs from what came: see \(name).actual", sourceLocation: sourceLocation)
}

private func goldenFolder(of file: String) throws -> String {
    var folder = file.utf8[...]
    while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        let golden = String(decoding: folder, as: UTF8.self) + "/Golden"
        if FileManager.default.fileExists(atPath: golden) { return golden }
    }
    throw CocoaError(.fileNoSuchFile)
}
