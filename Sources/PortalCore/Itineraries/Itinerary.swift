import MailFormat

/// What happens when and where.
package struct Itinerary: Equatable, Sendable, Codable {
    /// In the order of their beginnings.
    package let entries: [Entry]

    package init(entries: [Entry]) {
        // Stable, so that what begins at the same time stays in the order of the file.
        self.entries = entries.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }

    /// Times are those of the organization's zone.
    package struct Entry: Equatable, Sendable, Codable {
        package var start: LocalTime
        package var end: LocalTime?
        package var title: String
        package var place: String
        package var note: String

        package init(start: LocalTime, end: LocalTime?, title: String, place: String, note: String) {
            self.start = start
            self.end = end
            self.title = title
            self.place = place
            self.note = note
        }
    }
}

/// Itineraries, as lists see them.
enum Itineraries: ExhibitNoun {
    static let tool = Tool.itineraries
}

extension Exhibit {
    /// A version of an itinerary as a calendar file (RFC 5545); nil for other exhibits.
    package func calendar(_ version: ExhibitVersion, of organization: Organization) -> [UInt8]? {
        guard case .itinerary(let itinerary) = version.content else { return nil }
        var known: [String] = []
        let events = itinerary.entries.map { entry in
            let occurrence = known.count { $0.utf8.elementsEqual(entry.title.utf8) }
            known.append(entry.title)
            return CalendarEvent(
                uid: uid(entry.title, occurrence, organization), sequence: version.number - 1,
                stamp: version.at.seconds, start: entry.start.moment(in: organization.settings.timeZone).seconds,
                end: entry.end.map { $0.moment(in: organization.settings.timeZone).seconds }, title: entry.title,
                place: entry.place, details: entry.note)
        }
        return CalendarWriter.calendar(method: "PUBLISH", events: events)
    }

    /// Stays the same while the title does, so that a calendar moves what has moved. Of the same title, the first is told
    /// from the second.
    private func uid(_ title: String, _ occurrence: Int, _ organization: Organization) -> String {
        let name = [
            organization.settings.slug, organization.settings.contact.text, settings.project, settings.name,
            "\(occurrence)", title,
        ].joined(separator: "\u{0}")
        return
            "\(Base32.lowercase(Array(SHA256.digest(of: Array(name.utf8)).prefix(15))))@\(organization.settings.slug)"
    }
}
