import MailFormat

/// Text that people type into forms of their own, held to what configuration takes as well.
enum ShownText {
    /// One line with something on it, without control characters and without marks that turn what follows. `most`: scalars.
    static func isLine(_ text: String, most: Int) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.count <= most && scalars.contains { $0.value > 0x20 } && scalars.allSatisfy(isShown)
    }

    /// Several lines, perhaps none. `most`: scalars.
    static func isText(_ text: String, most: Int) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.count <= most && scalars.allSatisfy { isShown($0) || $0.value == 0x0A }
    }

    /// Why something typed is no such line; nil where it is one, or is blank.
    static func refusal(line text: String, most: Int) -> Refusal? {
        if text.unicodeScalars.count > most { return .tooLong(limit: most) }
        return text.utf8.isEmpty || isLine(text, most: most) ? nil : .item(.strayCharacters)
    }

    /// The same for several lines.
    static func refusal(text: String, most: Int) -> Refusal? {
        if text.unicodeScalars.count > most { return .tooLong(limit: most) }
        return isText(text, most: most) ? nil : .item(.strayCharacters)
    }

    /// An ISO 8601 date that the calendar has, `2026-03-12`.
    static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == ASCII.hyphen, bytes[7] == ASCII.hyphen else { return false }
        func number(_ digits: ArraySlice<UInt8>) -> Int {
            digits.reduce(0) { $1.isASCIIDigit ? $0 * 10 + Int($1 - 0x30) : -1_000_000 }
        }
        return CalendarDay(year: number(bytes[..<4]), month: number(bytes[5..<7]), day: number(bytes[8...])) != nil
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        // The two marks that join letters, and the soft hyphen.
        case .format: scalar.value == 0x200C || scalar.value == 0x200D || scalar.value == 0xAD
        default: true
        }
    }
}
