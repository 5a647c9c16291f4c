import MailFormat

/// Calendars: not more components than there may be, the same for LF and CR LF.
enum CalendarChecks {
    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        let reader = CalendarReader(bytes)
        findings.require(reader.components.count <= CalendarReader.mostComponents, "too many components")
        for component in reader.components {
            let size = component.attendees.reduce(component.uid.utf8.count + component.organizer.utf8.count) {
                $0 + $1.address.utf8.count
            }
            // A byte that is no UTF-8 becomes three.
            findings.require(size <= 3 * bytes.count, "a component grew")
        }
        guard LineEnds.areAllLF(bytes) else { return }
        findings.same(
            reader.components, CalendarReader(LineEnds.withCRLF(bytes)).components, "components for LF and CR LF")
    }
}
