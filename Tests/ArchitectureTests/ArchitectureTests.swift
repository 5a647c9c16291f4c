import Foundation
import Testing

struct Architecture {
    @Test("no module imports what the table does not allow it")
    func arrows() throws {
        #expect(try SourceFile.all().flatMap(Self.forbiddenImports) == [])
    }

    @Test("every folder of Sources is in the table, and the table names no other")
    func modules() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceFile.root.appending(path: "Sources").path)
        #expect(folders.sorted() == Arrows.modules.map(\.name).sorted())
        // The modules in C have no Swift files.
        let read = try Set(SourceFile.all().map(\.module))
        #expect(read.isSuperset(of: Arrows.modules.filter { !$0.name.hasPrefix("C") }.map(\.name)))
    }

    @Test("ARCHITECTURE.md shows the same table")
    func document() throws {
        let file = SourceFile.root.appending(path: "ARCHITECTURE.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: "<!-- arrows -->\n```\n")?.upperBound)
        let end = try #require(text.range(of: "```\n<!-- /arrows -->", range: start..<text.endIndex)?.lowerBound)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            let updated = text.replacingCharacters(in: start..<end, with: Arrows.written)
            try updated.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(String(text[start..<end]) == Arrows.written)
        }
    }

    @Test("SQL is written in PortalCore only")
    func sql() throws {
        // SELECT alone is a command of IMAP, too.
        let pattern = #/INSERT INTO |DELETE FROM |UPDATE \w+ SET |CREATE (?:TABLE|INDEX)|SELECT .* FROM |PRAGMA /#
        let found = try Self.places(of: pattern, in: SourceFile.all().filter { $0.module != "PortalCore" })
        #expect(found == [])
    }

    @Test(
        "what the house style rules out is not there",
        arguments: [
            (#"^(?:@\w+ )*public "#, "this is a program: package, or less"),
            (#"\bfatalError\(|\btry!|\bas! "#, "return or throw instead"),
            (#"\bTODO\b|\bFIXME\b"#, "an issue is the place for that"),
        ])
    func style(pattern: String, instead: String) throws {
        let found = try Self.places(of: Regex(pattern, as: Substring.self), in: SourceFile.all())
        #expect(found == [], "\(instead)")
    }

    @Test("no file is longer than 300 lines")
    func length() throws {
        let long = try SourceFile.all().filter { $0.lines.count > 301 }.map {
            "\($0.path): \($0.lines.count - 1) lines"
        }
        #expect(long == [])
    }

    @Test(
        "an import is seen in every form",
        arguments: [
            "import GRDB", "package import GRDB", "  @testable import GRDB", "import struct GRDB.Row",
            "@preconcurrency internal import class GRDB.DatabaseQueue", "@_spi(X) import GRDB",
        ])
    func reading(line: String) {
        #expect(SourceFile(path: "Sources/X/a.swift", text: line).imports.map(\.module) == ["GRDB"])
    }

    @Test("what is forbidden is named with file, line and reason")
    func naming() {
        let core = SourceFile(path: "Sources/PortalCore/Files/F.swift", text: "\nimport GRDB\nimport WebChannel")
        #expect(
            Self.forbiddenImports(of: core) == [
                "Sources/PortalCore/Files/F.swift:2: GRDB may be imported in PortalCore/Storage only",
                "Sources/PortalCore/Files/F.swift:3: PortalCore may not import WebChannel",
            ])
        let storage = SourceFile(path: "Sources/PortalCore/Storage/S.swift", text: "import GRDB")
        #expect(Self.forbiddenImports(of: storage) == [])
    }

    private static func forbiddenImports(of file: SourceFile) -> [String] {
        guard let module = Arrows.modules.first(where: { $0.name == file.module }) else {
            return ["\(file.path): the table does not name \(file.module)"]
        }
        return file.imports.compactMap { name, line in
            if module.own.contains(name) || module.others.contains(name) { return nil }
            guard let folder = module.confined[name] else {
                return "\(file.path):\(line): \(module.name) may not import \(name)"
            }
            let isInside = file.path.hasPrefix("Sources/\(module.name)/\(folder)/")
            return isInside ? nil : "\(file.path):\(line): \(name) may be imported in \(module.name)/\(folder) only"
        }
    }

    private static func places(of pattern: Regex<Substring>, in files: [SourceFile]) -> [String] {
        files.flatMap { file in file.code(matching: pattern).map { "\(file.path):\($0.line): \($0.text)" } }
    }
}
