/// The date of a message, RFC 5322 §3.3, as mailers write it.
enum MailDate {
    /// Seconds since 1970 that `bytes`, unfolded, name, or `nil` when they name no moment.
    ///
    /// The words may stand in any order that leaves no doubt; a missing zone counts as UTC.
    static func seconds(_ bytes: [UInt8]) -> Int? {
        var reading = DateReading()
        // Limit: 500 bytes and 20 words.
        let text = bytes.prefix(500)
        let words = words(
            of: text.allSatisfy { $0 < 0x80 } ? Array(text) : Array(Charset.decode(text, label: nil).utf8))
        for word in words.prefix(20) { reading.take(word) }
        return reading.seconds
    }

    /// The words without comments, which stand anywhere (RFC 5322 §3.2.2), in ASCII lower case.
    private static func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var depth = 0
        let text = bytes.map { byte -> UInt8 in
            if byte == ASCII.openParenthesis { depth += 1 }
            defer { if byte == ASCII.closeParenthesis, depth > 0 { depth -= 1 } }
            return depth > 0 ? ASCII.space : byte.asciiLowercased
        }
        return text.split { $0.isBlank || $0 == ASCII.comma || $0 == ASCII.quote }
    }
}

extension MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `seconds` since 1970 as RFC 5322 §3.3 writes them, in UTC. Limit: 1970 to 9999; beyond, the nearer end.
    static func text(_ seconds: Int) -> String {
        let seconds = min(max(seconds, 0), 253_402_300_799)
        let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = date(ofDay: days)
        let clock = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Self.days[days % 7]), \(day) \(months[month]) \(year) \(clock.joined(separator: ":")) +0000"
    }

    /// Year, month from 0 and day of the month of a day since 1970, in years that begin in March.
    static func date(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthsSinceMarch = (5 * dayOfYear + 2) / 153
        let month = (monthsSinceMarch + 2) % 12
        let year = era * 400 + yearOfEra + (month < 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1)
    }
}
