import Yams

/// One YAML file: text within limits, one document, no aliases, no tags.
struct SettingsFile {
    /// Limit: bytes of a file.
    private static let mostBytes = 1 << 20
    /// Limit: values in a file.
    private static let mostNodes = 100_000

    /// Where the file lies.
    let path: String
    /// The file as messages name it.
    let shownPath: String
    let problems: ProblemList

    /// The file's root; nil, with the reason among the problems, when the file cannot be read as a whole.
    func root() -> Entry? {
        switch LocalFile.read(path, limit: Self.mostBytes) {
        case .failure(let fault):
            report(fault.description)
            return nil
        case .success(let bytes): return root(of: bytes)
        }
    }

    private func root(of bytes: [UInt8]) -> Entry? {
        guard let text = text(of: bytes), hasNoAliases(bytes) else { return nil }
        do {
            // The basic resolver leaves every word a word: `no`, `0481516` and `1.10` keep their spelling.
            guard let node = try compose(yaml: text, .basic, .default, .utf8) else {
                report("is empty: `postern init` writes one to begin with")
                return nil
            }
            return isPlain(node) ? Entry(node: node, file: shownPath, path: "", problems: problems) : nil
        } catch let fault as YamlError {
            report(fault, in: text)
        } catch {
            report("\(error)")
        }
        return nil
    }

    private func report(_ text: String, line: Int = 0, column: Int = 0) {
        problems.add(text, at: Place(file: shownPath, line: line, column: column))
    }
}

extension SettingsFile {
    /// UTF-8 without control characters, where the first one that is not tells its place.
    private func text(of bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report("is not UTF-8 text")
            return nil
        }
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) || (0x7F...0x9F).contains(scalar.value)
            {
                report("holds a control character", line: line, column: column)
                return nil
            }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return text
    }

    /// Aliases are refused before anything is expanded: a few lines of them can stand for billions of values.
    ///
    /// An alias needs the bytes `&name` and `*name`; text that holds both with one name is refused with them.
    private func hasNoAliases(_ bytes: [UInt8]) -> Bool {
        let anchors = Set(names(in: bytes, after: UInt8(ascii: "&")).map(\.name))
        guard
            let alias = names(in: bytes, after: UInt8(ascii: "*")).first(where: { anchors.contains($0.name) })
        else { return true }
        let before = bytes[..<alias.offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        report(
            "holds a YAML alias (*\(String(decoding: alias.name, as: UTF8.self))): write the value out instead",
            line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: alias.offset - lineStart + 1)
        return false
    }

    private func names(in bytes: [UInt8], after mark: UInt8) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        bytes.indices.filter { bytes[$0] == mark }.compactMap { offset in
            let name = bytes[(offset + 1)...].prefix(while: \.isAnchorByte)
            return name.isEmpty ? nil : (name, offset)
        }
    }

    /// Few enough values, and none with a tag. Walks with a list of its own instead of recursion.
    private func isPlain(_ root: Node) -> Bool {
        var waiting = [root]
        var count = 0
        while let node = waiting.popLast() {
            count += 1
            guard count <= Self.mostNodes else {
                report("holds more than \(Self.mostNodes) values")
                return false
            }
            guard node.hasNoTag else {
                report("holds a YAML tag: leave it out", line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
                return false
            }
            if let sequence = node.sequence { waiting += sequence }
            if let mapping = node.mapping { for (key, value) in mapping { waiting += [key, value] } }
        }
        return true
    }
}

extension SettingsFile {
    private func report(_ fault: YamlError, in text: String) {
        switch fault {
        case .composer(_, let problem, let mark, _) where problem.utf8.elementsEqual("but found another document".utf8):
            report("holds a second document (---): one file, one document", line: mark.line, column: mark.column)
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let hint = isTab(at: mark, in: text) ? ": indent with spaces, not with tabs" : " (\(problem))"
            report("is not YAML here\(hint)", line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let keys, let context):
            report(
                "the key \(keys.map { "`\($0)`" }.joined(separator: ", ")) stands here more than once",
                line: context.mark.line, column: context.mark.column)
        case .reader(let problem, _, _, _): report("cannot be read: \(problem)")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            report("cannot be read: \(fault)")
        }
    }

    private func isTab(at mark: Mark, in text: String) -> Bool {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return false }
        return lines[mark.line - 1].dropFirst(mark.column - 1).first == "\t"
    }
}

extension UInt8 {
    fileprivate var isAnchorByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension Node {
    fileprivate var hasNoTag: Bool {
        let expected =
            switch self {
            case .scalar, .alias: Tag.Name.str
            case .mapping: Tag.Name.map
            case .sequence: Tag.Name.seq
            }
        return tag == Tag(expected)
    }
}
