import MailFormat
import PortalCore

/// What a value should look like: the sentence for people, and the rule.
struct Form<Value> {
    /// Begins with “should”, and gives an example where one helps.
    let should: String
    let read: (Written) -> Value?

    init(_ should: String, _ read: @escaping (Written) -> Value?) {
        self.should = should
        self.read = read
    }
}

extension Form where Value == String {
    /// One line without control characters and without marks that turn the direction of what follows.
    static func line(_ limit: Int = 80) -> Form {
        Form("should be one line of at most \(limit) characters") { written in
            let scalars = written.text.unicodeScalars
            let isFit = scalars.count <= limit && scalars.contains { $0 != " " } && scalars.allSatisfy(\.isShown)
            return isFit ? written.text : nil
        }
    }

    /// Several lines.
    static func text(_ limit: Int) -> Form {
        Form("should be text of at most \(limit) characters") { written in
            let scalars = written.text.unicodeScalars
            guard scalars.count <= limit, scalars.allSatisfy({ $0.isShown || $0 == "\n" }) else { return nil }
            return String(String.UnicodeScalarView(scalars.reversed().drop { $0 == "\n" || $0 == " " }.reversed()))
        }
    }

    /// A name that stands in addresses: an organization's slug, a project's or a deliverable's key.
    static func key(longest: Int = 40) -> Form {
        Form("should be 2 to \(longest) of a–z, 0–9 and -, and begin with a letter") { written in
            let bytes = written.text.utf8
            guard (2...longest).contains(bytes.count), bytes.first.map(\.isLowerLetter) == true,
                bytes.allSatisfy({ $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
            else { return nil }
            return written.text
        }
    }

    static var color: Form {
        Form("should be a color like \"#1d4d4f\", in quotes") { written in
            let bytes = Array(written.text.utf8)
            guard bytes.count == 7, bytes[0] == UInt8(ascii: "#"), bytes.dropFirst().allSatisfy(\.isHexadecimal) else {
                return nil
            }
            return String(decoding: bytes.map { $0.asLowerLetter }, as: UTF8.self)
        }
    }

    /// A language tag (RFC 5646 §2.1), in the part of its grammar that is in use.
    static var locale: Form {
        Form("should be a language tag like en or pt-BR") { written in
            let parts = written.text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard written.text.utf8.count <= 35, let language = parts.first, (2...3).contains(language.count),
                language.allSatisfy(\.isLowerLetter),
                parts.dropFirst().allSatisfy({ (2...8).contains($0.count) && $0.allSatisfy(\.isLetterOrDigit) })
            else { return nil }
            return written.text
        }
    }

    /// A page on the web; spelled so that it can stand in a link as it is.
    static var website: Form {
        Form("should be the address of a page, like https://client.example") { written in
            WebAddress(written.text).map { _ in written.text }
        }
    }
}

extension Form where Value == EmailAddress {
    static var address: Form {
        Form("should be an email address, like dana@client.example") { EmailAddress($0.text) }
    }
}

extension Form where Value == DecisionsByMail {
    static var decisionsByMail: Form {
        Form("should be execute, confirm or off") { written in
            let word = written.text.utf8.map(\.asLowerLetter)
            return DecisionsByMail.allCases.first { word.elementsEqual($0.rawValue.utf8) }
        }
    }
}

extension Form where Value == Bool {
    static var onOrOff: Form {
        Form("should be on or off (or yes, no, true, false)") { written in
            let word = written.text.utf8.map(\.asLowerLetter)
            if ["on", "yes", "true"].contains(where: { word.elementsEqual($0.utf8) }) { return true }
            return ["off", "no", "false"].contains { word.elementsEqual($0.utf8) } ? false : nil
        }
    }
}

extension Form where Value == Int {
    static func number(_ range: ClosedRange<Int>) -> Form {
        Form("should be a whole number from \(range.lowerBound) to \(range.upperBound)") { written in
            let digits = written.text.utf8
            guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isDigit), let number = Int(written.text),
                range.contains(number)
            else { return nil }
            return number
        }
    }

    /// `14d`: a number of days.
    static var days: Form {
        Form("should be a number of days from 1d to 3650d, like 14d") { written in
            let digits = written.text.utf8.dropLast()
            guard written.text.utf8.last == UInt8(ascii: "d"), (1...4).contains(digits.count),
                digits.allSatisfy(\.isDigit), let days = Int(String(decoding: digits, as: UTF8.self)),
                (1...3650).contains(days)
            else { return nil }
            return days
        }
    }

    /// `5m`: a number of minutes within an hour; `0` is none.
    static var minutes: Form {
        Form("should be a number of minutes from 1m to 60m, like 5m, or 0") { written in
            let text = written.text.utf8
            if text.elementsEqual("0".utf8) { return 0 }
            let digits = text.dropLast()
            guard text.last == UInt8(ascii: "m"), (1...2).contains(digits.count), digits.allSatisfy(\.isDigit),
                let minutes = Int(String(decoding: digits, as: UTF8.self)), (1...60).contains(minutes)
            else { return nil }
            return minutes
        }
    }

    static func size(_ range: ClosedRange<Int>) -> Form {
        Form("should be a size from \(Size.text(range.lowerBound)) to \(Size.text(range.upperBound)), like 25 MiB") {
            Size.bytes($0.text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the words of an enum.
    static func word(_ values: [Value] = Array(Value.allCases)) -> Form {
        let words = values.map(\.rawValue)
        return Form("should be \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")") { written in
            values.first { $0.rawValue.utf8.elementsEqual(written.text.utf8) }
        }
    }
}

extension Form where Value == SixDigitCode {
    /// Written in quotes, because YAML would take the zeros from the front of a number.
    static var accessCode: Form {
        Form("should be six digits in quotes, like \"048151\", or env:NAME, or file:path") { written in
            written.isQuoted ? SixDigitCode(written.text) : nil
        }
    }
}

extension Unicode.Scalar {
    /// No control character, no line break, no invisible mark but the two that join letters.
    var isShown: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        case .format: value == 0x200C || value == 0x200D || value == 0xAD
        default: true
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    var isLetterOrDigit: Bool { asLowerLetter.isLowerLetter || isDigit }
    var isHexadecimal: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(asLowerLetter) }
    var asLowerLetter: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 0x20 : self }
}
