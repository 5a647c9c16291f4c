/// A day of the calendar, without time and zone.
package struct CalendarDay: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day, or `nil` when the calendar has none such between the years 1900 and 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        guard day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay {
    /// The days from 1970-01-01 to this one.
    var number: Int {
        let years = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
    }

    /// The day that is so many days after 1970-01-01. Years begin in March here, so that leap days end them.
    init?(number: Int) {
        guard (0..<84_006).contains(number) else { return nil }
        let (era, dayOfEra) = (number + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthsSinceMarch = (5 * dayOfYear + 2) / 153
        let month = (monthsSinceMarch + 2) % 12 + 1
        self.init(
            year: era * 400 + yearOfEra + (month < 3 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1)
    }

    /// Monday is 0.
    var weekday: Int { (number + 3) % 7 }

    func advanced(by days: Int) -> CalendarDay? { CalendarDay(number: number + days) }
}
