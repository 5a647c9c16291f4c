import Foundation
import Testing

/// Text that people read, beside what it should be. `UPDATE_GOLDEN=1` rewrites; a mismatch leaves a `.actual` file.
enum Golden {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().path

    static func expect(_ actual: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let path = "\(folder)/Golden/\(name)"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try actual.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let expected = try? String(contentsOfFile: path, encoding: .utf8)
        let isSame = expected.map { Array($0.utf8) == Array(actual.utf8) } ?? false
        if !isSame { try actual.write(toFile: "\(path).actual", atomically: true, encoding: .utf8) }
        #expect(isSame, "differs from Golden/\(name); see \(name).actual", sourceLocation: location)
    }
}
