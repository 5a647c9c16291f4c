import Testing

@testable import PortalCore

struct LocalTimeTests {
    @Test(
        "a time is read only as ISO 8601 writes it to the minute",
        arguments: [
            ("2026-06-12T18:00", true), ("2028-02-29T00:00", true), ("2026-02-29T00:00", false),
            ("2026-12-31T23:59", true), ("2026-13-01T00:00", false), ("2026-00-01T00:00", false),
            ("2026-06-31T00:00", false), ("2026-06-00T00:00", false), ("2026-06-12T24:00", false),
            ("2026-06-12T18:60", false), ("2026-06-12 18:00", false), ("2026-06-12T18:00Z", false),
            ("2026-06-12", false), ("", false), ("+026-06-12T18:00", false), ("1969-12-31T23:59", false),
        ])
    func reading(text: String, isTime: Bool) {
        #expect((LocalTime(text) != nil) == isTime)
    }

    @Test(
        "it is a moment in its zone, also on the days when the clocks change",
        arguments: [
            ("2026-06-12T18:00", "Europe/Berlin", 1_781_280_000), ("2026-01-12T18:00", "Europe/Berlin", 1_768_237_200),
            ("1970-01-01T00:00", "UTC", 0), ("2026-03-29T01:59", "Europe/Berlin", 1_774_745_940),
            ("2026-03-29T03:00", "Europe/Berlin", 1_774_746_000), ("2026-06-12T18:00", "no such zone", 1_781_287_200),
        ])
    func moment(text: String, zone: String, seconds: Int64) throws {
        #expect(try #require(LocalTime(text)).moment(in: zone).seconds == seconds)
    }

    @Test(
        "it knows its day of the week, from Sunday",
        arguments: [
            ("1970-01-01T00:00", 4), ("2026-11-22T12:00", 0), ("2028-02-29T12:00", 2), ("2100-03-01T12:00", 1),
        ])
    func weekday(text: String, weekday: Int) throws {
        #expect(try #require(LocalTime(text)).weekday == weekday)
    }
}
