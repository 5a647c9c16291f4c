/// Base64 (RFC 2045 §6.8) as broken mailers write it.
package enum Base64 {
    /// The bytes that `text` stands for. What is no base64 is passed over; padding in the middle ends a group, since
    /// QUIRK: some mailers join separately encoded pieces.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.withUnsafeBufferPointer { text in
            [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 16) { output, count in
                guard let base = output.baseAddress else { return }
                count = Base64Digits.tables.withUnsafeBufferPointer { tables in
                    var decoder = Base64Decoder(text: text, tables: tables, output: UnsafeMutableRawPointer(base))
                    return decoder.run()
                }
            }
        }
    }

    /// Whether nothing stands in `text` but digits in lines, and padding only at the end: what else is there some programs pass
    /// over, and for others it ends the text.
    static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        var isPadded = false
        for byte in text where !byte.isBlank && !byte.isLineBreak {
            if byte == ASCII.equals {
                isPadded = true
            } else if isPadded || !Base64Digits.contains(byte) {
                return false
            }
        }
        return true
    }

    /// `bytes` as base64 in lines of 76 characters, ended by CRLF.
    static func encodeLines(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 57 * 78 + 80)
        for start in stride(from: 0, to: bytes.count, by: 57) {
            output += encode(bytes[start..<min(start + 57, bytes.count)])
            output += [ASCII.cr, ASCII.lf]
        }
        return output
    }

    /// `bytes` as base64 without line breaks.
    package static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let piece = rest.prefix(3)
            let group = piece.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - piece.count))
            for digit in 0..<4 {
                let value = Int(group >> UInt32(18 - 6 * digit) & 63)
                output.append(digit <= piece.count ? alphabet[value] : ASCII.equals)
            }
            rest = rest.dropFirst(3)
        }
        return output
    }

    private static let alphabet = Base64Digits.alphabet
}

/// The 64 digits of base64 (RFC 2045 §6.8, table 1), and what each is worth.
private enum Base64Digits {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func contains(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == ASCII.plus || byte == ASCII.slash
    }

    /// What no digit is worth; whatever it is joined with does not fit into three bytes.
    static let none: UInt32 = 1 << 31

    /// Four tables of 256 entries: what a byte is worth as the first, second, third and fourth digit of a group, as the
    /// bits of the group's three bytes in the order of memory on a little-endian machine.
    static let tables: [UInt32] = {
        var tables = [UInt32](repeating: none, count: 4 * 256)
        for (value, byte) in alphabet.enumerated() {
            for digit in 0..<4 {
                let group = UInt32(value) << UInt32(18 - 6 * digit)
                tables[digit << 8 | Int(byte)] = (group << 8).byteSwapped
            }
        }
        return tables
    }()
}

/// Reads groups of four digits by table, two at a time; where something else stands between, digit by digit.
///
/// Whole words are written, of which three or six bytes count: `output` has room for eight bytes more than the text
/// can stand for.
private struct Base64Decoder {
    private let text: UnsafeBufferPointer<UInt8>
    private let tables: UnsafeBufferPointer<UInt32>
    private let output: UnsafeMutableRawPointer
    private var place = 0
    private var written = 0

    init(text: UnsafeBufferPointer<UInt8>, tables: UnsafeBufferPointer<UInt32>, output: UnsafeMutableRawPointer) {
        (self.text, self.tables, self.output) = (text, tables, output)
    }

    /// Decodes all; returns how many bytes were written.
    mutating func run() -> Int {
        repeat { readGroups() } while readLooseGroup()
        return written
    }

    /// Lines of whole groups, as nearly all are.
    private mutating func readGroups() {
        repeat {
            readPairs()
            if place + 4 <= text.count, case let group = group(at: place), group >> 24 == 0 {
                output.storeBytes(of: group.littleEndian, toByteOffset: written, as: UInt32.self)
                written += 3
                place += 4
            }
        } while skipLineBreak()
    }

    private mutating func readPairs() {
        // In registers while the loop runs.
        var (place, written) = (place, written)
        while place + 8 <= text.count {
            let (first, second) = (group(at: place), group(at: place + 4))
            guard (first | second) >> 24 == 0 else { break }
            let pair = UInt64(first) | UInt64(second) << 24
            output.storeBytes(of: pair.littleEndian, toByteOffset: written, as: UInt64.self)
            written += 6
            place += 8
        }
        (self.place, self.written) = (place, written)
    }

    /// The four digits at `place`, for which there must be room, joined.
    private func group(at place: Int) -> UInt32 {
        tables[Int(text[place])] | tables[256 | Int(text[place + 1])] | tables[512 | Int(text[place + 2])]
            | tables[768 | Int(text[place + 3])]
    }

    private mutating func skipLineBreak() -> Bool {
        let start = place
        if place < text.count, text[place] == ASCII.cr { place += 1 }
        if place < text.count, text[place] == ASCII.lf { place += 1 }
        return place > start
    }

    /// The next group with whatever stands within it; `false` at the end.
    private mutating func readLooseGroup() -> Bool {
        var group: UInt32 = 0
        var digits = 0
        while place < text.count, digits < 4 {
            let byte = text[place]
            place += 1
            let value = tables[digits << 8 | Int(byte)]
            if value != Base64Digits.none {
                group |= value
                digits += 1
            } else if byte == ASCII.equals, digits > 0 {
                break
            }
        }
        if digits > 1 {
            output.storeBytes(of: group.littleEndian, toByteOffset: written, as: UInt32.self)
            written += digits - 1
        }
        return place < text.count
    }
}
