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
    /// Whether it comes coarse first and then finer: each pass is one over all its pixels, and of a JPEG all of it is held
    /// in memory besides.
    package let comesInPasses: Bool

    /// Nil where the bytes are no JPEG, PNG or WebP, or one that moves.
    package init?(_ bytes: [UInt8]) {
        if let frame = Self.png(bytes) {
            self.init(.png, frame)
        } else if let frame = Self.jpeg(bytes) {
            self.init(.jpeg, frame)
        } else if let frame = Self.webp(bytes) {
            self.init(.webp, frame)
        } else {
            return nil
        }
    }

    private struct Frame {
        var width: Int
        var height: Int
        var comesInPasses = false
    }

    private init?(_ format: Format, _ frame: Frame) {
        guard frame.width > 0, frame.height > 0 else { return nil }
        self.format = format
        width = frame.width
        height = frame.height
        comesInPasses = frame.comesInPasses
    }

    /// PNG (third edition) §11.2.1: IHDR comes first.
    private static func png(_ bytes: [UInt8]) -> Frame? {
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        guard bytes.count > 32, bytes.starts(with: start) else { return nil }
        return Frame(width: big(bytes[16..<20]), height: big(bytes[20..<24]), comesInPasses: bytes[28] != 0)
    }

    /// Limit: scans of one picture; each of them costs a pass over all its pixels. Programs write fifteen at most.
    private static let mostScans = 30

    /// ITU-T T.81 §B.1.1: markers, most of them with a segment; between a scan's header and the next marker stand its bytes,
    /// in which 0xFF is followed by 0 or by a marker to start anew from.
    private static func jpeg(_ bytes: [UInt8]) -> Frame? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var frame: Frame?
        var scans = 0
        var offset = 2
        while offset + 3 < bytes.count, scans <= mostScans, let next = bytes[offset...].firstIndex(of: 0xFF),
            next + 3 < bytes.count
        {
            let marker = bytes[next + 1]
            offset = next + (marker == 0xFF ? 1 : 2)
            if marker == 0xFF || marker <= 0x01 || (0xD0...0xD8).contains(marker) { continue }
            if marker == 0xD9 { break }
            if isFrame(marker) {
                guard frame == nil, next + 9 < bytes.count else { return nil }
                frame = Frame(
                    width: big(bytes[(next + 7)..<(next + 9)]), height: big(bytes[(next + 5)..<(next + 7)]),
                    comesInPasses: marker & 0x03 == 2)
            }
            if marker == 0xDA { scans += 1 }
            offset += max(2, big(bytes[offset..<(offset + 2)]))
        }
        if scans > 1 { frame?.comesInPasses = true }
        return scans <= mostScans ? frame : nil
    }

    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    /// RFC 9649 §2.5 to §2.7.
    private static func webp(_ bytes: [UInt8]) -> Frame? {
        guard bytes.count > 30, bytes.starts(with: "RIFF".utf8), bytes[8...].starts(with: "WEBPVP8".utf8),
            little(bytes[4..<8]) <= bytes.count - 8
        else { return nil }
        switch bytes[15] {
        case UInt8(ascii: " "):
            guard bytes[23...].starts(with: [0x9D, 0x01, 0x2A]) else { return nil }
            return Frame(width: little(bytes[26..<28]) & 0x3FFF, height: little(bytes[28..<30]) & 0x3FFF)
        case UInt8(ascii: "L"):
            guard bytes[20] == 0x2F else { return nil }
            let bits = little(bytes[21..<25])
            return Frame(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case UInt8(ascii: "X"):
            // The second bit of its flags: it moves.
            guard bytes[20] & 0x02 == 0 else { return nil }
            return Frame(width: little(bytes[24..<27]) + 1, height: little(bytes[27..<30]) + 1)
        default: return nil
        }
    }

    private static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
