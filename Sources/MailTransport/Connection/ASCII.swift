extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isHexDigit: Bool { isDigit || (lowercasedASCII >= UInt8(ascii: "a") && lowercasedASCII <= UInt8(ascii: "f")) }
    var isLetterOrDigit: Bool {
        isDigit || (lowercasedASCII >= UInt8(ascii: "a") && lowercasedASCII <= UInt8(ascii: "z"))
    }
    var lowercasedASCII: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self + 32 : self }
    static let space = UInt8(ascii: " ")
    static let carriageReturn: UInt8 = 13
    static let lineFeed: UInt8 = 10
}

extension Collection<UInt8> {
    var lowercasedASCII: [UInt8] { map(\.lowercasedASCII) }

    /// Whether the bytes are those of an ASCII keyword, in any case.
    func isKeyword(_ keyword: StaticString) -> Bool {
        keyword.withUTF8Buffer { lowercasedASCII.elementsEqual($0.lazy.map(\.lowercasedASCII)) }
    }

    /// A number that came by wire: nil for anything but digits, and for what does not fit.
    func number<Number: FixedWidthInteger>(as type: Number.Type = Number.self) -> Number? {
        guard !isEmpty, count <= 20 else { return nil }
        var value: Number = 0
        for byte in self {
            guard byte.isDigit else { return nil }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Number(byte - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}

/// What a server said, as one line of at most 500 bytes of printable ASCII, so that it can do no harm in a log, a
/// terminal or a page: control characters, backslashes and all above ASCII become `\xNN`.
func escapedLine(_ bytes: some Collection<UInt8>, limit: Int = 500) -> String {
    var line = ""
    for byte in bytes {
        let isPlain = byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\")
        let piece = isPlain ? String(UnicodeScalar(byte)) : "\\x" + hexadecimal(byte)
        guard line.utf8.count + piece.utf8.count <= limit - 3 else { return line + "..." }
        line += piece
    }
    return line
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
