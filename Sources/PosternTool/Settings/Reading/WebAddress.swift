/// An address on the web in the plain spelling that needs no escaping anywhere.
struct WebAddress: Equatable {
    let isSecure: Bool
    let host: String
    let port: Int?
    /// With its slash; empty for the site itself.
    let path: String

    /// Nil unless `https://` or `http://`, a host name, perhaps a port and a path. Limit: 300 bytes.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 300, let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) })
        else { return nil }
        isSecure = scheme.utf8.count == 8
        let rest = bytes[scheme.utf8.count...]
        let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        guard let (host, port) = Self.authority(rest[..<slash]), rest[slash...].allSatisfy(Self.isPlain) else {
            return nil
        }
        self.host = host
        self.port = port
        path = String(decoding: rest[slash...], as: UTF8.self)
    }

    /// This machine: what never leaves it may do without TLS.
    var isLoopback: Bool {
        ["localhost", "127.0.0.1", "[::1]"].contains { $0.utf8.elementsEqual(host.utf8) }
    }

    private static func authority(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
        let afterHost =
            bytes.first == UInt8(ascii: "[")
            ? bytes.firstIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex : bytes.startIndex
        let colon = bytes[afterHost...].firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
        guard isHost(bytes[..<colon]) else { return nil }
        let host = String(decoding: bytes[..<colon].map { $0.asLowerLetter }, as: UTF8.self)
        guard colon < bytes.endIndex else { return (host, nil) }
        let digits = bytes[(colon + 1)...]
        guard (1...5).contains(digits.count), digits.allSatisfy(\.isDigit),
            let port = Int(String(decoding: digits, as: UTF8.self)), (1...65535).contains(port)
        else { return nil }
        return (host, port)
    }

    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.first == UInt8(ascii: "[") {
            return bytes.last == UInt8(ascii: "]")
                && bytes.dropFirst().dropLast().allSatisfy { $0.isHexadecimal || $0 == UInt8(ascii: ":") }
        }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }

    /// What may stand in a path, a query or a fragment and needs no escaping in HTML either (RFC 3986 §2.3).
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "/-._~%+=?#,:@!$*;".utf8.contains(byte)
    }
}
