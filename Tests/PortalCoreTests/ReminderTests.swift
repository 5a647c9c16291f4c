import MailFormat
import Testing

@testable import PortalCore

/// Reminders: on which days, how often, and not to whoever is away.
struct ReminderTests {
    struct Day: Sendable, CustomTestStringConvertible {
        let today: String
        let due: [String?]
        let isTime: Bool
        var testDescription: String { "\(today): \(due)" }
    }

    static let days = [
        Day(today: "2026-09-22", due: ["2026-09-25"], isTime: true),
        Day(today: "2026-09-22", due: ["2026-09-24"], isTime: false),
        Day(today: "2026-09-22", due: ["2026-09-23"], isTime: true),
        Day(today: "2026-09-22", due: ["2026-09-22"], isTime: false),
        Day(today: "2026-09-22", due: ["2026-09-21"], isTime: false),
        Day(today: "2026-09-22", due: [nil], isTime: false),
        Day(today: "2026-09-22", due: [nil, "2026-09-23"], isTime: true),
        Day(today: "2026-09-21", due: [nil], isTime: true),
        Day(today: "2026-09-21", due: [], isTime: false),
        Day(today: "2028-02-28", due: ["2028-03-02"], isTime: true),
        Day(today: "2026-12-29", due: ["2027-01-01"], isTime: true),
    ]

    @Test("come three days and one day before something is due, and on Mondays", arguments: days)
    func rule(day: Day) throws {
        let today = try #require(ReminderDay(iso: day.today))
        let due = day.due.map { $0.flatMap(ReminderDay.init(iso:)) }
        #expect(ReminderSettings.usual.isTime(on: today, due: due) == day.isTime)
        var off = ReminderSettings.usual
        off.on = false
        #expect(!off.isTime(on: today, due: due))
    }

    @Test(
        "days are counted as the calendar has them",
        arguments: [
            ("1970-01-01", 0, "thursday"), ("2026-09-21", 20_717, "monday"), ("2000-02-29", 11_016, "tuesday"),
        ])
    func calendar(iso: String, number: Int, weekday: String) throws {
        let day = try #require(ReminderDay(iso: iso))
        #expect(day.number == number)
        #expect(day.weekday.rawValue == weekday)
    }

    @Test("what is written is read back")
    func stored() {
        for settings in [
            ReminderSettings.usual,
            ReminderSettings(on: false, daysBefore: [], weekly: nil, hour: 0, mostInAWeek: 21),
        ] {
            #expect(ReminderSettings(words: settings.words) == settings)
        }
        #expect(ReminderSettings(words: ["on"]) == nil)
    }

    /// The world begins on Monday, 21 September 2026, 16:13 in Berlin.
    private func world(due: String?, _ change: (inout ReminderSettings) -> Void = { _ in }) async throws -> World {
        let world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.deliverables[0].due = due
        acme.settings.reminders.weekly = nil
        change(&acme.settings.reminders)
        acme.links = [PortalLinkSettings(client: .dana, name: "phone", code: nil, days: nil, notified: true)]
        try await world.apply(DesiredPortal(organizations: [acme]))
        return world
    }

    private func reminders(_ world: World) throws -> Int {
        try world.portal.outbox(newest: 1000).count { if case .item(.digest) = $0.notice { true } else { false } }
    }

    @Test("go out once a day, however often it is looked, and not before the hour")
    func once() async throws {
        let world = try await world(due: "2026-09-25") { $0.hour = 17 }
        for _ in 0..<3 { try await world.portal.remind() }
        #expect(try reminders(world) == 0, "it is Monday")
        world.pass(.hours(24))
        try await world.portal.remind()
        #expect(try reminders(world) == 0, "it is Tuesday, 16:13")
        world.pass(.hours(1))
        for _ in 0..<3 { try await world.portal.remind() }
        #expect(try reminders(world) == 1)
        world.pass(.days(1))
        try await world.portal.remind()
        #expect(try reminders(world) == 1)
        world.pass(.days(1))
        try await world.portal.remind()
        #expect(try reminders(world) == 2, "one day before")
    }

    @Test("are no more than the organization wants in a week")
    func limit() async throws {
        let world = try await world(due: "2026-09-30") { ($0.daysBefore, $0.mostInAWeek) = (Array(0...30), 2) }
        for _ in 0..<5 {
            try await world.portal.remind()
            world.pass(.days(1))
        }
        #expect(try reminders(world) == 2)
    }

    @Test(
        "wait for whoever is away until the day of return",
        arguments: [
            (CalendarDay(year: 2026, month: 9, day: 28), 3), (nil, 10), (CalendarDay(year: 2099, month: 1, day: 1), 0),
        ])
    func away(returning: CalendarDay?, expected: Int) async throws {
        let world = try await world(due: "2026-09-30") { ($0.daysBefore, $0.mostInAWeek) = (Array(0...30), 21) }
        let reply = try await world.post().last?.letter.reply
        _ = try await world.portal.perform(
            [.noteAutomaticReply(returning: returning)], for: .mailSystem(try #require(reply)), because: world.press())
        for _ in 0..<12 {
            try await world.portal.remind()
            world.pass(.days(1))
        }
        #expect(try reminders(world) == expected)
    }

    @Test("say nothing of what was done meanwhile")
    func nothingLeft() async throws {
        let world = try await world(due: "2026-09-24")
        try await world.portal.remind()
        let entry = try #require(
            try world.portal.outbox(newest: 100).last { if case .item(.digest) = $0.notice { true } else { false } })
        #expect(try world.portal.letter(for: entry) != nil)
        var acme = try #require(try world.portal.currentPortal().organizations.first)
        acme.deliverables[0].visible = false
        try await world.apply(DesiredPortal(organizations: [acme]))
        #expect(try world.portal.letter(for: entry) == nil)
    }
}
