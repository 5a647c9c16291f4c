/// How an organization reminds people of what waits for them.
package struct ReminderSettings: Equatable, Sendable {
    package var on: Bool
    /// How many days before something is due its person is reminded; 0 is the day itself.
    package var daysBefore: [Int]
    /// The day of the week on which people hear of all that waits for them, also of what is due on no day.
    package var weekly: Weekday?
    /// The hour of the day, in the organization's time zone.
    package var hour: Int
    /// Limit: reminders to one person in seven days.
    package var mostInAWeek: Int

    package static let usual = ReminderSettings(on: true, daysBefore: [3, 1], weekly: .monday, hour: 9, mostInAWeek: 3)

    package init(on: Bool, daysBefore: [Int], weekly: Weekday?, hour: Int, mostInAWeek: Int) {
        self.on = on
        self.daysBefore = daysBefore
        self.weekly = weekly
        self.hour = hour
        self.mostInAWeek = mostInAWeek
    }

    package enum Weekday: String, CaseIterable, Sendable {
        case sunday, monday, tuesday, wednesday, thursday, friday, saturday
    }

    /// The rule: whether a person is reminded on this day of things that are due on these days (`nil`: on none).
    func isTime(on today: ReminderDay, due: [ReminderDay?]) -> Bool {
        guard on, !due.isEmpty else { return false }
        if weekly == today.weekday { return true }
        return due.contains { day in day.map { daysBefore.contains($0.number - today.number) } ?? false }
    }
}

extension ReminderSettings {
    /// As the database keeps it: read on every page, so it is a plain list of words.
    var words: [String] {
        [on ? "on" : "off", weekly?.rawValue ?? "never", "\(hour)", "\(mostInAWeek)"] + daysBefore.map(String.init)
    }

    init?(words: [String]) {
        guard words.count >= 4, let hour = Int(words[2]), let most = Int(words[3]) else { return nil }
        self.init(
            on: words[0].utf8.elementsEqual("on".utf8), daysBefore: words.dropFirst(4).compactMap { Int($0) },
            weekly: Weekday(rawValue: words[1]), hour: hour, mostInAWeek: most)
    }
}

/// A day of the calendar, counted from 1970-01-01.
package struct ReminderDay: Hashable, Comparable, Sendable, Codable {
    package let number: Int

    package init(number: Int) { self.number = number }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// 1970-01-01 was a Thursday.
    var weekday: ReminderSettings.Weekday {
        let all = ReminderSettings.Weekday.allCases
        return all[((number + 4) % 7 + 7) % 7]
    }
}
