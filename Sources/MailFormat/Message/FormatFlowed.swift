/// Text whose soft line breaks are marked by a space at the end, RFC 3676.
enum FormatFlowed {
    /// `text`, its lines ended by LF, with each paragraph on one line again.
    ///
    /// Quoted lines keep their `>` and are joined only with lines quoted as deeply; the line `-- ` joins nothing.
    static func unflow(_ text: String, deletesSpace: Bool) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 16)
        var openDepth: Int?
        var start = 0
        while start <= bytes.count {
            // Empty lines without end must cost next to nothing.
            if start < bytes.count, bytes[start] == ASCII.lf {
                if openDepth != 0, start > 0 { output.append(ASCII.lf) }
                openDepth = nil
                start += 1
                continue
            }
            let end = bytes.firstOffset(of: ASCII.lf, in: start..<bytes.count) ?? bytes.count
            let line = FlowedLine(start..<end, of: bytes)
            if openDepth != line.depth || line.isSignature {
                if start > 0 { output.append(ASCII.lf) }
                line.addMarks(to: &output)
            }
            let isSoft = line.isSoft && end < bytes.count
            output.append(contentsOf: bytes[isSoft && deletesSpace ? line.content.dropLast() : line.content])
            openDepth = isSoft ? line.depth : nil
            start = end + 1
        }
        return String(decoding: output, as: UTF8.self)
    }
}

/// One line of such a text, without what quotes it.
private struct FlowedLine {
    let depth: Int
    let content: Range<Int>
    let isSignature: Bool
    /// Whether the paragraph goes on below.
    let isSoft: Bool

    init(_ line: Range<Int>, of bytes: [UInt8]) {
        var start = line.lowerBound
        while start < line.upperBound, bytes[start] == ASCII.greater { start += 1 }
        depth = start - line.lowerBound
        if start < line.upperBound, bytes[start] == ASCII.space { start += 1 }
        content = start..<line.upperBound
        isSignature = bytes[content].elementsEqual("-- ".utf8)
        isSoft = !isSignature && bytes[content].last == ASCII.space
    }

    func addMarks(to output: inout [UInt8]) {
        guard depth > 0 else { return }
        output.append(contentsOf: repeatElement(ASCII.greater, count: depth))
        if !content.isEmpty { output.append(ASCII.space) }
    }
}
