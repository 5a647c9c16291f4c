import Foundation
import FuzzChecks
import Testing

/// Every input that once broke a promise: `Found/TARGET/NAME`.
@Suite("What fuzzing has found") struct FoundTests {
    struct Found: CustomTestStringConvertible {
        let target: FuzzTarget
        let file: URL

        var testDescription: String { "\(target.rawValue)/\(file.lastPathComponent)" }
    }

    private static let all: [Found] = FuzzTarget.allCases.flatMap { target in
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Found/\(target.rawValue)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { Found(target: target, file: folder.appending(path: $0)) }
    }

    @Test("stays mended", arguments: all)
    func mended(found: Found) throws {
        #expect(found.target.violations([UInt8](try Data(contentsOf: found.file))) == [])
    }
}
