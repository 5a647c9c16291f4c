/// The lines that an HTML document shows, with what its structure says of each.
struct HTMLLines {
    /// An element that is still open.
    private struct Open {
        var name: [UInt8]
        var traits: HTMLElements.Traits
        var visibility: HTMLVisibility
        var role: ReplyLine.Role
        var wrapper: Int?
        var isPreformatted: Bool
    }

    /// Limit: elements inside one another; the text of deeper ones is not read.
    private static let mostDepth = 1_000

    private var tokens: HTMLTokens
    private var open: [Open] = []
    /// How many elements of a name are open, so that a stray end tag costs nothing.
    private var openCount: [[UInt8]: Int] = [:]
    private var tooDeep = 0
    private var wrappers = 0
    private var isHistoryToEnd = false
    private var sheet = LineSheet()

    /// Reads a document in UTF-8. Limit: `ReplyLine.mostBytes` and, but for one text, `ReplyLine.mostLines`.
    static func lines(of html: some Collection<UInt8>) -> [ReplyLine] {
        var reader = HTMLLines(tokens: HTMLTokens(Array(html.prefix(ReplyLine.mostBytes))))
        reader.read()
        return reader.sheet.lines
    }

    private init(tokens: HTMLTokens) { self.tokens = tokens }

    private mutating func read() {
        while sheet.lines.count < ReplyLine.mostLines, let token = tokens.next() {
            switch token {
            case .text(let range): addText(tokens.bytes[range])
            case .start(let tag): start(tag)
            case .end(let name): end(name)
            }
        }
        sheet.endLine()
    }

    private var visibility: HTMLVisibility { open.last?.visibility ?? HTMLVisibility() }
    private var role: ReplyLine.Role { isHistoryToEnd ? .history : open.last?.role ?? .written }

    private mutating func addText(_ bytes: ArraySlice<UInt8>) {
        guard tooDeep == 0, !visibility.isHidden else { return }
        sheet.set(role, open.last?.wrapper)
        sheet.add(HTMLEntities.decoded(bytes), isPreformatted: open.last?.isPreformatted ?? false)
    }

    private mutating func start(_ tag: HTMLTag) {
        closeImplied(by: tag)
        breakLine(at: tag.name, tag.traits)
        if tag.name.elementsEqual("br".utf8) { lineBreak() }
        guard !tag.traits.contains(.void) else {
            if HTMLQuotation.role(of: tag) == .historyToEnd { isHistoryToEnd = true }
            return
        }
        guard open.count < Self.mostDepth, tooDeep == 0 else { return tooDeep += 1 }
        push(tag)
        if tag.name.elementsEqual("li".utf8), !visibility.isHidden {
            sheet.set(role, open.last?.wrapper); sheet.addBullet()
        }
    }

    private mutating func push(_ tag: HTMLTag) {
        var inner = Open(
            name: tag.name, traits: tag.traits, visibility: visibility.inside(tag), role: open.last?.role ?? .written,
            wrapper: open.last?.wrapper,
            isPreformatted: (open.last?.isPreformatted ?? false) || tag.name.elementsEqual("pre".utf8))
        switch HTMLQuotation.role(of: tag) {
        case .history: inner.role = .history
        case .historyToEnd: isHistoryToEnd = true
        case .wrapper where inner.wrapper == nil:
            inner.wrapper = wrappers
            wrappers += 1
        case .quoted where inner.role == .written: inner.role = .quoted
        case .signature where inner.role == .written: inner.role = .furniture
        case .wrapper, .quoted, .signature, nil: break
        }
        open.append(inner)
        openCount[tag.name, default: 0] += 1
    }

    private mutating func end(_ name: [UInt8]) {
        breakLine(at: name, HTMLElements.traits(of: name))
        if tooDeep > 0 { return tooDeep -= 1 }
        guard openCount[name, default: 0] > 0 else { return }
        while let last = open.popLast() {
            openCount[last.name, default: 1] -= 1
            if last.name == name { return }
        }
    }

    /// A paragraph, list item or cell ends where the next one of its kind begins (HTML, optional tags).
    private mutating func closeImplied(by tag: HTMLTag) {
        guard let last = open.last, last.traits.contains(.selfClosing), tooDeep == 0 else { return }
        let closesParagraph = last.name.elementsEqual("p".utf8) && tag.traits.contains(.block)
        if closesParagraph || last.name == tag.name { end(last.name) }
    }

    private mutating func breakLine(at name: [UInt8], _ traits: HTMLElements.Traits) {
        guard tooDeep == 0, !visibility.isHidden else { return }
        if name.elementsEqual("td".utf8) || name.elementsEqual("th".utf8) { sheet.addGap() }
        guard traits.contains(.block) else { return }
        sheet.endLine()
        if traits.contains(.spaced) { sheet.addBlankLine() }
    }

    private mutating func lineBreak() {
        guard tooDeep == 0, !visibility.isHidden else { return }
        sheet.set(role, open.last?.wrapper)
        sheet.lineBreak()
    }
}
