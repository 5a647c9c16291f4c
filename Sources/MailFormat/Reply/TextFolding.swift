/// Text made comparable: small letters without accents, plain spaces, hyphens, apostrophes and colons, nothing invisible.
///
/// So a word list holds each word once, whether a mailer writes `À :`, `a:` or `A` with a combining grave.
enum TextFolding {
    /// Limit: bytes of a line that are folded; nothing that is looked for is longer.
    static let mostBytes = 1_000

    /// `bytes` folded, without white space at either end, runs of it as one space, and without emphasis marks (`*`).
    static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let (plain, plainEnd) = foldedPlain(bytes.prefix(mostBytes))
        var folded = plain
        let end = min(bytes.endIndex, bytes.startIndex + mostBytes)
        guard plainEnd < end else { return folded }
        var isSpaceDue = plainEnd > bytes.startIndex && bytes[plainEnd - 1] <= ASCII.space
        var index = plainEnd
        while index < end {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                index += 1
                if byte <= ASCII.space {
                    isSpaceDue = true
                } else if byte != ASCII.asterisk {
                    add(byte.asciiLowercased, to: &folded, &isSpaceDue)
                }
                continue
            }
            let (scalar, length) = decoded(bytes, at: index)
            index += length
            switch replacement(of: scalar) {
            case .nothing: break
            case .space: isSpaceDue = true
            case .byte(let plain): add(plain, to: &folded, &isSpaceDue)
            case .scalar(let small):
                guard let encoded = Unicode.Scalar(small).flatMap({ UTF8.encode($0) }) else { continue }
                for byte in encoded { add(byte, to: &folded, &isSpaceDue) }
            }
        }
        return folded
    }

    /// The same for the bytes before the first that is not of ASCII, and where that stands.
    private static func foldedPlain(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int) {
        var at = bytes.startIndex
        // Never more bytes than are read, so that what is written is in bounds.
        let folded = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            var isSpaceDue = false
            while at < bytes.endIndex, bytes[at] < 0x80 {
                let byte = bytes[at]
                at += 1
                if byte <= ASCII.space {
                    isSpaceDue = true
                } else if byte != ASCII.asterisk {
                    if isSpaceDue, count > 0 {
                        buffer[count] = ASCII.space
                        count += 1
                    }
                    isSpaceDue = false
                    buffer[count] = byte.asciiLowercased
                    count += 1
                }
            }
        }
        return (folded, at)
    }

    private static func add(_ byte: UInt8, to folded: inout [UInt8], _ isSpaceDue: inout Bool) {
        if isSpaceDue, !folded.isEmpty { folded.append(ASCII.space) }
        isSpaceDue = false
        folded.append(byte)
    }

    private enum Replacement {
        case nothing, space
        case byte(UInt8)
        case scalar(UInt32)
    }

    private static func replacement(of scalar: UInt32) -> Replacement {
        switch scalar {
        case 0xC0...0x17F: .byte(latin[Int(scalar - 0xC0)])
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x2010...0x2015, 0x2212, 0xFF0D: .byte(ASCII.hyphen)
        case 0x2018, 0x2019, 0x2BC, 0x60, 0xB4: .byte(ASCII.apostrophe)
        case 0xFF1A, 0x2236, 0xFE55: .byte(ASCII.colon)
        case 0x660...0x669, 0x6F0...0x6F9, 0xE50...0xE59: .byte(UInt8(0x30 + scalar & 0xF))
        case 0x966...0x96F, 0x9E6...0x9EF: .byte(UInt8(0x30 + (scalar + 10) & 0xF))
        case 0xFF10...0xFF19: .byte(UInt8(scalar - 0xFEE0))
        case _ where isMark(scalar) || isInvisible(scalar): .nothing
        default: .scalar(baseLetter(of: scalar))
        }
    }

    /// U+00C0 to U+017F without their accents.
    private static let latin: [UInt8] = Array(
        """
        aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
        lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8)

    /// Accents of Vietnamese, Romanian, Greek, Cyrillic and Arabic letters.
    private static func baseLetter(of scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x1EA0...0x1EB7: 0x61
        case 0x1EB8...0x1EC7: 0x65
        case 0x1EC8...0x1ECB: 0x69
        case 0x1ECC...0x1EE3, 0x1A0, 0x1A1: 0x6F
        case 0x1EE4...0x1EF1, 0x1AF, 0x1B0: 0x75
        case 0x1EF2...0x1EF9: 0x79
        case 0x218, 0x219: 0x73
        case 0x21A, 0x21B: 0x74
        case 0x386, 0x3AC: 0x3B1
        case 0x388, 0x3AD: 0x3B5
        case 0x389, 0x3AE: 0x3B7
        case 0x38A, 0x3AF, 0x3CA, 0x390: 0x3B9
        case 0x38C, 0x3CC: 0x3BF
        case 0x38E, 0x3CD, 0x3CB, 0x3B0: 0x3C5
        case 0x38F, 0x3CE: 0x3C9
        case 0x401, 0x451: 0x435
        case 0x419, 0x439: 0x438
        case 0x622, 0x623, 0x625: 0x627
        default: Unicode.Scalar(scalar).map { LetterCase.lowercased($0).value } ?? scalar
        }
    }

    /// Combining accents, Hebrew points and Arabic vowel signs.
    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x591...0x5C7, 0x64B...0x652, 0x670: true
        default: false
        }
    }

    /// Takes no room: soft hyphens, zero-width spaces and joiners, marks of writing direction, byte order marks.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE0F, 0xFEFF: true
        default: false
        }
    }

    /// The scalar that begins at `index`, and its length in bytes; a broken one is U+FFFD of one byte.
    static func decoded(_ bytes: ArraySlice<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1 else { return (UInt32(lead), 1) }
        guard lead >= 0xC0, index + length <= bytes.endIndex else { return (0xFFFD, 1) }
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for byte in bytes[(index + 1)..<(index + length)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
        return (scalar, length)
    }
}
