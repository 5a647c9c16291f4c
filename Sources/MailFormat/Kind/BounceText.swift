/// The words of a report about delivery, apart from the copy of the mail that follows them.
struct BounceText {
    /// The report's own lines, trimmed.
    private(set) var lines: [[UInt8]] = []
    /// The same, folded for comparing.
    private(set) var folded: [[UInt8]] = []
    /// The lines of the copy, or of its header, as far as it stands in the text; trimmed.
    private(set) var returned: [[UInt8]] = []

    /// Limit: bytes that are read, of the report and the copy together.
    private static let mostBytes = 65_536
    /// Limit: bytes of an HTML report, tags and all.
    private static let mostHTML = 262_144

    init(_ message: Message) {
        let plain = message.parts.filter { $0.kind == .plainText }
        // QUIRK: reports come as attachments, and with file names.
        var text = plain.prefix(4).map { $0.decodedText() }.joined(separator: "\n")
        if text.utf8.allSatisfy({ $0.isBlank || $0.isLineBreak }), let html = message.html {
            text = VisibleReply(ofHTML: Self.prefix(of: html, Self.mostHTML)).whole
        }
        read(Self.prefix(of: text, Self.mostBytes))
    }

    private static func prefix(of text: String, _ count: Int) -> String {
        text.utf8.count <= count ? text : String(decoding: text.utf8.prefix(count), as: UTF8.self)
    }

    private mutating func read(_ text: String) {
        var isReturned = false
        for line in text.utf8.split(separator: ASCII.lf, omittingEmptySubsequences: false) {
            let trimmed = Array(line.prefix(2_000)).trimmed
            if isReturned {
                returned.append(Array(trimmed))
                continue
            }
            let folded = LetterCase.folded(Substring(line.prefix(2_000)).unicodeScalars)
            isReturned = Self.beginsCopy(Array(folded.trimmed)) && !lines.allSatisfy(\.isEmpty)
            if isReturned {
                returned.append(Array(trimmed))
            } else {
                lines.append(Array(trimmed))
                self.folded.append(Array(folded.trimmed))
            }
        }
    }

    private static let headerFields = PhraseSet(
        "return-path:, received: from, received: by, received: (, received:from, received:by, x-received:, dkim-signature:, received-spf:"
    )

    private static func beginsCopy(_ line: [UInt8]) -> Bool {
        if headerFields.prefixLength(of: line.drop { $0 == ASCII.greater }) != nil { return true }
        let bare = line.drop { !$0.isASCIILetter && $0 < 0x80 }
        return BouncePhrases.copies.prefixLength(of: bare) != nil
            && BouncePhrases.noCopies.prefixLength(of: bare) == nil
    }
}

extension BounceText {
    /// The first line that says that something was not delivered.
    var failureLine: Int? { folded.firstIndex { BouncePhrases.failures.occurs(in: $0) } }

    /// Whether the report begins with saying so. Limit: six lines, as people may tell of a report further down.
    var beginsWithFailure: Bool {
        folded.lazy.filter { !$0.isEmpty }.prefix(6).contains { BouncePhrases.failures.occurs(in: $0) }
    }

    /// Whether the report says that all went well, and nothing else.
    var tellsOfSuccess: Bool {
        code == nil && folded.lazy.filter { !$0.isEmpty }.prefix(6).contains { BouncePhrases.successes.occurs(in: $0) }
            && !contains(BouncePhrases.setbacks)
    }

    /// The first code with which a server answered.
    var code: ReplyCode? { lines.lazy.compactMap { ReplyCode(in: $0) }.first }

    func contains(_ phrases: PhraseSet) -> Bool { folded.contains { phrases.occurs(in: $0) } }
}

extension VisibleReply {
    /// All that the body showed.
    fileprivate var whole: String { hidden.isEmpty ? text : text + "\n" + hidden }
}
