/// Reads a table in the format of GNU gettext (its manual, “The Format of PO Files”): `msgid`, `msgid_plural`, `msgstr`,
/// `msgstr[n]`, texts that go on in the next lines, and comments. What is marked `fuzzy`, and what has no translation, is
/// passed over.
package struct MessageTableReader {
    /// What is wrong with what was read so far.
    package private(set) var problems: [MessageTableProblem] = []

    private let bytes: [UInt8]
    private let file: String
    private let code: LanguageCode
    private var line = 0
    private var table = MessageTable()
    private var entry = Draft()

    /// Limits: bytes of a file, of a text; entries.
    private static let longestFile = 4_000_000
    private static let longestText = 20_000
    private static let mostEntries = 20_000

    /// One entry while its lines are read.
    private struct Draft {
        var texts: [Keyword: [UInt8]] = [:]
        var isFuzzy = false
        var line = 0
        var last: Keyword?
    }

    private enum Keyword: Hashable {
        case key
        case plural
        case form(Int)
        case only
    }

    /// - Parameter file: its name, for what is wrong with it.
    package init(_ bytes: [UInt8], file: String, code: LanguageCode) {
        (self.bytes, self.file, self.code) = (bytes, file, code)
    }

    /// The table, without what is wrong in the file; see `problems`.
    package mutating func read() -> MessageTable {
        guard bytes.count <= Self.longestFile else {
            return refuse("the file is longer than \(Self.longestFile) bytes")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { return refuse("the file is not UTF-8") }
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            read(line: text.last == UInt8(ascii: "\r") ? text.dropLast() : text)
        }
        finish()
        return table
    }

    private mutating func refuse(_ message: String) -> MessageTable {
        problem(message)
        return MessageTable()
    }

    private mutating func read(line text: ArraySlice<UInt8>) {
        let text = text.drop(while: Self.isBlank)
        if text.isEmpty { return finish() }
        if text.first == UInt8(ascii: "#") {
            if text.dropFirst().first == UInt8(ascii: ","), Self.names(text, "fuzzy") { entry.isFuzzy = true }
            return
        }
        if text.first == UInt8(ascii: "\"") { return goOn(text) }
        guard let (keyword, length) = Self.keyword(text) else {
            return problem(
                "a line is `msgid`, `msgid_plural`, `msgstr` or `msgstr[n]` and a text in quotes, or a comment")
        }
        if keyword == .key, entry.last != nil, entry.last != .key { finish() }
        guard entry.texts[keyword] == nil else { return problem("this was said before: an empty line is missing") }
        if keyword != .key, entry.texts[.key] == nil { return problem("there is no `msgid` before it") }
        if entry.last == nil || keyword == .key { entry.line = line }
        if keyword == .only || keyword == .form(0) { entry.line = line }
        entry.texts[keyword] = []
        entry.last = keyword
        goOn(text.dropFirst(length).drop(while: Self.isBlank))
    }

    /// A text in quotes, behind a keyword or on a line of its own.
    private mutating func goOn(_ text: ArraySlice<UInt8>) {
        guard let keyword = entry.last else { return problem("this text belongs to nothing") }
        guard let more = unquoted(text) else { return }
        entry.texts[keyword, default: []] += more
        if entry.texts[keyword, default: []].count > Self.longestText {
            problem("the text is longer than \(Self.longestText) bytes")
            entry.texts[keyword] = []
        }
    }

    private mutating func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var rest = text.dropFirst()
        guard text.first == UInt8(ascii: "\"") else { return wrong("a text stands in quotes") }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                return rest.allSatisfy(Self.isBlank) ? output : wrong("nothing stands behind a text")
            }
            guard byte == UInt8(ascii: "\\") else {
                output.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "\""): output.append(UInt8(ascii: "\""))
            case UInt8(ascii: "\\"): output.append(UInt8(ascii: "\\"))
            default: return wrong("behind a backslash stands n, t, a quote or a backslash")
            }
        }
        return wrong("the text has no end: a quote is missing")
    }

    private mutating func wrong(_ message: String) -> [UInt8]? {
        problem(message)
        return nil
    }

    private mutating func problem(_ message: String) {
        problems.append(MessageTableProblem(place: .init(file: file, line: max(line, 1)), message: message))
    }
}

// Entries.
extension MessageTableReader {
    private mutating func finish() {
        let entry = entry
        self.entry = Draft()
        guard let key = entry.texts[.key].map({ String(decoding: $0, as: UTF8.self) }), !entry.isFuzzy else { return }
        let place = MessageTable.Place(file: file, line: entry.line)
        if key.utf8.isEmpty { return readHeader(entry, place) }
        let plural = entry.texts[.plural].map { String(decoding: $0, as: UTF8.self) }
        let forms = (plural == nil ? [Keyword.only] : [.form(0), .form(1)]).compactMap { entry.texts[$0] }
            .map { String(decoding: $0, as: UTF8.self) }
        if let message = mistake(key, plural, forms, entry) {
            problems.append(MessageTableProblem(place: place, message: message))
        } else if !forms.contains(where: { $0.utf8.isEmpty }) {
            table.insert(.init(plural: plural, forms: forms, place: place), for: key)
        }
    }

    private func mistake(_ key: String, _ plural: String?, _ forms: [String], _ entry: Draft) -> String? {
        let expected = plural == nil ? 1 : 2
        if forms.count != expected || entry.texts.count != expected + (plural == nil ? 1 : 2) {
            return plural == nil ? "one `msgstr` belongs to it" : "`msgstr[0]` and `msgstr[1]` belong to it"
        }
        if table[key] != nil { return "this text is translated twice" }
        if table.count >= Self.mostEntries { return "there are more than \(Self.mostEntries) texts" }
        let known = Placeholders.numbers(in: plural ?? key)
        for form in forms where !form.utf8.isEmpty {
            let used = Placeholders.numbers(in: form)
            // Where things are counted, the form for one may leave the number out.
            if plural == nil ? used != known : !used.isSubset(of: known) {
                return "its placeholders are not those of the English text"
            }
        }
        return nil
    }

    /// The entry without a key: how the language counts must be what this program knows of it.
    private mutating func readHeader(_ entry: Draft, _ place: MessageTable.Place) {
        let lines = (entry.texts[.only] ?? []).split(separator: 0x0A)
        let name = "Plural-Forms:"
        guard let line = lines.first(where: { $0.starts(with: name.utf8) }) else { return }
        let told = line.dropFirst(name.utf8.count).filter { $0 != 0x20 }
        guard !told.elementsEqual(code.pluralForms.utf8.filter { $0 != 0x20 }) else { return }
        problems.append(
            MessageTableProblem(place: place, message: "the plural forms of this language are `\(code.pluralForms)`"))
    }

    private static func keyword(_ text: ArraySlice<UInt8>) -> (Keyword, Int)? {
        let words: [(String, Keyword)] = [
            ("msgid_plural", .plural), ("msgid", .key), ("msgstr[0]", .form(0)), ("msgstr[1]", .form(1)),
            ("msgstr", .only),
        ]
        for (word, keyword) in words where text.starts(with: word.utf8) {
            let next = text.dropFirst(word.utf8.count).first
            return next.map(isBlank) == true || next == UInt8(ascii: "\"") ? (keyword, word.utf8.count) : nil
        }
        return nil
    }

    private static func names(_ comment: ArraySlice<UInt8>, _ flag: String) -> Bool {
        comment.dropFirst(2).split { $0 == UInt8(ascii: ",") || isBlank($0) }.contains { $0.elementsEqual(flag.utf8) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
