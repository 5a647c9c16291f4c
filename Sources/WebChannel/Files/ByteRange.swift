import MailFormat

/// Which bytes of a file a request asks for (RFC 9110 §14.2).
enum ByteRange: Equatable {
    case whole
    case part(Range<Int64>)
    case unsatisfiable

    /// Limit: one range. Several, other units and what is malformed are ignored, as the standard allows.
    ///
    /// - Parameter size: the file's, in bytes.
    init(_ field: String?, size: Int64) {
        self = .whole
        guard let bytes = field?.utf8, bytes.count <= 60, bytes.startsIgnoringASCIICase(with: "bytes=".utf8) else {
            return
        }
        let bounds = bytes.dropFirst(6).split(
            separator: ASCII.hyphen, maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2, bounds.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return }
        let (first, last) = (Self.number(bounds[0]), Self.number(bounds[1]))
        switch (bounds[0].isEmpty, bounds[1].isEmpty) {
        case (true, true): return
        case (true, false): self = last == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - last)..<size)
        case (false, let isOpen):
            if !isOpen, last < first { return }
            let end = isOpen || last >= size ? size : last + 1
            self = first < size ? .part(first..<end) : .unsatisfiable
        }
    }

    /// Larger than any file when it is larger than a number of ours.
    private static func number(_ digits: Substring.UTF8View) -> Int64 {
        Int64(String(decoding: digits, as: UTF8.self)) ?? .max
    }
}
