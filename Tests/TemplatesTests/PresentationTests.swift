import Localization
import Templates
import Testing

struct PresentationTests {
    @Test(arguments: [
        ("#ffffff", "#000000"), ("#000000", "#ffffff"), ("#0A7D5a", "#ffffff"), ("#ffd400", "#000000"),
        ("#777777", "#000000"), ("#757575", "#ffffff"),
    ])
    func `text on a color can be read`(_ color: String, _ ink: String) throws {
        let color = try #require(BrandColor(color))
        #expect(color.ink.text == ink)
        #expect(color.contrast(with: color.ink) >= 4.5)
    }

    @Test func `a color is said in small letters`() {
        #expect(BrandColor("#0A7D5a")?.text == "#0a7d5a")
    }

    @Test(arguments: ["", "#fff", "red", "#12345g", "#1234567", "#12345;", "x123456", "#+12345", "#-12345", "#12345é"])
    func `a color is six hexadecimal digits`(_ text: String) {
        #expect(BrandColor(text) == nil)
    }

    @Test(
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (1_499, "1 kB"), (12_500, "13 kB"),
            (48_200, "48 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (1_234_000, "1.2 MB"), (25_000_000, "25 MB"),
            (999_949_999, "999.9 MB"), (999_950_000, "1 GB"), (.max, "9,223,372,036.9 GB"),
        ] as [(Int64, String)])
    func `sizes are said as mail programs say them`(_ bytes: Int64, _ text: String) {
        #expect(Language.english(ReadableSize.text(bytes)) == text)
    }

    @Test(
        arguments: [
            (25 << 20, "25 MB"), (256 << 10, "256 kB"), (2 << 30, "2 GB"), (25_000_000, "25 MB"), (500, "500 bytes"),
            (0, "0 bytes"),
        ] as [(Int64, String)])
    func `limits are said in the round number that was meant`(_ bytes: Int64, _ text: String) {
        #expect(Language.english(ReadableSize.limit(bytes)) == text)
    }
}
