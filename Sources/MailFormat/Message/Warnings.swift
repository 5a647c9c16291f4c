/// What is odd or hostile about a message, as short codes.
enum Warnings {
    /// The codes that can be told from the headers, the containers and the text of the parts.
    static func all(_ message: Message) -> Set<String> {
        let header = message.header
        let oddities = message.parts.reduce(into: Header.Oddities()) { $0.formUnion($1.header.oddities) }
        var codes = Set(singletons.filter { header.all(named: $0).count > 1 }.map { "duplicate-\($0.asciiLowercased)" })
        if oddities.contains(.fieldLimit) { codes.insert("header-limit") }
        if oddities.contains(.loneCR) { codes.insert("bare-cr") }
        if oddities.contains(.lineWithoutName) { codes.insert("malformed-header") }
        if header.oddities.contains(.hiddenFrom) { codes.insert("hidden-from") }
        if oddities.contains(.nulBytes) || message.parts.contains(where: hasNULInText) { codes.insert("nul-bytes") }
        if message.containerOddities.contains(.depthLimit) { codes.insert("depth-limit") }
        if message.containerOddities.contains(.partLimit) { codes.insert("part-limit") }
        if message.containerOddities.contains(.boundary) || message.parts.contains(where: isAmbiguous) {
            codes.insert("mime-ambiguous")
        }
        return codes
    }

    /// RFC 5322 §3.6: at most once. RFC 2045 §4 for MIME-Version.
    private static let singletons = [
        "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
        "MIME-Version",
    ]

    private static func hasNULInText(_ part: Part) -> Bool {
        guard part.kind.isText, part.bytes.firstOffset(of: ASCII.nul, in: part.bodyRange) != nil else { return false }
        return !part.isWideText || part.decodedText().utf8.contains(ASCII.nul)
    }

    /// Whether programs will disagree on how to read the body.
    private static func isAmbiguous(_ part: Part) -> Bool {
        part.fields.areRepeated || part.contentType.isAmbiguous
            || !part.statedEncoding.allSatisfy(\.isInEncodingName)
            || part.isBodyLeaf && !part.isClearlyEncoded
            || part.isContainer && !Part.TransferEncoding.isKnown(part.statedEncoding)
            || part.isContainer && Part.TransferEncoding(part.statedEncoding) != .identity
    }
}
