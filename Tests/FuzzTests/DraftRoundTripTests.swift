import FuzzChecks
import MailCorpus
import Testing

@Suite("A draft of any words") struct DraftRoundTripTests {
    @Test("reads back as it was written, in 7 bits, short lines and no field of others (OB-01 to OB-05)")
    func roundTrip() {
        var chance = Chance(11)
        for _ in 0..<60 {
            // Subject, names, a field, another name, text, HTML, file name: as the reader of drafts divides its input.
            let values = [8, 3, 6, 2, 40, 20, 3].map { Self.text(&chance, words: $0) }
            let violations = FuzzTarget.draft.violations(Array(values.joined(separator: "\0").utf8))
            #expect(violations == [], "\(values)")
        }
    }

    private static func text(_ chance: inout Chance, words most: Int) -> String {
        (0..<chance.number(0...most)).map { _ in
            word(&chance) + chance.one(of: [" ", " ", "  ", "\n", "\r\n", "\t", ""])
        }
        .joined()
    }

    private static func word(_ chance: inout Chance) -> String {
        if chance.happens(6) { return chance.one(of: syntax) }
        let script = chance.one(of: scripts)
        let count = chance.happens(3) ? chance.number(100...1_200) : chance.number(1...12)
        let scalars = (0..<count).compactMap { _ in
            Unicode.Scalar(UInt32(chance.number(Int(script.lowerBound)...Int(script.upperBound))))
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// What means something to the syntax of a header, a body, SMTP or an mbox file.
    private static let syntax = [
        "=?utf-8?q?x?=", "\"", "\\", "<a@b.test>", "(x", "a,b;c", "%41", "''", "\r\nBcc: x@y.test", "\u{2028}", "=?",
        "?=",
        "\n.\n", "\nFrom ", "\r", "x=\n", "--=_mixed_", "\u{FEFF}",
    ]

    /// ASCII three times, Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, kana, Han, Hangul, emoji, combining
    /// marks, invisible marks, marks of direction, controls.
    private static let scripts: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x20...0x7E, 0x20...0x7E, 0xA1...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x5D0...0x5EA, 0x620...0x64A,
        0x900...0x97F, 0xE01...0xE3A, 0x3041...0x3096, 0x4E00...0x9FA5, 0xAC00...0xD7A3, 0x1F300...0x1F64F,
        0x300...0x36F,
        0x200B...0x200F, 0x202A...0x202E, 0x1...0x1F, 0x7F...0xA0,
    ]
}
