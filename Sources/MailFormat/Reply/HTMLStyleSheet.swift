/// Which elements the style sheets of a document hide, by class, identifier or name.
///
/// Limit: selectors are looked at by their last element only, and what a rule says of sizes of a screen counts as said of
/// all; 64 KiB and 1,000 rules are read.
struct HTMLStyleSheet {
    private var classes: Set<[UInt8]> = []
    private var identifiers: Set<[UInt8]> = []
    private var elements: Set<HTMLName> = []
    private var rules = 0

    var isEmpty: Bool { classes.isEmpty && identifiers.isEmpty && elements.isEmpty }

    private static let mostBytes = 1 << 16, mostRules = 1_000

    /// Whether the sheets hide the element `tag` of the document `bytes`.
    func hides(_ tag: HTMLTag, of bytes: [UInt8]) -> Bool {
        if elements.contains(tag.name) { return true }
        if let id = tag.attributes.id, identifiers.contains(Array(bytes[id])) { return true }
        guard !classes.isEmpty, let own = tag.attributes.classes else { return false }
        return bytes[own].split { $0 <= ASCII.space }.contains { classes.contains(Array($0)) }
    }

    /// Adds the rules of a `<style>` element.
    mutating func add(_ text: ArraySlice<UInt8>) {
        let sheet = HTMLStyle.withoutComments(text.prefix(Self.mostBytes))
        var rest = sheet[...]
        while rules < Self.mostRules, let opening = rest.firstIndex(of: Self.openBrace) {
            let head = rest[..<opening].split { $0 == Self.closeBrace || $0 == ASCII.semicolon }.last?.trimmed ?? []
            rest = rest[(opening + 1)...]
            rules += 1
            if head.starts(with: "@media".utf8), !head.containsBytes(Array("print".utf8)) { continue }
            let end = Self.end(of: rest)
            if head.first != ASCII.at { add(head, HTMLStyle.plain(rest[..<end])) }
            rest = rest[min(end + 1, rest.endIndex)...]
        }
    }

    private mutating func add(_ selectors: ArraySlice<UInt8>, _ style: ArraySlice<UInt8>) {
        var visibility = HTMLVisibility()
        visibility.apply(style)
        guard visibility.isHidden else { return }
        for selector in selectors.split(separator: ASCII.comma) {
            // QUIRK: Outlook puts comment marks of HTML around its rules.
            let words = selector.split { $0 <= ASCII.space || $0 == ASCII.greater || $0 == 0x2B || $0 == 0x7E }
            guard let last = words.last, !last.contains(ASCII.colon), !last.contains(ASCII.openBracket) else {
                continue
            }
            add(last, isAlone: words.count == 1)
        }
    }

    private mutating func add(_ selector: ArraySlice<UInt8>, isAlone: Bool) {
        if let dot = selector.lastIndex(of: ASCII.dot) {
            classes.insert(Array(selector[(dot + 1)...]))
        } else if let hash = selector.lastIndex(of: 0x23) {
            identifiers.insert(Array(selector[(hash + 1)...]))
        } else if isAlone {
            elements.insert(HTMLName(selector))
        }
    }

    private static let openBrace: UInt8 = 0x7B, closeBrace: UInt8 = 0x7D

    /// Where the block ends that `text` begins within.
    private static func end(of text: ArraySlice<UInt8>) -> Int {
        var depth = 1
        for index in text.indices {
            if text[index] == openBrace { depth += 1 }
            if text[index] == closeBrace { depth -= 1 }
            if depth == 0 { return index }
        }
        return text.endIndex
    }
}
