/// Reads the parts of a message in one pass over its lines, without recursion.
///
/// Limit: containers 100 deep, 1,000 parts. What lies beyond is left inside the last part that counts.
struct PartReader {
    /// What was odd about the containers.
    struct Oddities: OptionSet {
        let rawValue: Int
        static let depthLimit = Oddities(rawValue: 1)
        static let partLimit = Oddities(rawValue: 2)
        /// A boundary that is missing, unused, too long, badly ended, or that of an enclosing container.
        static let boundary = Oddities(rawValue: 4)
    }

    static let depthLimit = 100
    static let partLimit = 1_000

    private let depthLimit: Int
    private let lines: Lines
    private let end: Int
    private var boundaries: Boundaries
    private(set) var parts: [Part] = []
    private(set) var oddities: Oddities = []

    init(_ lines: Lines, depthLimit: Int = Self.depthLimit) {
        self.lines = lines
        self.depthLimit = depthLimit
        end = lines.bytes.count
        boundaries = Boundaries(lines)
    }

    /// Reads all parts; the first is the message itself, whose header begins at `start`.
    mutating func read(from start: Int) {
        var next: Int? = start
        while let start = next {
            guard parts.count < Self.partLimit else {
                oddities.insert(.partLimit)
                return
            }
            next = readPart(from: start)
        }
    }

    /// Reads the parts of a body that `boundary` divides; whether its end was found.
    mutating func read(within boundary: [UInt8]) -> Bool {
        boundaries.open(boundary, isDigest: false)
        if let start = close(from: boundaries.nextDelimiter(from: 0)) { read(from: start) }
        return boundaries.count == 0
    }

    /// Reads the part that begins at `start`; returns where the next one begins.
    private mutating func readPart(from start: Int) -> Int? {
        var reader = HeaderReader(lines, in: start..<end)
        let header = reader.read { [boundaries] in boundaries.delimiter(in: $0) != nil }
        let bodyStart = reader.offset
        let (depth, isInDigest) = (boundaries.count, boundaries.isInDigest)
        var part = Part(header, bodyRange: bodyStart..<end, depth: depth, isInDigest: isInDigest)
        if part.isContainer { openContainer(part.contentType, bodyStart: bodyStart) }

        let next = boundaries.nextDelimiter(from: bodyStart)
        if let next {
            let bodyEnd = lines.beforeLineBreak(next.line.content.lowerBound, notBefore: bodyStart)
            part.bodyRange = bodyStart..<bodyEnd
        }
        parts.append(part)
        return close(from: next)
    }

    private mutating func openContainer(_ type: ContentType, bodyStart: Int) {
        guard boundaries.count < depthLimit else {
            oddities.insert(.depthLimit)
            return
        }
        var boundary = Array((type.parameters["boundary"] ?? "").utf8)
        // RFC 2046 §5.1.1: no blank at the end. Some have one all the same, and some only in the parameter.
        if boundary.last?.isBlank == true, !boundaries.isUsed(boundary, from: bodyStart) {
            boundary = Array(boundary.trimmed)
        }
        // RFC 2046 §5.1.1: 1 to 70 characters.
        if boundary.isEmpty || boundary.count > 70 || boundaries.isOpen(boundary) { oddities.insert(.boundary) }
        let isOutermost = boundaries.count == 0
        if isOutermost, boundary.isEmpty || !boundaries.isUsed(boundary, from: bodyStart) {
            oddities.insert(.boundary)
            boundary = boundaries.guess(from: bodyStart) ?? boundary
        }
        let isDigest = type.subtype.utf8.elementsEqual("digest".utf8)
        if !boundary.isEmpty { boundaries.open(boundary, isDigest: isDigest) }
    }

    /// Ends the containers that `delimiter` and those after it end; returns where the next part begins.
    private mutating func close(from delimiter: Boundaries.Delimiter?) -> Int? {
        var delimiter = delimiter
        while let found = delimiter {
            if found.isLoose { oddities.insert(.boundary) }
            boundaries.close(at: found)
            if !found.isLast { return found.line.next }
            delimiter = boundaries.nextDelimiter(from: found.line.next)
        }
        return nil
    }
}
