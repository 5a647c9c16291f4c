/// The words of a date, as far as they are understood. Words are in ASCII lower case.
struct DateReading {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var time: Int?
    private var zone: Int?
    private var isAfternoon: Bool?

    mutating func take(_ word: ArraySlice<UInt8>) {
        let word = word.last == ASCII.dot ? word.dropLast() : word
        guard let first = word.first else { return }
        if word.contains(ASCII.colon), time == nil, first.isASCIIDigit || first == UInt8(ascii: "t") {
            takeTime(first.isASCIIDigit ? word : word.dropFirst())
        } else if first == ASCII.plus || first == ASCII.hyphen {
            if time != nil { zone = zone ?? Self.offset(word) }
        } else if let number = Self.number(word) {
            takeNumber(number, digits: word.count)
        } else if first.isASCIIDigit {
            takePieces(word)
        } else {
            takeName(word)
        }
    }

    /// `09:55:06`, and what some write without a blank behind it: `Z`, `+02:00`, `PM`.
    private mutating func takeTime(_ word: ArraySlice<UInt8>) {
        // ISO 8601: `2024-01-02t10:00:00`.
        if let separator = word.firstIndex(of: UInt8(ascii: "t")), word[..<separator].contains(ASCII.hyphen) {
            takePieces(word[..<separator])
            return takeTime(afterDate: word[(separator + 1)...])
        }
        takeTime(afterDate: word)
    }

    private mutating func takeTime(afterDate word: ArraySlice<UInt8>) {
        let clock = word.prefix { $0.isASCIIDigit || $0 == ASCII.colon || $0 == ASCII.dot }
        time = Self.time(clock)
        let rest = word[clock.endIndex...]
        guard let first = rest.first else { return }
        if first == ASCII.plus || first == ASCII.hyphen { zone = Self.offset(rest) } else { takeName(rest) }
    }

    private mutating func takeNumber(_ number: Int, digits: Int) {
        if day == nil, digits <= 2 {
            day = number
        } else if year == nil, digits <= 4 {
            year = Self.year(number, digits: digits)
        } else if digits == 4, time != nil, zone == nil {
            // QUIRK: a zone without its plus sign.
            zone = Self.offset(hours: number / 100, minutes: number % 100)
        }
    }

    private static func year(_ number: Int, digits: Int) -> Int {
        digits <= 2 ? number + (number < 50 ? 2000 : 1900) : digits == 3 ? number + 1900 : number
    }

    /// `01-jan-2024`, `2024-01-02`, `2.1.2024`, `1/2/2024`, `1st`, `2024年1月2日`.
    private mutating func takePieces(_ word: ArraySlice<UInt8>) {
        let pieces = word.split { $0 == ASCII.hyphen || $0 == ASCII.slash || $0 == ASCII.dot || $0 >= 0x80 }
        let numbers = pieces.compactMap(Self.number)
        if pieces.count == 3, numbers.count == 3, day == nil, month == nil {
            takeNumericDate(numbers, pieces.map(\.count), isAmerican: word.contains(ASCII.slash))
        } else if pieces.count > 1 {
            for piece in pieces {
                if let number = Self.number(piece) { takeNumber(number, digits: piece.count) } else { takeName(piece) }
            }
        } else {
            let digits = word.prefix(while: \.isASCIIDigit)
            // QUIRK: `1st` and `10AM`.
            if DateNames.isAfternoon[String(decoding: word[digits.endIndex...], as: UTF8.self)] != nil {
                time = time ?? Self.number(digits).map { $0 * 3600 }
                takeName(word[digits.endIndex...])
            } else if let number = Self.number(digits) {
                takeNumber(number, digits: digits.count)
            }
        }
    }

    private mutating func takeNumericDate(_ numbers: [Int], _ digits: [Int], isAmerican: Bool) {
        if digits[0] == 4 {
            (year, month, day) = (numbers[0], numbers[1], numbers[2])
        } else {
            let monthIsFirst = numbers[1] > 12 || isAmerican && numbers[0] <= 12
            (month, day) = monthIsFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            year = Self.year(numbers[2], digits: digits[2])
        }
    }

    /// A month, a zone, or half a day. QUIRK: the first three letters of a day may be those of a month (`mar. 12 nov.`), so a
    /// month behind the day counts.
    private mutating func takeName(_ word: ArraySlice<UInt8>) {
        let name = String(decoding: word, as: UTF8.self)
        if let half = DateNames.isAfternoon[name] {
            isAfternoon = half
        } else if month == nil || day != nil && time == nil && year == nil, let found = DateNames.month(word) {
            month = found
        } else if time != nil, zone == nil {
            zone = Self.zone(word)
        }
    }

    /// `pst`, `gmt+2`, `utc+02:00`.
    private static func zone(_ word: ArraySlice<UInt8>) -> Int? {
        let letters = word.prefix(while: \.isASCIILetter)
        let rest = word[letters.endIndex...]
        if rest.first == ASCII.plus || rest.first == ASCII.hyphen { return offset(rest) }
        return rest.isEmpty ? DateNames.zones[String(decoding: letters, as: UTF8.self)] : nil
    }

    /// Seconds since 1970, when day, month, year and time make a moment. QUIRK: no mail is older than that; clocks that
    /// were never set say so.
    var seconds: Int? {
        guard let day, let month, let year, let time, (1...31).contains(day), (1...12).contains(month),
            (1970...9999).contains(year)
        else { return nil }
        var clock = time
        if let isAfternoon, clock < 13 * 3600 {
            if isAfternoon, clock < 12 * 3600 { clock += 12 * 3600 }
            if !isAfternoon, clock >= 12 * 3600 { clock -= 12 * 3600 }
        }
        return Self.days(year: year, month: month, day: day) * 86_400 + clock - (zone ?? 0)
    }

    /// Days since 1970 in the Gregorian calendar, counted in years that begin in March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let years = month > 2 ? year : year - 1
        let monthsSinceMarch = (month + 9) % 12
        let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
    }

    /// Seconds since midnight of `h:m` or `h:m:s`; QUIRK: fractions of seconds are dropped.
    private static func time(_ word: ArraySlice<UInt8>) -> Int? {
        let pieces = word.split(separator: ASCII.colon, omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { number($0.prefix { $0.isASCIIDigit }) }
        guard numbers.count == pieces.count, (2...3).contains(numbers.count), numbers[0] <= 24, numbers[1] <= 59,
            numbers.count == 2 || numbers[2] <= 60
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    /// Seconds east of UTC of `+hhmm`, `+hh:mm`, `+h:mm` or `+h`.
    private static func offset(_ word: ArraySlice<UInt8>) -> Int? {
        let pieces = word.dropFirst().split(separator: ASCII.colon, omittingEmptySubsequences: false)
        let numbers = pieces.compactMap(number)
        guard numbers.count == pieces.count, (1...2).contains(numbers.count), word.first != nil else { return nil }
        let isWhole = numbers.count == 1 && pieces[0].count > 2
        let hours = isWhole ? numbers[0] / 100 : numbers[0]
        let minutes = isWhole ? numbers[0] % 100 : numbers.count == 2 ? numbers[1] : 0
        return offset(hours: hours, minutes: minutes).map { word.first == ASCII.hyphen ? -$0 : $0 }
    }

    private static func offset(hours: Int, minutes: Int) -> Int? {
        hours <= 24 && minutes < 60 ? hours * 3600 + minutes * 60 : nil
    }

    /// Limit: five digits.
    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        guard (1...5).contains(word.count), word.allSatisfy(\.isASCIIDigit) else { return nil }
        return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
