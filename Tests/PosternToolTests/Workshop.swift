import ArgumentParser
import Foundation
import PortalCore

@testable import PosternTool

/// A folder of one test, gone afterwards.
final class Workshop {
    static let folderOfTests = URL(filePath: #filePath).deletingLastPathComponent().path

    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "postern-\(UUID())").path
        // Beside the configuration stand the mail templates and the tables of languages.
        for name in ["mail-templates", "locales"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, making its folders.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Puts other text where some text stands in a file.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
        try write(text.replacingOccurrences(of: old, with: new), to: name)
    }

    /// The example configuration of the repository, copied here; its data lives here too.
    func copyExample() throws -> String {
        let example = URL(filePath: Self.folderOfTests).appending(path: "../../config").standardized.path
        try FileManager.default.copyItem(atPath: example, toPath: "\(path)/config")
        return "\(path)/config"
    }

    /// The mail templates of the repository, copied here.
    func copyTemplates() throws {
        let templates = URL(filePath: Self.folderOfTests).appending(path: "../../mail-templates").standardized.path
        for name in try FileManager.default.contentsOfDirectory(atPath: templates) {
            try FileManager.default.copyItem(atPath: "\(templates)/\(name)", toPath: "\(path)/mail-templates/\(name)")
        }
    }

    /// Runs a command line in this process and gives what it prints.
    func run(_ arguments: String...) async throws -> String {
        guard let verb = try Postern.parseAsRoot(arguments) as? any Verb else {
            throw VerbFailure("not a verb with an answer: \(arguments)")
        }
        return try await verb.answer()
    }
}

extension Configuration.Reading {
    /// What people read.
    var text: String { problems.map(\.description).joined(separator: "\n") }
}
