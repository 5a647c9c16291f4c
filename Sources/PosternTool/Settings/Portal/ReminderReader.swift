import PortalCore

/// Reads the group `reminders` of an organization; what is left out is as usual.
enum ReminderReader {
    static func read(_ fields: inout Fields) -> ReminderSettings {
        var settings = ReminderSettings.usual
        guard let entry = fields.find("reminders") else { return settings }
        guard entry.isGroup else {
            settings.on = entry.read(.onOrOff) ?? false
            return settings
        }
        guard var group = entry.fields() else { return settings }
        if let days = group.find("days_before") {
            settings.daysBefore = days.items().prefix(10).compactMap { $0.read(.number(0...60)) }
        }
        if let weekly = group.find("weekly") {
            settings.weekly = weekly.read(Form<WeekdayOrNever>.word())?.weekday
        }
        settings.hour = group.optional("hour", .number(0...23), default: settings.hour) ?? settings.hour
        settings.mostInAWeek =
            group.optional("most_in_a_week", .number(1...21), default: settings.mostInAWeek) ?? settings.mostInAWeek
        group.finish()
        return settings
    }
}

/// A day of the week, or none.
private enum WeekdayOrNever: String, CaseIterable {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday, never

    var weekday: ReminderSettings.Weekday? { ReminderSettings.Weekday(rawValue: rawValue) }
}
