/// Reads what stands behind a verb on its line, in the shape that the verb takes.
struct ArgumentReader {
    private let heading: Heading
    private let rest: ArraySlice<Unicode.Scalar>

    init(_ heading: Heading) {
        self.heading = heading
        rest = heading.rest
    }

    /// The argument, or `nil` where the rest of the line is anything else. Free text is not read here.
    var argument: CommandArgument? {
        switch heading.verb.takes {
        case .nothing: rest.isEmpty && heading.mark == .none ? .nothing : nil
        case .numbers(let count): numbers(count)
        case .attendance: rest.isEmpty && heading.mark == .none ? .nothing : attendance
        case .name: assignment
        case .nameAndBirthday: passenger
        case .nameAndAddress: guest
        case .addressAndProject: invitation
        case .things(let count): things(count)
        case .reason, .request, .answer: nil
        }
    }

    /// Limit: scalars of a name or a title.
    private static let longestName = 100
}

// Numbers.
extension ArgumentReader {
    /// The number that `folded` is, with or without `#`; `nil` beyond ``ReplyCommand/greatestNumber``.
    static func number(_ folded: some Collection<UInt8>) -> Int? {
        let digits = folded.first == hash ? folded.dropFirst() : folded[...]
        guard (1...6).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...ReplyCommand.greatestNumber).contains(number) ? number : nil
    }

    private static let hash: UInt8 = 0x23

    /// `1, 3`, `1 3`, `#1 and #3`, each number once; `nil` if anything else stands among them.
    static func numbers(_ text: ArraySlice<Unicode.Scalar>) -> [Int]? {
        let folded = LetterCase.folded(text)
        guard folded.last != ASCII.comma, folded.first != ASCII.comma else { return nil }
        var words = folded.split { $0 == ASCII.comma || $0.isBlank || $0 == ASCII.plus }.map(Array.init)
        guard let last = words.last, !ands.contains(last), words.count <= 2 * ReplyCommand.mostNumbers else {
            return nil
        }
        words.removeAll(where: ands.contains)
        let numbers = words.compactMap { number($0) }
        guard numbers.count == words.count, folded.first.map({ $0 != ASCII.plus }) ?? false else { return nil }
        return numbers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static let ands = WordList.set("and, &, und, et, y, e, en, och, og, ja, i, a")

    private func numbers(_ count: ClosedRange<Int>) -> CommandArgument? {
        guard !rest.isEmpty else { return count.contains(0) && heading.mark == .none ? .nothing : nil }
        guard let numbers = Self.numbers(rest), count.contains(numbers.count) else { return nil }
        return .numbers(numbers)
    }

    /// `2`, `+2`, `2 +2`: the number of the invitation, and how many come along.
    private var attendance: CommandArgument? {
        var folded = LetterCase.folded(rest)
        if folded.first == ASCII.comma { folded.removeFirst() }
        let parts = folded.split(separator: ASCII.plus, omittingEmptySubsequences: false).map { $0.trimmed }
        guard let first = parts.first, parts.count <= 2 else { return nil }
        let number = Self.number(first)
        guard number != nil || first.isEmpty else { return nil }
        guard parts.count == 2 else { return number.map { .attendance(number: $0, companions: nil) } }
        guard heading.verb != .no, let companions = Self.number(parts[1]), companions <= Self.mostCompanions else {
            return nil
        }
        return .attendance(number: number, companions: companions)
    }

    /// Limit: people that one answer brings along.
    private static let mostCompanions = 99
}

// Names, addresses, dates.
extension ArgumentReader {
    /// `Maya`, or with a number of the list `2 Maya`.
    private var assignment: CommandArgument? {
        let words = rest.split(maxSplits: 1, whereSeparator: TypedLine.isSpace)
        guard words.count == 2, let number = Self.number(LetterCase.folded(words[0])) else {
            return name(in: rest).map { .name($0, number: nil) }
        }
        return name(in: TypedLine.trimmed(words[1])).map { .name($0, number: number) }
    }

    /// A name of at most four words. "Assign it to Bob" names nobody.
    private func name(in rest: ArraySlice<Unicode.Scalar>) -> String? {
        let text = String(String.UnicodeScalarView(rest))
        if EmailAddress(text) != nil { return text }
        let words = Word.all(in: rest)
        guard (1...4).contains(words.count), let name = Self.plainName(rest),
            words.enumerated().allSatisfy({ couldBelong($1, toNameAt: $0, of: words.count) })
        else { return nil }
        return name
    }

    private func couldBelong(_ word: Word, toNameAt index: Int, of count: Int) -> Bool {
        if index > 0, index < count - 1, SentenceWords.particles.contains(word.folded) { return true }
        let isCapital = word.typed.first.map(LetterCase.isCapital) ?? false
        return (isCapital || heading.isCapitals || heading.hasColon) && !SentenceWords.noNames.contains(word.folded)
    }

    /// `text` if it is made of letters and what stands among them in names.
    private static func plainName(_ text: ArraySlice<Unicode.Scalar>) -> String? {
        let name = TypedLine.trimmed(text)
        guard name.count <= longestName, name.contains(where: \.properties.isAlphabetic),
            name.allSatisfy({ TypedLine.isSpace($0) || isNameScalar($0) })
        else { return nil }
        return String(String.UnicodeScalarView(name))
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "'" || scalar == "." || scalar == "\u{2019}" || scalar == "\u{30FB}"
            || scalar.properties.isAlphabetic || LetterForms.isCombiningMark(scalar)
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private var passenger: CommandArgument? {
        guard let end = rest.lastIndex(of: ",") ?? rest.lastIndex(where: TypedLine.isSpace),
            let name = Self.plainName(rest[..<end]),
            let day = Self.day(LetterCase.folded(TypedLine.trimmed(rest[end...].dropFirst())))
        else { return nil }
        return .passenger(name: name, born: day)
    }

    /// `1980-02-01`, also with dots, slashes or typographic hyphens: the year is first, so the order is certain.
    private static func day(_ folded: [UInt8]) -> CalendarDay? {
        let plain = String(decoding: folded, as: UTF8.self).unicodeScalars.map {
            "‐‑‒–".unicodeScalars.contains($0) ? "-" : $0
        }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
        guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
            let year = number(LetterCase.folded(parts[0])), let month = number(LetterCase.folded(parts[1])),
            let day = number(LetterCase.folded(parts[2]))
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// `Ana Lima <ana@example.com>`, also without the brackets.
    private var guest: CommandArgument? {
        let words = rest.split(whereSeparator: TypedLine.isSpace)
        guard let end = words.firstIndex(where: { $0.contains("@") }), let address = Self.address(words[end...]),
            let start = words[end].indices.first, let name = Self.plainName(Self.withoutComma(rest[..<start]))
        else { return nil }
        return .guest(name: name, address: address)
    }

    private static func withoutComma(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let name = TypedLine.trimmed(text)
        return name.last == "," ? name.dropLast() : name
    }

    /// `words` as one address. QUIRK: Outlook's text views write a link twice, `ana@example.com<mailto:ana@example.com>`.
    private static func address(_ words: ArraySlice<ArraySlice<Unicode.Scalar>>) -> EmailAddress? {
        let parts = Array(words.joined(separator: [" "])).split { $0 == "<" || $0 == ">" || $0 == " " }.map { part in
            let text = String(String.UnicodeScalarView(part))
            return text.asciiLowercased.utf8.starts(with: "mailto:".utf8) ? String(text.dropFirst(7)) : text
        }
        guard let first = parts.first, parts.count <= 2, parts.allSatisfy({ $0.equalsIgnoringASCIICase(first) }) else {
            return nil
        }
        return EmailAddress(first)
    }

    private var invitation: CommandArgument? {
        let words = rest.split(whereSeparator: TypedLine.isSpace)
        let end = words.firstIndex { Self.towards.contains(LetterCase.folded($0)) } ?? words.endIndex
        guard let address = Self.address(words[..<end]) else { return nil }
        guard end < words.endIndex else { return .invitation(address, project: nil) }
        let title = words[(end + 1)...]
        guard let first = title.first?.startIndex, !TypedLine.isQuestion(rest),
            rest.endIndex - first <= Self.longestName
        else {
            return nil
        }
        return .invitation(address, project: String(String.UnicodeScalarView(rest[first...])))
    }

    private static let towards = WordList.set("to, zu, zum, für, à, au, a, al, per, para, aan, naar, till, til")
}

// Things.
extension ArgumentReader {
    private func things(_ count: ClosedRange<Int>) -> CommandArgument? {
        guard !rest.isEmpty else { return count.contains(0) && heading.mark == .none ? .nothing : nil }
        guard let things = Self.numbers(rest).map({ $0.map(NamedThing.number) }) ?? named, count.contains(things.count),
            heading.verb != .pay || things.allSatisfy(Self.canBePaid)
        else { return nil }
        return .things(things)
    }

    private var named: [NamedThing]? {
        let parts = LetterCase.folded(rest).split(separator: ASCII.comma, omittingEmptySubsequences: false)
            .map { Array($0.trimmed) }
        guard parts.count <= ReplyCommand.mostNumbers else { return nil }
        let things = parts.compactMap { NamedThing(folded: $0) }
        guard things.count == parts.count else { return nil }
        return things.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func canBePaid(_ thing: NamedThing) -> Bool {
        switch thing {
        case .number, .reference: true
        case .only: false
        }
    }
}
