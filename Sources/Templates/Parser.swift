import Localization

/// A file as a tree, names not yet looked up.
indirect enum Node: Sendable {
    case literal([UInt8])
    case value(Tag)
    case section(Tag, [Node])
    case partial(Tag)
    /// What was marked to be translated, in the language that is read.
    case unit(Tag, [Node])
}

/// A file read: a mail's header lines, if it has them, and the body.
struct ParsedFile: Sendable {
    let headers: [(name: String, nodes: [Node], position: Position)]
    let body: [Node]
}

/// Reads files into trees and collects what is wrong with them.
struct Parser {
    /// Limit: sections in sections. Rendering recurses that deep.
    static let deepest = 32

    private(set) var problems: [TemplateProblem] = []
    /// What is marked to be translated, in the order in which it stands.
    private(set) var units: [TemplateUnit] = []
    private let language: Language

    /// - Parameter language: what the units are put into.
    init(_ language: Language) { self.language = language }

    mutating func parse(_ bytes: [UInt8], file: String) -> ParsedFile {
        guard file.hasByteSuffix(".txt.mustache"), bytes.starts(with: "Subject:".utf8) else {
            return ParsedFile(headers: [], body: nodes(bytes, 0..<bytes.count, file, line: 1))
        }
        var headers: [(name: String, nodes: [Node], position: Position)] = []
        var (start, line) = (0, 1)
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .newline) ?? bytes.count
            let text = start..<(end > start && bytes[end - 1] == .carriageReturn ? end - 1 : end)
            (start, line) = (min(end + 1, bytes.count), line + 1)
            if text.isEmpty { break }
            if let header = header(bytes, text, file, line: line - 1) { headers.append(header) }
        }
        return ParsedFile(headers: headers, body: nodes(bytes, start..<bytes.count, file, line: line))
    }

    private mutating func header(
        _ bytes: [UInt8], _ range: Range<Int>, _ file: String, line: Int
    ) -> (name: String, nodes: [Node], position: Position)? {
        let position = Position(file: file, line: line, column: 1)
        guard let colon = bytes[range].firstIndex(of: .colon), colon > range.lowerBound,
            bytes[range.lowerBound..<colon].allSatisfy({ $0.isASCIIAlphanumeric || $0 == .hyphen })
        else {
            problems.append(position.problem("a header line is `Name: value`; an empty line ends the headers"))
            return nil
        }
        var start = colon + 1
        while start < range.upperBound, bytes[start] == .space || bytes[start] == .tab { start += 1 }
        let name = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self)
        let column = start - range.lowerBound + 1
        return (name, nodes(bytes, start..<range.upperBound, file, line: line, column: column), position)
    }

    private mutating func nodes(
        _ bytes: [UInt8], _ range: Range<Int>, _ file: String, line: Int, column: Int = 1
    ) -> [Node] {
        let (tokens, found) = Scanner(bytes, in: range, file: file, line: line, column: column).scan()
        problems += found
        var open: [Tag] = []
        var levels: [[Node]] = [[]]
        for token in tokens {
            switch token {
            case .literal(let bytes): levels[levels.count - 1].append(.literal(bytes))
            case .tag(let tag): add(tag, &open, &levels, bytes)
            }
            if open.count > Self.deepest {
                problems.append(open[0].position.problem("sections are nested deeper than \(Self.deepest)"))
                return []
            }
        }
        problems += open.map { $0.position.problem("section \"\($0.written)\" is never closed") }
        return levels[0]
    }

    private mutating func add(_ tag: Tag, _ open: inout [Tag], _ levels: inout [[Node]], _ bytes: [UInt8]) {
        switch tag.kind {
        case .value, .raw: levels[levels.count - 1].append(.value(tag))
        case .partial: levels[levels.count - 1].append(.partial(tag))
        case .comment: break
        case .section, .inverted:
            if tag.isUnit, tag.kind == .inverted || open.contains(where: \.isUnit) {
                problems.append(tag.position.problem("a unit to translate begins with {{#t}}, and not within another"))
            }
            open.append(tag)
            levels.append([])
        case .close: close(tag, &open, &levels, bytes)
        }
    }

    private mutating func close(_ tag: Tag, _ open: inout [Tag], _ levels: inout [[Node]], _ bytes: [UInt8]) {
        guard let last = open.last else {
            return problems.append(tag.position.problem("\"\(tag.written)\" is closed here, but no section is open"))
        }
        if last.path != tag.path {
            problems.append(
                tag.position.problem(
                    "\"\(tag.written)\" is closed here, but the open section is \"\(last.written)\""
                        + " of line \(last.position.line)"))
        }
        open.removeLast()
        let children = levels.removeLast()
        guard last.isUnit, last.kind == .section, tag.isUnit else {
            return levels[levels.count - 1].append(.section(last, children))
        }
        levels[levels.count - 1].append(unit(last, children, bytes[last.range.upperBound..<tag.range.lowerBound]))
    }
}

// What is marked to be translated.
extension Parser {
    /// The unit in this parser's language, with the blanks around it as they stand.
    private mutating func unit(_ tag: Tag, _ original: [Node], _ source: ArraySlice<UInt8>) -> Node {
        let unit = TemplateUnit(source, at: tag.position)
        units.append(unit)
        if unit.key.utf8.isEmpty { problems.append(tag.position.problem("there is nothing to translate in this unit")) }
        guard let (text, place) = language.translation(ofUnit: unit.key) else { return .unit(tag, original) }
        let bytes = Array(text.utf8)
        let nodes = nodes(bytes, 0..<bytes.count, place.file, line: place.line)
        if Node.tags(of: nodes) != Node.tags(of: original) {
            let position = Position(file: place.file, line: place.line, column: 1)
            problems.append(position.problem("the translation has other tags than its English text"))
        }
        let (before, after) = TemplateUnit.blanks(around: source)
        return .unit(tag, [.literal(before)] + nodes + [.literal(after)])
    }
}

extension Tag {
    /// Whether it marks what is to be translated.
    var isUnit: Bool { path == ["t"] }
}

extension Node {
    /// The tags in a tree, each once, as they are written.
    static func tags(of nodes: [Node]) -> Set<String> {
        nodes.reduce(into: []) { tags, node in
            switch node {
            case .literal: break
            case .value(let tag), .partial(let tag): tags.insert("\(tag.kind) \(tag.written)")
            case .section(let tag, let children):
                tags.insert("\(tag.kind) \(tag.written)")
                tags.formUnion(self.tags(of: children))
            case .unit(_, let children): tags.formUnion(self.tags(of: children))
            }
        }
    }
}

extension String {
    /// Whether the UTF-8 bytes end with those of `suffix`.
    func hasByteSuffix(_ suffix: String) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
