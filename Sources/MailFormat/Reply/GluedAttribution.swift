/// An attribution that shares its line with the reply before it or with the quotation behind it.
enum GluedAttribution {
    /// Limit: bytes of an attribution on one line.
    private static let longest = 300

    /// Where in line `index` an attribution begins whose verb and colon stand on the same line.
    static func find(in body: ReplyBody, line index: Int) -> Int? {
        let text = body.text(index)
        guard text.contains(ASCII.colon), let offset = opening(in: text) else { return nil }
        let rest = TextFolding.folded(text[offset...].prefix(longest))
        guard let verb = AttributionWords.verbs.first(in: rest),
            let colon = rest[verb.upperBound...].prefix(60).firstIndex(of: ASCII.colon)
        else { return nil }
        let isLast = AttributionEvidence.endsWithColon(rest) && !rest[(colon + 1)...].contains(ASCII.colon)
        // With something behind it, it must not be a sentence that a person typed: "On 2 May 2026 you wrote: …".
        let evidence = AttributionEvidence(Array(rest[...colon]))
        guard isLast || evidence.hasAddress || evidence.hasTime else { return nil }
        guard evidence.hasDate, evidence.suffices(.opening, isQuoteBelow: false) else { return nil }
        // QUIRK: `El El vie, 3 de marzo`.
        return offset - text.startIndex <= 4 ? text.startIndex : offset
    }

    /// The last place where `On`, `Am` or their like stand in capitals with a number soon behind them.
    static func opening(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.last { index in
            isCapital(text[index]) && (index == text.startIndex || !isWordByte(text[index - 1]))
                && hasOpening(text[index...])
                && AttributionBeginning(TextFolding.folded(text[index...].prefix(64))) != nil
        }
    }

    private static func hasOpening(_ text: ArraySlice<UInt8>) -> Bool {
        AttributionWords.capitalOpenings.contains {
            text.starts(with: $0) && text.dropFirst($0.count).first == ASCII.space
        }
    }

    /// Capitals of ASCII, and the lead bytes of the other ones in the table.
    private static func isCapital(_ byte: UInt8) -> Bool {
        byte >= 0x41 && byte <= 0x5A || byte == 0xC3 || byte == 0xCE
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
    }
}
