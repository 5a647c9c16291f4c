/// Base64 (RFC 2045 §6.8) as broken mailers write it.
enum Base64 {
    /// The bytes that `text` stands for. What is no base64 is passed over; padding in the middle ends a group, since
    /// QUIRK: some mailers join separately encoded pieces.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.withUnsafeBufferPointer { text in
            // Four more bytes than the text can stand for: whole words are written.
            [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 8) { output, count in
                count = Base64Digits.tables.withUnsafeBufferPointer { tables in
                    var decoder = Base64Decoder(
                        text: text, tables: tables, output: UnsafeMutableRawPointer(output.baseAddress))
                    return decoder.run()
                }
            }
        }
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
    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
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

    /// What no digit is worth; with it a whole group is above `largestGroup`.
    static let none: UInt32 = 1 << 31
    static let largestGroup: UInt32 = 0xFF_FFFF

    /// Four tables of 256 entries: the value of a byte as the first, second, third and fourth digit of a group.
    static let tables: [UInt32] = {
        var tables = [UInt32](repeating: none, count: 4 * 256)
        for (value, byte) in alphabet.enumerated() {
            for digit in 0..<4 { tables[digit << 8 | Int(byte)] = UInt32(value) << UInt32(18 - 6 * digit) }
        }
        return tables
    }()
}

/// Reads whole groups of four digits by table; where something else stands between, digit by digit.
///
/// Every group writes a word of four bytes, of which three count: `output` has room for one byte more than the groups
/// fill, and a group is never fuller than the four bytes of text that it took.
private struct Base64Decoder {
    private let text: UnsafeBufferPointer<UInt8>
    private let tables: UnsafeBufferPointer<UInt32>
    private let output: UnsafeMutableRawPointer?
    private var place = 0
    private var written = 0

    init(text: UnsafeBufferPointer<UInt8>, tables: UnsafeBufferPointer<UInt32>, output: UnsafeMutableRawPointer?) {
        (self.text, self.tables, self.output) = (text, tables, output)
    }

    /// Decodes all; returns how many bytes were written.
    mutating func run() -> Int {
        repeat { readGroups() } while readLooseGroup()
        return written
    }

    /// Groups that stand together, as nearly all do.
    private mutating func readGroups() {
        while place + 4 <= text.count {
            let group =
                tables[Int(text[place])] | tables[256 | Int(text[place + 1])] | tables[512 | Int(text[place + 2])]
                | tables[768 | Int(text[place + 3])]
            guard group <= Base64Digits.largestGroup else { return }
            write(group, count: 3)
            place += 4
        }
    }

    /// The next group with whatever stands within it; `false` at the end.
    private mutating func readLooseGroup() -> Bool {
        var group: UInt32 = 0
        var digits = 0
        while place < text.count, digits < 4 {
            let byte = text[place]
            place += 1
            let value = tables[768 | Int(byte)]
            if value != Base64Digits.none {
                group |= value << UInt32(18 - 6 * digits)
                digits += 1
            } else if byte == ASCII.equals, digits > 0 {
                break
            } else if byte.isLineBreak, digits == 0 {
                // Where lines end between groups, the fast way goes on.
                if place < text.count, !text[place].isLineBreak { break }
            }
        }
        if digits > 1 { write(group, count: digits - 1) }
        return place < text.count
    }

    private mutating func write(_ group: UInt32, count: Int) {
        output?.storeBytes(of: (group << 8).bigEndian, toByteOffset: written, as: UInt32.self)
        written += count
    }
}
