/// An itinerary by days, as every channel shows it.
package struct ItineraryDays: Equatable, Sendable {
    package let all: [Day]

    package init(_ itinerary: Itinerary) {
        var days: [Day] = []
        for entry in itinerary.entries {
            if days.last?.date.utf8.elementsEqual(entry.start.day.utf8) == true {
                days[days.endIndex - 1].entries.append(entry)
            } else {
                days.append(Day(date: entry.start.day, weekday: entry.start.weekday, entries: [entry]))
            }
        }
        all = days
    }

    package struct Day: Equatable, Sendable {
        /// `2026-06-12`.
        package let date: String
        /// 0 is Sunday.
        package let weekday: Int
        package fileprivate(set) var entries: [Itinerary.Entry]
    }
}

extension Itinerary.Entry {
    /// `18:00`, `18:00–19:30`, also into the next morning; the end with its day where it is a later one:
    /// `18:00–2026-06-13 19:00`.
    package var hours: String {
        guard let end else { return start.clock }
        return end.isWithinDay(of: start) ? "\(start.clock)–\(end.clock)" : "\(start.clock)–\(end.day) \(end.clock)"
    }
}
