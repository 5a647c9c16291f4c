/// A template ready to be written: names are looked up, partials put in, escaping chosen.
enum Step: Sendable {
    case bytes([UInt8])
    case value(Lookup, Escaping)
    case markup(Lookup, Escaping)
    /// `enters`: whether what the section is about becomes the innermost scope.
    case section(Lookup, enters: Bool, [Step])
    case unless(Lookup, [Step])
}

/// The way to a value: so many scopes outward, then through these fields.
struct Lookup: Sendable {
    struct Field: Sendable {
        let name: String
        let hint: Int
    }

    let outward: Int
    let fields: [Field]
}

/// Compiles the trees of a set of files against declared names.
struct Compiler {
    private let files: [String: ParsedFile]
    private(set) var problems: [TemplateProblem] = []
    private(set) var included: Set<String> = []

    private var scopes: [TemplateNames] = []
    private var suffix = ""
    private var including: [String] = []
    private var inclusions = 0
    private var place: HTMLPlace?
    private var fixed = Escaping.plain

    /// Limits: partials in partials, and partials that one template is made of, each as often as it is included.
    private static let deepestPartial = 16, mostInclusions = 1_000

    init(_ files: [String: ParsedFile]) { self.files = files }

    /// The steps of the body of `file`, with `names` as its outermost scope.
    mutating func body(of file: String, _ names: TemplateNames) -> [Step] {
        guard let parsed = files[file] else { return [] }
        let isHTML = file.hasByteSuffix(TemplateKind.html.suffix)
        suffix = (isHTML ? TemplateKind.html : .text).suffix
        (scopes, including, place, fixed) = ([names], [file], isHTML ? HTMLPlace() : nil, .plain)
        inclusions = 0
        let steps = merged(compile(parsed.body))
        if let place, !place.isText {
            let start = Position(file: file, line: 1, column: 1)
            problems.append(start.problem("it ends inside of a tag, script or style"))
        }
        return steps
    }

    /// The header lines of `file`, by name, as steps.
    mutating func headers(of file: String, _ names: TemplateNames) -> [(name: String, steps: [Step])] {
        (files[file]?.headers ?? []).map { header in
            (scopes, including, place, fixed) = ([names], [file], nil, .header)
            inclusions = 0
            suffix = TemplateKind.text.suffix
            return (header.name, merged(compile(header.nodes)))
        }
    }

    private mutating func compile(_ nodes: [Node]) -> [Step] {
        nodes.flatMap { node -> [Step] in
            switch node {
            case .literal(let bytes):
                place?.read(bytes)
                return [.bytes(bytes)]
            case .value(let tag): return value(tag)
            case .section(let tag, let children): return section(tag, children)
            case .partial(let tag): return partial(tag)
            case .unit(let tag, let children): return unit(tag, children)
            }
        }
    }

    /// A translation must leave the place as the text before it did: no table may close an attribute that it stands in.
    private mutating func unit(_ tag: Tag, _ children: [Node]) -> [Step] {
        let before = place
        let steps = compile(children)
        if let start = before, let end = place, !start.agrees(with: end) {
            report(tag, "this unit opens a tag, a quotation or a script that it does not close")
        }
        return steps
    }

    private mutating func value(_ tag: Tag) -> [Step] {
        guard let (lookup, names) = look(up: tag) else { return [] }
        let escaping = escaping(at: tag)
        switch (tag.kind == .raw, names) {
        case (true, .markup): return [.markup(lookup, escaping)]
        case (false, .value): return [.value(lookup, escaping)]
        case (true, _): report(tag, "\"\(tag.written)\" is not markup: write {{\(tag.written)}}")
        case (false, .markup): report(tag, "\"\(tag.written)\" is markup: write {{{\(tag.written)}}}")
        case (false, .object): report(tag, "\"\(tag.written)\" is an object: write one of its names, or a section")
        case (false, .each): report(tag, "\"\(tag.written)\" is a list: write a section")
        }
        return []
    }

    private mutating func escaping(at tag: Tag) -> Escaping {
        guard let place else { return fixed }
        switch place.advice {
        case .escape(let escaping):
            if tag.kind == .raw, !place.isText { report(tag, "markup may stand only where elements may") }
            return escaping
        case .refuse(let reason):
            report(tag, reason)
            return .html
        }
    }

    private mutating func section(_ tag: Tag, _ children: [Node]) -> [Step] {
        guard let (lookup, names) = look(up: tag) else { return [] }
        let before = place
        var entered: TemplateNames?
        if tag.kind == .section {
            switch names {
            case .each(let items): entered = items
            case .object: entered = names
            case .value, .markup: entered = nil
            }
        }
        if let entered { scopes.append(entered) }
        let steps = merged(compile(children))
        if entered != nil { scopes.removeLast() }
        if let start = before, let end = place {
            if !start.agrees(with: end) {
                report(tag, "section \"\(tag.written)\" opens a tag, a quotation or a script that it does not close")
            }
            place = start.joined(with: end)
        }
        return [
            tag.kind == .inverted
                ? .unless(lookup, steps) : .section(lookup, enters: entered != nil, steps)
        ]
    }

    private mutating func partial(_ tag: Tag) -> [Step] {
        let file = tag.written + suffix
        guard let parsed = files[file] else {
            let known = files.keys.filter { $0.hasByteSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
            report(tag, "no partial \"\(file)\" (there are: \(known.sorted().joined(separator: ", ")))")
            return []
        }
        included.insert(file)
        if including.contains(file) {
            report(tag, "partial \"\(tag.written)\" includes itself")
            return []
        }
        inclusions += 1
        guard including.count <= Self.deepestPartial, inclusions <= Self.mostInclusions else {
            // Told once: what is beyond the limit may be endless.
            if inclusions <= Self.mostInclusions + 1 {
                report(
                    tag,
                    "partials are nested deeper than \(Self.deepestPartial), or are more than \(Self.mostInclusions)")
            }
            return []
        }
        including.append(file)
        defer { including.removeLast() }
        return compile(parsed.body)
    }

    private mutating func look(up tag: Tag) -> (Lookup, TemplateNames)? {
        guard let first = tag.path.first else { return (Lookup(outward: 0, fields: []), scopes[scopes.count - 1]) }
        for (outward, scope) in scopes.reversed().enumerated() {
            guard scope.entries.contains(where: { $0.name == first }) else { continue }
            var names = scope
            var fields: [Lookup.Field] = []
            for (depth, name) in tag.path.enumerated() {
                guard let hint = names.entries.firstIndex(where: { $0.name == name }) else {
                    let owner = tag.path[..<depth].joined(separator: ".")
                    report(tag, "unknown name \"\(name)\" in \"\(owner)\"\(Self.known([names]))")
                    return nil
                }
                names = names.entries[hint].names
                fields.append(Lookup.Field(name: name, hint: hint))
            }
            return (Lookup(outward: outward, fields: fields), names)
        }
        report(tag, "unknown name \"\(first)\"\(Self.known(scopes.reversed()))")
        return nil
    }

    private static func known(_ scopes: [TemplateNames]) -> String {
        let names = scopes.flatMap { $0.entries.map(\.name) }
        return " (known here: \(names.isEmpty ? "none" : names.joined(separator: ", ")))"
    }

    private mutating func report(_ tag: Tag, _ message: String) {
        let origin = including.count > 1 ? ", included by \(including[0])" : ""
        problems.append(tag.position.problem(message + origin))
    }

    /// Neighboring literals as one.
    private func merged(_ steps: [Step]) -> [Step] {
        var result: [Step] = []
        for step in steps {
            if case .bytes(let more) = step, case .bytes(let bytes)? = result.last {
                result[result.count - 1] = .bytes(bytes + more)
            } else {
                result.append(step)
            }
        }
        return result
    }
}
