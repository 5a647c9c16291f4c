/// What the first bytes of a picture say of it, read without decoding anything.
package struct PictureHeader: Equatable, Sendable {
    package enum Format: String, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case webp = "image/webp"
    }

    package let format: Format
    /// In pixels, at least 1.
    package let width: Int
    package let height: Int

    /// Nil where the bytes are no JPEG, PNG or WebP, or one that moves.
    package init?(_ bytes: [UInt8]) {
        if let size = Self.png(bytes) {
            self.init(.png, size)
        } else if let size = Self.jpeg(bytes) {
            self.init(.jpeg, size)
        } else if let size = Self.webp(bytes) {
            self.init(.webp, size)
        } else {
            return nil
        }
    }

    private init?(_ format: Format, _ size: (width: Int, height: Int)) {
        guard size.width > 0, size.height > 0 else { return nil }
        self.format = format
        width = size.width
        height = size.height
    }

    /// PNG (third edition) §11.2.1: IHDR comes first.
    private static func png(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        guard bytes.count > 32, bytes.starts(with: start) else { return nil }
        return (big(bytes[16..<20]), big(bytes[20..<24]))
    }

    /// Limit: scans of one picture; each of them costs a pass over all its pixels.
    private static let mostScans = 40

    /// ITU-T T.81 §B.1.1: segments of marker and length, until the frame says its size.
    private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var size: (width: Int, height: Int)?
        var offset = 2
        while size == nil, offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            // Fill bytes before a marker.
            if marker == 0xFF {
                offset += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { size = (big(bytes[(offset + 7)..<(offset + 9)]), big(bytes[(offset + 5)..<(offset + 7)])) }
            offset += 2 + max(2, big(bytes[(offset + 2)..<(offset + 4)]))
        }
        // In what is coded, 0xFF is always followed by 0 or by a marker that is no scan.
        let scans = zip(bytes, bytes.dropFirst()).lazy.filter { $0 == 0xFF && $1 == 0xDA }.prefix(mostScans + 1).count
        return scans <= mostScans ? size : nil
    }

    /// RFC 9649 §2.5 to §2.7.
    private static func webp(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count > 30, bytes.starts(with: "RIFF".utf8), bytes[8...].starts(with: "WEBPVP8".utf8),
            little(bytes[4..<8]) <= bytes.count - 8
        else { return nil }
        switch bytes[15] {
        case UInt8(ascii: " "):
            guard bytes[23...].starts(with: [0x9D, 0x01, 0x2A]) else { return nil }
            return (little(bytes[26..<28]) & 0x3FFF, little(bytes[28..<30]) & 0x3FFF)
        case UInt8(ascii: "L"):
            guard bytes[20] == 0x2F else { return nil }
            let bits = little(bytes[21..<25])
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case UInt8(ascii: "X"):
            // The second bit of its flags: it moves.
            guard bytes[20] & 0x02 == 0 else { return nil }
            return (little(bytes[24..<27]) + 1, little(bytes[27..<30]) + 1)
        default: return nil
        }
    }

    private static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
