/// Reads the components of an iCalendar text (RFC 5545), tolerantly: in one pass, whatever is nested in what.
package struct CalendarReader {
    /// The components in the order in which they begin. Limit: 1,000.
    package private(set) var components: [CalendarComponent] = []
    /// Whether any calendar began.
    package private(set) var isCalendar = false

    private var calendars: [Calendar] = []
    /// What has begun and not ended, outermost first. Limit: 100.
    private var open: [Open] = []
    /// How many more have begun inside than are remembered.
    private var unremembered = 0

    private struct Calendar {
        var method = ""
        var components: [Int] = []
    }

    private enum Open: Equatable {
        case calendar(Int)
        case component(Int)
        /// Alarms, zones and all others, whose properties are their own.
        case other
    }

    package static let mostComponents = 1_000
    private static let mostOpen = 100
    /// Limit: bytes of one unfolded line.
    private static let longestLine = 65_536

    /// Reads `bytes`; never fails. Text that is no calendar has no components.
    package init(_ bytes: [UInt8]) {
        let lines = Lines(bytes)
        var unfolded: [UInt8] = []
        var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < bytes.count {
            let line = lines.line(at: offset, before: bytes.count)
            let content = bytes[line.content]
            if let piece = Self.continuation(content), !unfolded.isEmpty {
                unfolded += piece.prefix(max(0, Self.longestLine - unfolded.count))
            } else {
                take(unfolded)
                unfolded = Array(content.prefix(Self.longestLine))
            }
            offset = line.next
        }
        take(unfolded)
        for calendar in calendars {
            for index in calendar.components { components[index].method = calendar.method }
        }
    }

    /// What a folded line goes on with (RFC 5545 §3.1). QUIRK: a line that begins with no name lost its blank on the way.
    private static func continuation(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if let first = content.first, first.isBlank { return content.dropFirst() }
        let name = content.prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot || $0 == ASCII.underscore
        }
        let behind = content[name.endIndex...].first
        // The name may stand alone where the line was folded right behind it.
        let isName =
            behind == nil
            ? name.allSatisfy { !(0x61...0x7A).contains($0) } : behind == ASCII.colon || behind == ASCII.semicolon
        return isName && (!name.isEmpty || content.isEmpty) ? nil : content
    }

    private mutating func take(_ bytes: [UInt8]) {
        guard let line = ContentLine(bytes[...]) else { return }
        switch line.name {
        case "BEGIN": begin(line.keyword)
        case "END": end()
        case "METHOD":
            if case .calendar(let index)? = open.last, unremembered == 0 { calendars[index].method = line.keyword }
        default: if case .component(let index)? = open.last, unremembered == 0 { components[index].take(line) }
        }
    }

    private mutating func begin(_ type: String) {
        guard open.count < Self.mostOpen else {
            unremembered += 1
            return
        }
        switch type {
        case "VCALENDAR":
            isCalendar = true
            calendars.append(Calendar())
            open.append(.calendar(calendars.count - 1))
        case "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY":
            guard components.count < Self.mostComponents else { return open.append(.other) }
            components.append(CalendarComponent(type: type))
            open.append(.component(components.count - 1))
            if let calendar = enclosingCalendar { calendars[calendar].components.append(components.count - 1) }
        default: open.append(.other)
        }
    }

    private mutating func end() {
        if unremembered > 0 { unremembered -= 1 } else { _ = open.popLast() }
    }

    private var enclosingCalendar: Int? {
        for case .calendar(let index) in open.reversed() { return index }
        return nil
    }
}
