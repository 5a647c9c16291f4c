/// One field of a header: a name and a value, as ranges into the bytes of the message.
package struct HeaderField: Sendable {
    let bytes: [UInt8]
    let nameRange: Range<Int>
    let valueRange: Range<Int>
    /// QUIRK: `From : x` and the like; obsolete (RFC 5322 §4.5), and read differently by different programs.
    let hasBlankBeforeColon: Bool

    /// The name as written.
    package var name: String { String(decoding: bytes[nameRange], as: UTF8.self) }

    /// The value as it stands in the message: folded, undecoded, without the final line break.
    package var rawValue: ArraySlice<UInt8> { bytes[valueRange] }

    /// The whole field as it stands in the message, name and folds included, without the final line break.
    package var wholeBytes: ArraySlice<UInt8> { bytes[nameRange.lowerBound..<valueRange.upperBound] }

    /// The value without its line breaks (RFC 5322 §2.2.3) and the blanks around it, undecoded.
    package var unfolded: [UInt8] {
        let value = rawValue.trimmed
        return value.contains(where: \.isLineBreak) ? value.filter { !$0.isLineBreak } : Array(value)
    }

    /// The value unfolded, with encoded words (RFC 2047) decoded and 8-bit text read as well as can be.
    package var text: String { EncodedWords.decode(unfolded) }

    /// Whether the field is called `name`, in any ASCII case.
    package func isNamed(_ name: String) -> Bool { bytes[nameRange].equalsIgnoringASCIICase(name.utf8) }

    /// The same for a name that is at hand as bytes.
    func isNamed(utf8 name: [UInt8]) -> Bool { bytes[nameRange].equalsIgnoringASCIICase(name) }
}
