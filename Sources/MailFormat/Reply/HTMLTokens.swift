/// The tags and texts of an HTML document, one after the other, in linear time and without ever failing.
///
/// Comments, declarations and the contents of elements that hold no text (`<style>`, `<script>` …) are passed over.
struct HTMLTokens: IteratorProtocol {
    enum Token {
        case start(HTMLTag)
        case end(HTMLName)
        case text(Range<Int>)
    }

    let bytes: [UInt8]
    /// Where the next one begins.
    private(set) var at = 0
    /// The content of the last element that holds no text.
    private(set) var rawText = 0..<0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        while at < bytes.count {
            guard bytes[at] == ASCII.less, at + 1 < bytes.count else { return text() }
            let second = bytes[at + 1]
            if second.isASCIILetter { return startTag() }
            if second == ASCII.slash, at + 2 < bytes.count, bytes[at + 2].isASCIILetter { return endTag() }
            guard second == 0x21 || second == ASCII.question || second == ASCII.slash else { return text() }
            skipDeclaration()
        }
        return nil
    }

    /// Up to the next `<` that may begin a tag; one that begins none is text.
    private mutating func text() -> Token {
        let start = at
        at = bytes.firstOffset(of: ASCII.less, in: (at + 1)..<bytes.count) ?? bytes.count
        return .text(start..<at)
    }

    /// `<!-- … -->`, `<!DOCTYPE …>`, `<![if …]>`, `<?xml …>`; an unfinished one takes the rest.
    private mutating func skipDeclaration() {
        let isComment = bytes[at...].starts(with: "<!--".utf8)
        // `<!-->` and `<!--->` are whole comments.
        var end = at + (isComment ? 4 : 2)
        if isComment, bytes[end...].starts(with: ">".utf8) || bytes[end...].starts(with: "->".utf8) { end -= 2 }
        while let close = bytes.firstOffset(of: ASCII.greater, in: min(end, bytes.count)..<bytes.count) {
            end = close + 1
            if !isComment || bytes[..<close].suffix(2).elementsEqual("--".utf8) { return at = end }
        }
        at = bytes.count
    }

    private mutating func endTag() -> Token {
        let start = at + 2
        let end = bytes[start...].firstIndex { !Self.isNameByte($0) } ?? bytes.count
        at = bytes.firstOffset(of: ASCII.greater, in: end..<bytes.count).map { $0 + 1 } ?? bytes.count
        return .end(HTMLName(bytes[start..<end]))
    }

    private mutating func startTag() -> Token {
        var reader = HTMLTagReader(bytes, at: at + 1)
        let tag = reader.read()
        at = reader.at
        if tag.traits.contains(.rawText) {
            skipRawText(of: tag.name)
            rawText = reader.at..<at
        }
        return .start(tag)
    }

    /// To the end tag of an element whose content is no markup; an unfinished one takes the rest.
    private mutating func skipRawText(of name: HTMLName) {
        while let less = bytes.firstOffset(of: ASCII.less, in: at..<bytes.count) {
            at = less + 1
            guard at < bytes.count, bytes[at] == ASCII.slash,
                HTMLName(bytes[(at + 1)...].prefix(name.count)) == name
            else { continue }
            return at = less
        }
        at = bytes.count
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        !byte.isBlank && !byte.isLineBreak && byte != ASCII.greater && byte != ASCII.slash && byte != 0x0C
    }
}
