import Localization
import PortalCore
import Templates

/// What an itinerary's page shows of it.
enum ItineraryView {
    static let names: TemplateNames = ExhibitView.frameNames.merging([
        "calendar": .value,
        "days": .each(["day": .value, "entries": .each(["hours", "begins", "what", "place", "note"])]),
    ])

    /// - Parameter calendar: the path of the calendar file.
    static func value(_ itinerary: Itinerary, calendar: String) -> TemplateValue {
        ["calendar": .text(calendar), "days": .list(ItineraryDays(itinerary).all.map(day))]
    }

    private static func day(_ day: ItineraryDays.Day) -> TemplateValue {
        [
            "day": .phrase(.day(day.date, .weekday)),
            "entries": .list(
                day.entries.map {
                    [
                        "hours": .text($0.hours), "begins": .text($0.start.text), "what": .text($0.title),
                        "place": .text($0.place), "note": .text($0.note),
                    ]
                }),
        ]
    }
}
