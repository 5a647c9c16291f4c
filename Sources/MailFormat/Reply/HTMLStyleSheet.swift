/// Which elements the style sheets of a document hide, and which of them they may hide.
///
/// What is said of an element by its name, class and identifier alone is judged. Where other elements, places, attributes or
/// abilities of a program decide, all that the last element of the selector could be is in doubt.
///
/// Limit: what a rule says of sizes of a screen counts as said of all; 64 KiB and 1,000 rules are read.
struct HTMLStyleSheet {
    enum Effect { case none, doubtful, hidden }

    private var selectors: [HTMLSelector.Key: [HTMLSelector]] = [:]
    /// Of these there were too many selectors.
    private var crowded: Set<HTMLSelector.Key> = []
    private var rules = 0

    var isEmpty: Bool { selectors.isEmpty }

    /// Limit: selectors with the same key, each of which is looked at for each element.
    private static let mostAlike = 16
    private static let mostBytes = 1 << 16, mostRules = 1_000
    private static let style = HTMLName("style")

    /// Reads all sheets of a document first: one holds for what stands above it, too.
    init(ofDocument bytes: [UInt8]) {
        guard let last = Self.lastSheet(in: bytes) else { return }
        var tokens = HTMLTokens(bytes)
        while tokens.at <= last, let token = tokens.next() {
            if case .start(let tag) = token, tag.name == Self.style { add(bytes[tokens.rawText]) }
        }
    }

    /// Where the last sheet may begin, so that what stands below is not gone through twice.
    private static func lastSheet(in bytes: [UInt8]) -> Int? {
        var last: Int?
        var at = 0
        while let less = bytes.firstOffset(of: ASCII.less, in: at..<bytes.count) {
            at = less + 1
            if bytes[at...].startsIgnoringASCIICase(with: "style".utf8) { last = less }
        }
        return last
    }

    /// What the sheets do to the element `tag` of the document `bytes`.
    func effect(on tag: HTMLTag, of bytes: [UInt8]) -> Effect {
        let element = HTMLSelector.Element(tag, of: bytes)
        var effect = Effect.none
        for key in element.keys {
            if crowded.contains(key) { effect = .doubtful }
            for selector in selectors[key] ?? [] {
                switch selector.effect(on: element) {
                case .hidden: return .hidden
                case .doubtful: effect = .doubtful
                case .none: break
                }
            }
        }
        return effect
    }

    /// Adds the rules of a `<style>` element.
    private mutating func add(_ text: ArraySlice<UInt8>) {
        let sheet = HTMLStyle.withoutComments(text.prefix(Self.mostBytes))
        var rest = sheet[...]
        // Up to here, rules hold under conditions that are not judged.
        var conditionEnd = 0
        while rules < Self.mostRules, let opening = rest.firstIndex(of: Self.openBrace) {
            let head = Self.head(rest[..<opening])
            rest = rest[(opening + 1)...]
            rules += 1
            switch Self.block(below: head) {
            case .always: continue
            case .never: rest = rest[min(Self.end(of: rest) + 1, rest.endIndex)...]
            case .perhaps: if opening >= conditionEnd { conditionEnd = Self.end(of: rest) }
            case .declarations:
                let end = rest.firstIndex { $0 == Self.closeBrace || $0 == Self.openBrace } ?? rest.endIndex
                add(head, HTMLStyle.plain(rest[..<end]), isJudged: opening >= conditionEnd)
                if end == rest.endIndex || rest[end] == Self.closeBrace {
                    rest = rest[min(end + 1, rest.endIndex)...]
                } else if opening >= conditionEnd {
                    // Rules within rules (CSS Nesting).
                    conditionEnd = Self.end(of: rest)
                }
            }
        }
    }

    private mutating func add(_ selectors: ArraySlice<UInt8>, _ style: ArraySlice<UInt8>, isJudged: Bool) {
        var visibility = HTMLVisibility()
        visibility.apply(style)
        guard visibility.isHidden else { return }
        for var selector in HTMLSelectorReader.selectors(selectors) where !selector.isPassing {
            if !isJudged { selector.isWhole = false }
            let key = selector.key
            if self.selectors[key, default: []].count < Self.mostAlike {
                self.selectors[key, default: []].append(selector)
            } else {
                crowded.insert(key)
            }
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

// What stands before a block.
extension HTMLStyleSheet {
    private enum Block {
        /// Declarations for what the head selects.
        case declarations
        /// Rules that count as said of all, that nobody sees the effect of, or that hold under a condition.
        case always, never, perhaps
    }

    /// The head of a block. QUIRK: Outlook puts comment marks of HTML around its rules.
    private static func head(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var head = text.split { $0 == closeBrace || $0 == ASCII.semicolon }.last?.trimmed ?? []
        while let mark = ["<!--", "-->"].first(where: { head.starts(with: $0.utf8) }) {
            head = head.dropFirst(mark.utf8.count).trimmed
        }
        return head
    }

    private static func block(below head: ArraySlice<UInt8>) -> Block {
        guard head.first == ASCII.at else { return .declarations }
        let name = head.dropFirst().prefix { $0.isASCIILetter || $0 == ASCII.hyphen }.asciiLowercased
        if name.elementsEqual("media".utf8) { return isForPaper(head.dropFirst(6)) ? .never : .always }
        return withoutRules.contains(name) ? .never : .perhaps
    }

    /// Whether all media of a list are paper.
    private static func isForPaper(_ media: ArraySlice<UInt8>) -> Bool {
        let media = media.split(separator: ASCII.comma)
        return !media.isEmpty
            && media.allSatisfy { medium in
                let words = medium.split { $0 <= ASCII.space }
                let first =
                    words.first?.equalsIgnoringASCIICase("only".utf8) == true ? words.dropFirst().first : words.first
                return first?.equalsIgnoringASCIICase("print".utf8) ?? false
            }
    }

    /// What begins with `@` and has no rules for elements in it. QUIRK: `@list` is Outlook's.
    private static let withoutRules = WordList.set(
        """
        font-face, page, list, keyframes, -webkit-keyframes, -moz-keyframes, -o-keyframes, counter-style, property, viewport, \
        -ms-viewport, font-feature-values, font-palette-values
        """)
}
