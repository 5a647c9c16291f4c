/// The lines that an HTML document shows, with what its structure says of each.
struct HTMLLines {
    /// An element that is still open.
    private struct Open {
        var name = HTMLName()
        var traits: HTMLElements.Traits = []
        var visibility = HTMLVisibility()
        var role = ReplyLine.Role.written
        var wrapper: Int?
        var isPreformatted = false
    }

    /// Limit: elements inside one another; the text of deeper ones is not read.
    private static let mostDepth = 500

    private var tokens: HTMLTokens
    private let isWhole: Bool
    private var open: [Open] = []
    /// The innermost open element, or the document.
    private var inner = Open()
    /// How many elements are open, by a few bits of their names, so that a stray end tag costs nothing.
    private var openCount = [Int](repeating: 0, count: 256)
    private var tooDeep = 0
    private var wrappers = 0
    private var isHistoryToEnd = false
    private var sheet: LineSheet
    private let styles: HTMLStyleSheet

    /// Reads a document; of quotations only that they are there, unless it is read whole.
    /// Limit: `ReplyBody.mostBytes` and, but for one text, `ReplyBody.mostLines`.
    static func body(of html: String, isWhole: Bool) -> ReplyBody {
        var bytes = Array(html.utf8)
        if bytes.count > ReplyBody.mostBytes { bytes.removeLast(bytes.count - ReplyBody.mostBytes) }
        var reader = HTMLLines(bytes, isWhole: isWhole)
        reader.read()
        return reader.sheet.body
    }

    private init(_ bytes: [UInt8], isWhole: Bool) {
        tokens = HTMLTokens(bytes)
        styles = HTMLStyleSheet(ofDocument: bytes)
        sheet = LineSheet(capacity: min(bytes.count, 1 << 14))
        self.isWhole = isWhole
    }

    private mutating func read() {
        while sheet.body.lines.count < ReplyBody.mostLines, isWhole || !isHistoryToEnd, let token = tokens.next() {
            switch token {
            case .text(let range): addText(range)
            case .start(let tag): start(tag)
            case .end(let name): end(name, HTMLElements.traits(of: name))
            }
            if !isWhole, sheet.isBlockBegun() { break }
        }
        sheet.endLine()
        if isHistoryToEnd, !isWhole { addUnreadHistory() }
    }

    private mutating func addUnreadHistory() {
        sheet.set(.history, nil)
        sheet.addUnread()
        sheet.endLine()
    }

    private var role: ReplyLine.Role { isHistoryToEnd ? .history : inner.role }

    /// Whether the text is of no interest: nothing of a quotation is read.
    private var isUnread: Bool { !isWhole && (inner.role == .quoted || inner.role == .history) }

    private mutating func addText(_ range: Range<Int>) {
        guard tooDeep == 0, !inner.visibility.isHidden else { return }
        sheet.set(role, inner.wrapper)
        guard isUnread else {
            if inner.visibility.isDoubtful { sheet.doubt() }
            return sheet.add(tokens.bytes[range], isPreformatted: inner.isPreformatted)
        }
        if tokens.bytes[range].contains(where: { $0 > ASCII.space }) { sheet.addUnread() }
    }

    private mutating func start(_ tag: HTMLTag) {
        closeImplied(by: tag)
        breakLine(at: tag.traits)
        if tag.traits.contains(.lineBreak) { lineBreak() }
        guard !tag.traits.contains(.void) else {
            if HTMLQuotation.role(of: tag, in: tokens.bytes) == .historyToEnd { isHistoryToEnd = true }
            if tag.traits.contains(.rule), !inner.visibility.isHidden { sheet.rule() }
            return
        }
        guard open.count < Self.mostDepth, tooDeep == 0 else { return tooDeep += 1 }
        push(tag)
        if tag.traits.contains(.item), !inner.visibility.isHidden, !isUnread {
            sheet.set(role, inner.wrapper)
            sheet.addBullet()
        }
    }

    private mutating func push(_ tag: HTMLTag) {
        open.append(inner)
        openCount[bucket(tag.name)] += 1
        inner.name = tag.name
        inner.traits = tag.traits
        if tag.traits.contains(.preformatted) { inner.isPreformatted = true }
        guard !isUnread else { return }
        inner.visibility = inner.visibility.inside(tag, of: tokens.bytes, styles)
        switch HTMLQuotation.role(of: tag, in: tokens.bytes) {
        case .history: inner.role = .history
        case .historyToEnd: isHistoryToEnd = true
        case .wrapper where inner.wrapper == nil:
            inner.wrapper = wrappers
            wrappers += 1
        case .quoted where inner.role == .written: inner.role = .quoted
        case .signature where inner.role == .written: inner.role = .furniture
        case .ruled: sheet.rule()
        case .wrapper, .quoted, .signature, nil: break
        }
    }

    private func bucket(_ name: HTMLName) -> Int {
        Int(truncatingIfNeeded: (name.head &* 31 ^ UInt64(name.count)) & 0xFF)
    }

    private mutating func end(_ name: HTMLName, _ traits: HTMLElements.Traits) {
        breakLine(at: traits)
        if tooDeep > 0 { return tooDeep -= 1 }
        guard openCount[bucket(name)] > 0, inner.name == name || open.contains(where: { $0.name == name }) else {
            return
        }
        while let outer = open.popLast() {
            let isFound = inner.name == name
            openCount[bucket(inner.name)] -= 1
            inner = outer
            if isFound { return }
        }
    }

    /// A paragraph, list item or cell ends where the next one of its kind begins (HTML, optional tags).
    private mutating func closeImplied(by tag: HTMLTag) {
        guard inner.traits.contains(.selfClosing), tooDeep == 0 else { return }
        let closesParagraph = inner.traits.contains(.paragraph) && tag.traits.contains(.block)
        if closesParagraph || inner.name == tag.name { end(inner.name, inner.traits) }
    }

    private mutating func breakLine(at traits: HTMLElements.Traits) {
        guard tooDeep == 0, !inner.visibility.isHidden else { return }
        if traits.contains(.cell) { sheet.addGap() }
        guard traits.contains(.block) else { return }
        sheet.endLine()
        if traits.contains(.spaced) { sheet.addBlankLine() }
    }

    private mutating func lineBreak() {
        guard tooDeep == 0, !inner.visibility.isHidden else { return }
        sheet.set(role, inner.wrapper)
        sheet.lineBreak()
    }
}
