/// What is done to a text so that it stays a text where it is written. Everything works on UTF-8 bytes: a quote that is
/// followed by a combining mark is one `Character`, but it still ends an attribute.
enum Escaping: Sendable, Equatable {
    /// Control characters but tab and newline are dropped.
    case plain
    /// One line: controls become spaces (RFC 5322 §2.2, a header's value ends at CRLF).
    case header
    /// `&`, `<`, `>`, `"` and `'` as entities, for elements and quoted attributes.
    case html
    /// An address, or its beginning: a scheme other than http, https and mailto is refused, `#` is written instead.
    case link
    /// Inside of an address, before `?` and `#`.
    case linkPath
    /// Inside of an address, behind `?` or `#`: everything but unreserved characters is encoded (RFC 3986 §2.3).
    case linkPart
    /// A color or length in a style; anything that could be more is left out.
    case style

    /// Appends `text` to `output`.
    func write(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            switch self {
            case .plain: Self.writePlain(bytes, to: &output)
            case .header: Self.writeHeader(bytes, to: &output)
            case .html: Self.writeHTML(bytes, to: &output)
            case .link:
                if Self.isHarmless(bytes) {
                    Self.writeLink(bytes, Self.allowedInLinks, to: &output)
                } else {
                    output.append(UInt8(ascii: "#"))
                }
            case .linkPath: Self.writeLink(bytes, Self.allowedInLinks, to: &output)
            case .linkPart: Self.writeLink(bytes, Self.unreserved, to: &output)
            case .style: if bytes.allSatisfy({ Self.allowedInStyles[Int($0)] }) { output.append(contentsOf: bytes) }
            }
        }
    }

    private static func writePlain(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        forEachRun(bytes, until: isControl) { run, stop in
            output.append(contentsOf: run)
            return dropControl(bytes, at: stop, &output, replacement: nil)
        }
    }

    private static func writeHeader(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        forEachRun(bytes, until: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) { run, stop in
            output.append(contentsOf: run)
            return dropControl(bytes, at: stop, &output, replacement: .space)
        }
    }

    private static func writeHTML(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let special = special
        forEachRun(bytes, until: { special[Int($0)] }) { run, stop in
            output.append(contentsOf: run)
            guard stop < bytes.count else { return 0 }
            if let entity = entity(bytes[stop]) {
                output.append(contentsOf: entity)
                return 1
            }
            return dropControl(bytes, at: stop, &output, replacement: nil)
        }
    }

    private static func writeLink(
        _ bytes: UnsafeBufferPointer<UInt8>, _ allowed: [Bool], to output: inout [UInt8]
    ) {
        for byte in bytes {
            if let entity = entity(byte), allowed[Int(byte)] {
                output.append(contentsOf: entity)
            } else if allowed[Int(byte)] {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "%"))
                output.append(hexadecimal[Int(byte >> 4)])
                output.append(hexadecimal[Int(byte & 15)])
            }
        }
    }

    /// Whether a browser would read no scheme, or one of those that only lead somewhere.
    private static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let stop = bytes.firstIndex(where: delimiters.contains), bytes[stop] == .colon else { return true }
        let scheme = bytes[..<stop].map(\.asciiLowercased)
        return schemes.contains(scheme)
    }

    /// Calls `body` with each run before a byte that `isSpecial`, and its index; `body` says how many bytes it has
    /// dealt with.
    @inline(__always)
    private static func forEachRun(
        _ bytes: UnsafeBufferPointer<UInt8>, until isSpecial: (UInt8) -> Bool,
        _ body: (UnsafeBufferPointer<UInt8>.SubSequence, Int) -> Int
    ) {
        var start = 0
        while start <= bytes.count {
            var stop = start
            while stop < bytes.count, !isSpecial(bytes[stop]) { stop += 1 }
            let used = body(bytes[start..<stop], stop)
            if stop == bytes.count { return }
            start = stop + used
        }
    }

    /// Deals with the control character at `stop`, or with the byte 0xC2 that may begin one of U+0080…U+009F.
    private static func dropControl(
        _ bytes: UnsafeBufferPointer<UInt8>, at stop: Int, _ output: inout [UInt8], replacement: UInt8?
    ) -> Int {
        guard stop < bytes.count else { return 0 }
        if bytes[stop] == 0xC2, !(stop + 1 < bytes.count && bytes[stop + 1] < 0xA0) {
            output.append(0xC2)
            return 1
        }
        if let replacement { output.append(replacement) }
        return bytes[stop] == 0xC2 ? 2 : 1
    }

    /// A control character that no text keeps, or 0xC2, which may begin one.
    @inline(__always)
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != .tab && byte != .newline || byte == 0x7F || byte == 0xC2
    }

    @inline(__always)
    private static func entity(_ byte: UInt8) -> String.UTF8View? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;".utf8
        case UInt8(ascii: "<"): "&lt;".utf8
        case UInt8(ascii: ">"): "&gt;".utf8
        case UInt8(ascii: "\""): "&quot;".utf8
        case UInt8(ascii: "'"): "&#39;".utf8
        default: nil
        }
    }

    private static let special = table { byte in
        isControl(byte) || entity(byte) != nil
    }
    private static let unreserved = table { $0.isASCIIAlphanumeric || "-._~".utf8.contains($0) }
    private static let allowedInLinks = table { byte in
        byte.isASCIIAlphanumeric || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
    private static let allowedInStyles = table { $0.isASCIIAlphanumeric || "#.,% -".utf8.contains($0) }
    private static let schemes: [[UInt8]] = ["http", "https", "mailto"].map { Array($0.utf8) }
    private static let delimiters = Array(":/?#".utf8)
    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    private static func table(_ isIn: (UInt8) -> Bool) -> [Bool] {
        (0...255).map { isIn(UInt8($0)) }
    }
}
