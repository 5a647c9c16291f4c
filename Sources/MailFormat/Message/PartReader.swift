/// Reads the parts of a message in one pass over its lines, without recursion.
///
/// Limit: containers 100 deep, 1,000 parts. What lies beyond is left inside the last part that counts.
struct PartReader {
    /// A container whose end has not been seen.
    private struct Open {
        let boundary: [UInt8]
        let isDigest: Bool
    }

    /// A line that ends a part: which open container it belongs to, and whether it ends that, too.
    private struct Delimiter {
        let line: Lines.Line
        let level: Int
        let isLast: Bool
    }

    static let depthLimit = 100
    static let partLimit = 1_000

    private let depthLimit: Int
    private let lines: Lines
    private let end: Int
    private var open: [Open] = []
    private(set) var parts: [Part] = []
    private(set) var warnings: Set<String> = []

    init(_ lines: Lines, depthLimit: Int = Self.depthLimit) {
        self.lines = lines
        self.depthLimit = depthLimit
        end = lines.bytes.count
    }

    /// Reads all parts; the first is the message itself, whose header begins at `start`.
    mutating func read(from start: Int) {
        var next: Int? = start
        while let start = next {
            guard parts.count < Self.partLimit else {
                warnings.insert("part-limit")
                return
            }
            next = readPart(from: start)
        }
    }

    /// Reads the parts of a body that `boundary` divides; whether its end was found.
    mutating func read(within boundary: [UInt8]) -> Bool {
        open = [Open(boundary: boundary, isDigest: false)]
        if let start = close(from: nextDelimiter(from: 0)) { read(from: start) }
        return open.isEmpty
    }

    /// Reads the part that begins at `start`; returns where the next one begins.
    private mutating func readPart(from start: Int) -> Int? {
        var reader = HeaderReader(lines, in: start..<end)
        let header = reader.read { [self] in delimiter(in: Lines.Line(content: $0, next: $0.upperBound)) != nil }
        let fields = PartFields(header, isInDigest: open.last?.isDigest ?? false)
        if fields.isAmbiguous { warnings.insert("mime-ambiguous") }
        let depth = open.count
        if fields.contentType.isMultipart { openContainer(fields.contentType) }

        let next = nextDelimiter(from: reader.offset)
        let bodyStart = reader.offset
        let bodyEnd = next.map { lines.beforeLineBreak($0.line.content.lowerBound, notBefore: bodyStart) } ?? end
        parts.append(
            Part(
                header: header, contentType: fields.contentType, disposition: fields.disposition,
                transferEncoding: fields.transferEncoding, depth: depth, bytes: lines.bytes,
                bodyRange: bodyStart..<bodyEnd))
        return close(from: next)
    }

    private mutating func openContainer(_ type: ContentType) {
        let boundary = Array(type.parameters["boundary"]?.utf8.trimmed ?? "".utf8[...])
        let isRepeated = open.contains { $0.boundary.elementsEqual(boundary) }
        // RFC 2046 §5.1.1: 1 to 70 characters.
        if boundary.isEmpty || boundary.count > 70 || isRepeated { warnings.insert("mime-ambiguous") }
        guard open.count < depthLimit else {
            warnings.insert("depth-limit")
            return
        }
        let isDigest = type.subtype.utf8.elementsEqual("digest".utf8)
        if !boundary.isEmpty { open.append(Open(boundary: boundary, isDigest: isDigest)) }
    }

    /// Ends the containers that `delimiter` and those after it end; returns where the next part begins.
    private mutating func close(from delimiter: Delimiter?) -> Int? {
        var delimiter = delimiter
        while let found = delimiter {
            open.removeLast(open.count - found.level - (found.isLast ? 0 : 1))
            if !found.isLast { return found.line.next }
            delimiter = nextDelimiter(from: found.line.next)
        }
        return nil
    }

    private func nextDelimiter(from start: Int) -> Delimiter? {
        guard !open.isEmpty else { return nil }
        var offset = start
        while offset < end {
            let line = lines.line(at: offset, before: end)
            if let delimiter = delimiter(in: line) { return delimiter }
            offset = line.next
        }
        return nil
    }

    /// The delimiter that `line` is, the innermost open container first (RFC 2046 §5.1.2).
    private func delimiter(in line: Lines.Line) -> Delimiter? {
        let dashes = [ASCII.hyphen, ASCII.hyphen]
        let content = lines.bytes[line.content]
        guard content.starts(with: dashes) else { return nil }
        let text = content.dropFirst(2)
        for (level, container) in open.enumerated().reversed() where text.starts(with: container.boundary) {
            let rest = text.dropFirst(container.boundary.count)
            let isLast = rest.starts(with: dashes)
            guard rest.dropFirst(isLast ? 2 : 0).allSatisfy(\.isBlank) else { continue }
            return Delimiter(line: line, level: level, isLast: isLast)
        }
        return nil
    }
}

/// The fields of a part's header that say how to read its body.
private struct PartFields {
    let contentType: ContentType
    let disposition: ContentDisposition?
    let transferEncoding: Part.TransferEncoding
    /// Whether programs will disagree on how to read the body.
    let isAmbiguous: Bool

    init(_ header: Header, isInDigest: Bool) {
        let types = header.all(named: "Content-Type")
        let encodings = header.all(named: "Content-Transfer-Encoding")
        let dispositions = header.all(named: "Content-Disposition")
        let type = types.first.map { ContentType(orPlainText: $0.unfolded) } ?? (isInDigest ? .message : .plainText)
        let encoding = encodings.first.map { $0.unfolded.asciiLowercased } ?? []
        contentType = type
        disposition = dispositions.first.map { ContentDisposition($0.unfolded) }
        transferEncoding = type.isMultipart ? .identity : Self.transferEncoding(encoding)
        isAmbiguous =
            types.count > 1 || encodings.count > 1 || dispositions.count > 1 || type.isAmbiguous
            || !encoding.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen }
            || type.isMultipart && Self.transferEncoding(encoding) != .identity
    }

    private static func transferEncoding(_ value: [UInt8]) -> Part.TransferEncoding {
        let word = value.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen }
        if word.elementsEqual("base64".utf8) { return .base64 }
        if word.elementsEqual("quoted-printable".utf8) { return .quotedPrintable }
        return .identity
    }
}
