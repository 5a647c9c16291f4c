import Localization
import PortalCore
import Templates
import Testing

@testable import WebChannel

struct ReadableTests {
    @Test(
        "moments are told in the organization's time zone",
        arguments: [
            (0, "UTC", "1 January 1970, 00:00", "1970-01-01T00:00:00Z"),
            (1_774_745_999, "Europe/Berlin", "29 March 2026, 01:59", "2026-03-29T00:59:59Z"),
            (1_774_746_000, "Europe/Berlin", "29 March 2026, 03:00", "2026-03-29T01:00:00Z"),
            (951_782_400, "America/New_York", "28 February 2000, 19:00", "2000-02-29T00:00:00Z"),
            (-1, "UTC", "31 December 1969, 23:59", "1969-12-31T23:59:59Z"),
            (1_735_689_599, "No/Such", "31 December 2024, 23:59", "2024-12-31T23:59:59Z"),
        ] as [(Int64, String, String, String)])
    func times(seconds: Int64, zone: String, text: String, iso: String) {
        let moment = Moment(milliseconds: seconds * 1000)
        #expect(Language.english(ReadableTime(zone: zone).text(moment)) == text)
        #expect(ReadableTime.iso(moment) == iso)
    }

    @Test("dates of the configuration are told in words, or as they are")
    func days() {
        #expect(Language.english(ReadableTime.day("2026-05-04")) == "4 May 2026")
        #expect(Language.english(ReadableTime.day("soon")) == "soon")
    }

    @Test("whatever the color, what is written on it and in it can be read")
    func colors() throws {
        for step in 0..<512 {
            let parts = [step >> 6 & 7, step >> 3 & 7, step & 7].map { min(255, $0 * 37) }
            let text = "#" + Hexadecimal.text(parts.map { UInt8($0) })
            let color = try #require(BrandColor(text))
            let values = color.properties.split(separator: "#").dropFirst().compactMap {
                BrandColor("#\($0.prefix(6))")
            }
            try #require(values.count == 4)
            #expect(values[0] == color)
            #expect(values[1].contrast(with: color) >= 4.5, "on \(text)")
            for surface in ["#ffffff", "#f1f3f6"] {
                #expect(values[2].contrast(with: try #require(BrandColor(surface))) >= 4.5, "\(text) in light")
            }
            for surface in ["#13171d", "#1b2027"] {
                #expect(values[3].contrast(with: try #require(BrandColor(surface))) >= 4.5, "\(text) in dark")
            }
        }
    }
}
