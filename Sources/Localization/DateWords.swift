/// Dates and times as people of a language write them (Unicode CLDR; in English day first, as everywhere but there).
struct DateWords {
    let code: LanguageCode

    func text(_ date: CivilDate, _ style: DateStyle) -> String {
        let month = Self.months(code)[date.month - 1]
        let weekday = Self.weekdays(code)[date.weekday]
        switch (code, style) {
        case (.english, .plain): return "\(date.day) \(month) \(date.year)"
        case (.english, .weekday): return "\(weekday), \(date.day) \(month) \(date.year)"
        case (.german, .plain): return "\(date.day). \(month) \(date.year)"
        case (.german, .weekday): return "\(weekday), \(date.day). \(month) \(date.year)"
        case (.french, .plain): return "\(Self.ordinal(date.day)) \(month) \(date.year)"
        case (.french, .weekday): return "\(weekday) \(Self.ordinal(date.day)) \(month) \(date.year)"
        }
    }

    func text(_ time: CivilTime) -> String {
        let clock = code == .german ? "\(time.clock) Uhr" : time.clock
        return time.zone.utf8.isEmpty ? clock : "\(clock) (\(time.zone))"
    }

    func text(_ date: CivilDate, _ time: CivilTime, _ style: DateStyle) -> String {
        "\(text(date, style))\(code == .french ? " à" : ",") \(text(time))"
    }

    /// Only the first of a month is counted as such.
    private static func ordinal(_ day: Int) -> String { day == 1 ? "1er" : "\(day)" }

    private static func months(_ code: LanguageCode) -> [String] {
        switch code {
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        case .german:
            [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ]
        case .french:
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ]
        }
    }

    private static func weekdays(_ code: LanguageCode) -> [String] {
        switch code {
        case .english: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        case .german: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"]
        case .french: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]
        }
    }
}
