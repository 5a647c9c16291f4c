import MailFormat
import PortalCore
import Testing

@testable import PosternTool

struct FormTests {
    private func plain(_ text: String) -> Written { Written(text: text, isQuoted: false) }

    @Test(arguments: ["ab", "a1", "lindgren-rao", "a234567890123456789012345678901234567890"])
    func `a slug is 2 to 40 of a few characters`(text: String) {
        #expect(Form.key().read(plain(text)) == text)
    }

    @Test(arguments: [
        "", "a", "1a", "-a", "Ab", "a_b", "é1", "a2345678901234567890123456789012345678901", "a b", "a/b",
    ])
    func `anything else is no slug`(text: String) {
        #expect(Form.key().read(plain(text)) == nil)
    }

    @Test(arguments: ["2026-10-14", "2024-02-29", "2000-02-29"])
    func `a day that the calendar has is a date`(text: String) {
        #expect(Form.date.read(plain(text)) == text)
    }

    @Test(arguments: [
        "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "14.10.2026", "2026-10-14T00:00",
    ])
    func `any other day is none`(text: String) {
        #expect(Form.date.read(plain(text)) == nil)
    }

    @Test(arguments: [("0", 0), ("1m", 1), ("5m", 5), ("60m", 60)])
    func `minutes are 1m to 60m, or none`(text: String, meaning: Int) {
        #expect(Form.minutes.read(plain(text)) == meaning)
    }

    @Test(arguments: ["", "m", "5", "0m", "61m", "100m", "5 m", "5min", "-5m", "5d", "٥m"])
    func `anything else is no number of minutes`(text: String) {
        #expect(Form.minutes.read(plain(text)) == nil)
    }

    @Test(arguments: [("on", true), ("Yes", true), ("TRUE", true), ("off", false), ("no", false), ("False", false)])
    func `a switch has six words`(text: String, meaning: Bool) {
        #expect(Form.onOrOff.read(plain(text)) == meaning)
    }

    @Test(arguments: ["", "1", "0", "y", "of", "ｏn"])
    func `a switch has no other words`(text: String) {
        #expect(Form.onOrOff.read(plain(text)) == nil)
    }

    @Test(arguments: ["Europe/Stockholm", "Etc/UTC", "America/Argentina/Buenos_Aires"])
    func `a time zone of the database is one`(text: String) {
        #expect(Form.timeZone.read(plain(text)) == text)
    }

    @Test(arguments: ["Europe/Nowhere", "", "../../etc/passwd", "GMT+99"])
    func `a place without one is none`(text: String) {
        #expect(Form.timeZone.read(plain(text)) == nil)
    }

    @Test func `an access code must be in quotes, so that its zeros stay`() {
        #expect(Form.accessCode.read(plain("481516")) == nil)
        #expect(Form.accessCode.read(Written(text: "048151", isQuoted: true))?.digits == "048151")
        #expect(Form.accessCode.read(Written(text: "48151", isQuoted: true)) == nil)
    }

    @Test(arguments: [
        "a\u{0}b", "a\rb", "a\nb", "a\u{2028}b", "a\u{202E}b", "a\u{85}b", "", "   ", String(repeating: "a", count: 81),
    ])
    func `a name is one visible line`(text: String) {
        #expect(Form.line().read(plain(text)) == nil)
    }

    @Test(arguments: ["Zoë Ångström", "山田 太郎", "O'Brien & Söhne \"GmbH\" <x>"])
    func `a name may be anybody's`(text: String) {
        #expect(Form.line().read(plain(text)) == text)
    }

    @Test(arguments: [
        "https://client.example", "https://client.example:8443/a/b?c=d#e", "http://localhost:8080", "http://[::1]:80",
    ])
    func `a plain address of a page is one`(text: String) {
        #expect(WebAddress(text) != nil)
    }

    @Test(arguments: [
        "javascript:alert(1)", "https://", "https://a b", "https://user@client.example", "https://x.example/\"onload=",
        "https://x.example/<", "https://x.example:0", "https://x.example:99999", "https://x.example\r\n", "//x.example",
        "https://-x.example", "https://x..example", "https://[::1",
    ])
    func `anything else is none`(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test(arguments: [("25 MiB", 25 << 20), ("1GiB", 1 << 30), ("512 KiB", 512 << 10)])
    func `sizes have units`(text: String, bytes: Int) {
        #expect(Size.bytes(text) == bytes)
        #expect(Size.bytes(Size.text(bytes)) == bytes)
    }

    @Test(arguments: ["25", "25 MB", "-1 MiB", "99999 GiB", "", "MiB", "1.5 MiB"])
    func `sizes without a clear unit are none`(text: String) {
        #expect(Size.bytes(text) == nil)
    }
}
