import Foundation
import Templates

/// Everything that the portal can say: the units of its templates and the phrases of its sources.
struct Texts {
    struct Entry {
        let key: String
        let plural: String?
        var places: [String]
    }

    private(set) var entries: [Entry] = []
    /// Words in templates that stand outside of units, with their files.
    private(set) var unmarked: [String] = []
    /// Phrases that the scanner cannot read.
    private(set) var unreadable: [String] = []
    private var known: [String: Int] = [:]

    static let checkout = String(#filePath.dropLast("/Tests/LocalizationTests/Texts.swift".count))

    init() throws {
        for path in try Self.files(in: ["mail-templates", "Sources/WebChannel/Templates"], ".mustache") {
            let bytes = try Self.bytes(path)
            for unit in TemplateUnit.all(in: bytes, of: path) { add(unit.key, nil, path) }
            unmarked += Self.words(outsideOfUnits: String(decoding: bytes, as: UTF8.self), of: path)
                .map { "\(path): \($0)" }
        }
        for path in try Self.files(in: ["Sources"], ".swift") {
            var scanner = PhraseScanner(try Self.bytes(path))
            for phrase in scanner.scan() { add(phrase.key, phrase.plural, path) }
            unreadable += scanner.problems.map { "\(path):\($0)" }
        }
    }

    private mutating func add(_ key: String, _ plural: String?, _ path: String) {
        guard let index = known[key] else {
            known[key] = entries.count
            return entries.append(Entry(key: key, plural: plural, places: [path]))
        }
        if entries[index].plural != plural { unreadable.append("\(path): \"\(key)\" stands with two plurals") }
        if !entries[index].places.contains(path) { entries[index].places.append(path) }
    }

    /// As gettext writes it (“The Format of PO Files”).
    var template: String {
        let head =
            "# Every text that can be translated. LocalizationTests write this file: UPDATE_GOLDEN=1.\n"
            + "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
        return entries.reduce(into: head) { text, entry in
            text += "\n" + entry.places.map { "#: \($0)\n" }.joined() + "msgid \(Self.quoted(entry.key))\n"
            if let plural = entry.plural {
                text += "msgid_plural \(Self.quoted(plural))\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n"
            } else {
                text += "msgstr \"\"\n"
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    private static func files(in folders: [String], _ suffix: String) throws -> [String] {
        try folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: "\(checkout)/\(folder)").filter { $0.hasSuffix(suffix) }
                .map { "\(folder)/\($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "\(checkout)/\(path)")))
    }

    /// The lines with letters that are left when units, tags, elements and scripts are taken out.
    private static func words(outsideOfUnits source: String, of path: String) -> [String] {
        var text = source.replacing(#/\{\{#t\}\}.*?\{\{/t\}\}/#.dotMatchesNewlines(), with: "")
        text.replace(#/^Subject: /#, with: "")
        if path.hasSuffix(".html.mustache") {
            text.replace(#/<!--.*?-->|<(style|script)\b.*?</(style|script)>/#.dotMatchesNewlines(), with: "")
            let attributes = text.matches(of: #/(?:aria-label|alt|title|placeholder)="([^"]*)"/#).map { String($0.1) }
            text.replace(#/\{\{>_(button|second)\}\}[^>]*>|<[^>]*>?|&\w+;/#, with: "")
            text += "\n" + attributes.joined(separator: "\n")
        }
        text.replace(#/\{\{.*?\}\}\}?|sha256|SHA-256/#.dotMatchesNewlines(), with: "")
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.contains(#/[A-Za-z]/#) }
    }
}
