/// Text whose soft line breaks are marked by a space at the end, RFC 3676.
enum FormatFlowed {
    /// `text`, its lines ended by LF, with each paragraph on one line again.
    ///
    /// Quoted lines keep their `>` and are joined only with lines quoted as deeply; the line `-- ` joins nothing.
    static func unflow(_ text: String, deletesSpace: Bool) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var openDepth: Int?
        let lines = text.utf8.split(separator: ASCII.lf, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let depth = line.prefix { $0 == ASCII.greater }.count
            var content = line.dropFirst(depth)
            if content.first == ASCII.space { content = content.dropFirst() }
            let isSignature = content.elementsEqual("-- ".utf8)
            if openDepth != depth || isSignature {
                if number > 0 { output.append(ASCII.lf) }
                output += marks(depth, before: content)
            }
            let isSoft = content.last == ASCII.space && !isSignature && number < lines.count - 1
            output += isSoft && deletesSpace ? content.dropLast() : content
            openDepth = isSoft ? depth : nil
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func marks(_ depth: Int, before content: Substring.UTF8View) -> [UInt8] {
        let marks = [UInt8](repeating: ASCII.greater, count: depth)
        return depth > 0 && !content.isEmpty ? marks + [ASCII.space] : marks
    }
}
