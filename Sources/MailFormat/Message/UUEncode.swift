/// Files that stand uuencoded within a text (POSIX uuencode): `begin 644 name`, lines, `end`.
enum UUEncode {
    /// A file as it stands in a text: offsets into the bytes that were searched.
    struct File: Equatable {
        /// The name as written; it may contain anything.
        let name: String
        /// From `begin` to the end of the line `end`, or to the last line of data where that is missing.
        let range: Range<Int>
        /// The lines of data.
        let data: Range<Int>
    }

    /// Limit: files that are found in one text.
    private static let fileLimit = 100

    /// The files in `text`, in order. `begin` counts only at the beginning of a line, before data that is well formed.
    static func files(in text: UnsafeRawBufferPointer) -> [File] {
        var files: [File] = []
        var search = 0..<text.count
        while files.count < fileLimit, let found = text.firstOffset(of: UInt8(ascii: "b"), in: search) {
            let isAtLineStart = found == 0 || text[found - 1].isLineBreak
            if isAtLineStart, let file = file(at: found, in: text) {
                files.append(file)
                search = file.range.upperBound..<text.count
            } else {
                search = (found + 1)..<text.count
            }
        }
        return files
    }

    private static func file(at start: Int, in text: UnsafeRawBufferPointer) -> File? {
        guard start + 10 < text.count, text[start..<(start + 6)].elementsEqual("begin ".utf8) else { return nil }
        let line = start..<lineEnd(from: start, in: text)
        let words = text[line].dropFirst(6)
        let mode = words.prefix { (0x30...0x37).contains($0) }
        let name = words[mode.endIndex...].drop(while: \.isBlank)
        guard (3...4).contains(mode.count), !name.isEmpty, name.startIndex > mode.endIndex else { return nil }
        let dataStart = nextLine(from: line.upperBound, in: text)
        var offset = dataStart
        while let length = lineLength(at: offset, in: text), length > 0 {
            offset = nextLine(from: lineEnd(from: offset, in: text), in: text)
        }
        guard offset > dataStart || lineLength(at: offset, in: text) == 0 else { return nil }
        let end = endOfFile(from: offset, in: text)
        return File(name: Charset.decode(Array(name.trimmed), label: nil), range: start..<end, data: dataStart..<offset)
    }

    /// Behind the empty line of data and the line `end`, as far as they are there.
    private static func endOfFile(from start: Int, in text: UnsafeRawBufferPointer) -> Int {
        var offset = start
        if lineLength(at: offset, in: text) == 0 { offset = nextLine(from: lineEnd(from: offset, in: text), in: text) }
        // QUIRK: the empty line of data is a blank, which mailers cut off.
        if lineEnd(from: offset, in: text) == offset { offset = nextLine(from: offset, in: text) }
        let line = offset..<lineEnd(from: offset, in: text)
        return text[line].trimmed.elementsEqual("end".utf8) ? nextLine(from: line.upperBound, in: text) : start
    }

    /// How many bytes the line of data at `offset` holds, `nil` when it is none. QUIRK: mailers cut blanks off the end,
    /// and some add a checksum.
    private static func lineLength(at offset: Int, in text: UnsafeRawBufferPointer) -> Int? {
        guard offset < text.count, (0x20...0x60).contains(text[offset]) else { return nil }
        let line = text[offset..<lineEnd(from: offset, in: text)]
        let length = Int((text[offset] &- 0x20) & 0x3F)
        let digits = (length + 2) / 3 * 4
        let isWhole =
            line.count - 1 <= digits + 2 && (line.count - 1 >= digits || text[offset..<line.endIndex].last != 0x60)
        guard isWhole, line.allSatisfy({ (0x20...0x60).contains($0) }) else { return nil }
        return length == 0 || line.count > 1 ? length : nil
    }

    /// Limit: lines of 1,000 bytes; what is longer is no line of data.
    private static func lineEnd(from start: Int, in text: UnsafeRawBufferPointer) -> Int {
        let reach = min(text.count, start + 1_000)
        var end = text.firstOffset(of: ASCII.lf, in: start..<reach) ?? reach
        if end > start, text[end - 1] == ASCII.cr { end -= 1 }
        return end
    }

    private static func nextLine(from end: Int, in text: UnsafeRawBufferPointer) -> Int {
        var next = end
        if next < text.count, text[next] == ASCII.cr { next += 1 }
        if next < text.count, text[next] == ASCII.lf { next += 1 }
        return next
    }
}

extension UUEncode {
    /// `text` without the files in it.
    static func withoutFiles(_ text: String) -> String {
        var text = text
        let kept = text.withUTF8 { utf8 -> [UInt8]? in
            let bytes = UnsafeRawBufferPointer(utf8)
            let files = files(in: bytes)
            guard !files.isEmpty else { return nil }
            let starts = [0] + files.map(\.range.upperBound), ends = files.map(\.range.lowerBound) + [bytes.count]
            return zip(starts, ends).flatMap { bytes[$0..<$1] }
        }
        return kept.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// The bytes that lines of data stand for; also of a body with Content-Transfer-Encoding `x-uuencode`, whose lines
    /// `begin` and `end` are passed over.
    static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3)
        var offset = 0
        while offset < text.count {
            let end = lineEnd(from: offset, in: text)
            if let length = lineLength(at: offset, in: text) {
                decodeLine(text[offset..<end], length: length, into: &output)
            }
            offset = max(offset + 1, nextLine(from: end, in: text))
        }
        return output
    }

    /// What was cut off a line counts as blanks, which are zeros.
    private static func decodeLine(_ line: Slice<UnsafeRawBufferPointer>, length: Int, into output: inout [UInt8]) {
        var rest = line.dropFirst()
        var remaining = length
        while remaining > 0 {
            var group: UInt32 = 0
            for _ in 0..<4 { group = group << 6 | UInt32(((rest.popFirst() ?? ASCII.space) &- 0x20) & 0x3F) }
            for shift in [16, 8, 0] as [UInt32] where remaining > 0 {
                output.append(UInt8(truncatingIfNeeded: group >> shift))
                remaining -= 1
            }
        }
    }
}
