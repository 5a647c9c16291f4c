import Yams

/// One value of a configuration file with its place. Reading it gives nil where it is wrong, and notes why.
struct Entry {
    let node: Node
    let file: String
    /// Keys and positions from the file's root.
    let path: String
    let problems: ProblemList

    var place: Place { Place(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, path: path) }

    /// Whether this is a group of keys.
    var isGroup: Bool { node.mapping != nil }

    /// Whether this is a list without entries.
    var isEmptyList: Bool { node.sequence?.isEmpty ?? false }

    /// Whether this is text that begins so.
    func begins(with prefix: String) -> Bool {
        node.scalar.map { $0.string.utf8.starts(with: prefix.utf8) } ?? false
    }

    func problem(_ text: String, _ weight: Problem.Weight = .error) {
        problems.add(text, at: place, weight)
    }

    /// The value by its form; nil, with a problem noted, when it has another.
    func read<Value>(_ form: Form<Value>) -> Value? {
        guard let scalar = node.scalar else {
            problem("should be one value, not a \(node.sequence == nil ? "group of keys" : "list"): \(form.should)")
            return nil
        }
        let written = Written(text: scalar.string, isQuoted: scalar.style != .plain)
        guard !written.isMissing else {
            problem("is empty: \(form.should) (what begins with # must stand in quotes)")
            return nil
        }
        let value = form.read(written)
        if value == nil { problem(form.should) }
        return value
    }

    /// The entries of a list. Limit: 10,000.
    func items() -> [Entry] {
        guard let sequence = node.sequence else {
            problem("should be a list: lines that begin with “- ”")
            return []
        }
        guard sequence.count <= 10_000 else {
            problem("should have at most 10000 entries")
            return []
        }
        return sequence.enumerated().map { child($1, "\($0)") }
    }

    /// The keys of a group; nil, with a problem noted, when it is none.
    func fields() -> Fields? {
        guard let mapping = node.mapping else {
            problem("should be a group of lines like “key: value”")
            return nil
        }
        return Fields(entry: self, mapping: mapping)
    }

    func child(_ node: Node, _ key: String) -> Entry {
        Entry(node: node, file: file, path: path.isEmpty ? key : "\(path)/\(key)", problems: problems)
    }
}

/// A scalar as it stands in the file.
struct Written {
    let text: String
    let isQuoted: Bool

    /// Nothing stands behind the colon, or the word for it (YAML 1.2 §10.2.1.1).
    var isMissing: Bool {
        !isQuoted && ["", "~", "null", "Null", "NULL"].contains { text.utf8.elementsEqual($0.utf8) }
    }
}

/// The keys of a group. What nobody asked for by `finish` is unknown, and an error.
struct Fields {
    let entry: Entry
    private let mapping: Node.Mapping
    private var asked: [String] = []

    init(entry: Entry, mapping: Node.Mapping) {
        self.entry = entry
        self.mapping = mapping
    }

    /// A value that must be there.
    mutating func required<Value>(_ key: String, _ form: Form<Value>) -> Value? {
        guard let found = find(key) else {
            entry.problem("lacks the key `\(key)`, which \(form.should)")
            return nil
        }
        return found.read(form)
    }

    /// A value that may be left out.
    mutating func optional<Value>(_ key: String, _ form: Form<Value>) -> Value? {
        find(key)?.read(form)
    }

    /// A value that stands for itself when it is left out; nil only where it is wrong.
    mutating func optional<Value>(_ key: String, _ form: Form<Value>, default value: Value) -> Value? {
        guard let found = find(key) else { return value }
        return found.read(form)
    }

    /// The entries of a list that may be left out.
    mutating func list(_ key: String) -> [Entry] { find(key)?.items() ?? [] }

    /// A group that may be left out.
    mutating func group(_ key: String) -> Fields? { find(key)?.fields() }

    /// A group that must be there.
    mutating func requiredGroup(_ key: String) -> Fields? {
        guard let found = find(key) else {
            entry.problem("lacks the group `\(key)`")
            return nil
        }
        return found.fields()
    }

    /// The entry of a key, where it stands.
    mutating func find(_ key: String) -> Entry? {
        if !asked.contains(key) { asked.append(key) }
        return mapping.first { $0.key.isWord(key) }.map { entry.child($0.value, key) }
    }

    /// Notes every key that nobody asked for.
    func finish() {
        for (key, _) in mapping where !asked.contains(where: key.isWord) {
            let name = key.scalar.map { "`\(Escaped.text($0.string))`" } ?? "a key that is no word"
            Entry(node: key, file: entry.file, path: entry.path, problems: entry.problems).problem(
                "has \(name), which is not known here; known are \(asked.joined(separator: ", "))")
        }
    }
}

extension Node {
    fileprivate func isWord(_ word: String) -> Bool {
        scalar.map { $0.string.utf8.elementsEqual(word.utf8) } ?? false
    }
}
