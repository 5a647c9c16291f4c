import PortalCore

/// Reads the group `event` of a project.
struct EventReader {
    func read(_ fields: inout Fields, project: String) -> EventSettings? {
        guard var group = fields.group("event") else { return nil }
        let starts = group.required("starts", .time)
        let ends = group.find("ends")
        let end = ends.flatMap { $0.read(.time) }
        let place = group.optional("place", .line(200), default: "")
        let details = group.optional("details", .text(2000), default: "")
        let asksAtOnce = group.optional("invitations", .onOrOff, default: false)
        group.finish()
        if let starts, let end, end <= starts {
            ends?.problem("is not after `starts`")
        }
        guard let starts, let place, let details, let asksAtOnce else { return nil }
        return EventSettings(
            project: project, starts: starts, ends: end, place: place, details: details, asksAtOnce: asksAtOnce)
    }
}
