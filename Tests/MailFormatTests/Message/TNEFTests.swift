import Testing

@testable import MailFormat

@Suite("A winmail.dat") struct TNEFTests {
    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func attribute(_ id: Int, level: UInt8 = 2, _ data: [UInt8]) -> [UInt8] {
        [level] + number(id, 2) + [6, 0] + number(data.count, 4) + data + [0, 0]
    }

    private static func property(_ tag: Int, _ type: Int, _ data: [UInt8]) -> [UInt8] {
        let padding = [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
        return number(type, 2) + number(tag, 2) + number(1, 4) + number(data.count, 4) + data + padding
    }

    private static let start: [UInt8] = [0x78, 0x9F, 0x3E, 0x22, 1, 0]

    private static let whole =
        start + attribute(0x9007, level: 1, number(1251, 4) + number(0, 4))
        + attribute(
            0x9003, level: 1,
            number(2, 4) + number(3, 2) + number(0x0017, 2) + number(1, 4)
                + property(0x1009, 0x102, [1, 2, 3]))
        + attribute(0x9002, [0, 0]) + attribute(0x8010, Array("LONGNA~1.PDF\0".utf8))
        + attribute(0x800F, Array("%PDF".utf8))
        + attribute(
            0x9005,
            number(4, 4) + number(3, 2) + number(0x0E21, 2) + number(7, 4)
                + number(0x1F, 2) + number(0x8001, 2) + [UInt8](repeating: 9, count: 16) + number(1, 4) + number(6, 4)
                + Array("n\0a\0\0\0".utf8) + [0, 0] + number(1, 4) + number(2, 4) + [0, 0, 0, 0]
                + property(0x3707, 0x1F, Array("long ü.pdf\0".utf16).flatMap { number(Int($0), 2) })
                + property(0x370E, 0x1E, Array("Application/PDF\0".utf8)))
        + attribute(0x9002, [0, 0]) + attribute(0x8010, [0xE4, 0xE0, 0x2E, 0x74, 0]) + attribute(0x800F, [7])

    @Test("lists the files in it, with long names where there are any") func files() throws {
        let tnef = try #require(TNEF(Self.whole))
        #expect(tnef.files.map(\.name) == ["long ü.pdf", "да.t"])
        #expect(tnef.files.map { Array(Self.whole[$0.range]) } == [Array("%PDF".utf8), [7]])
        #expect(tnef.files.map(\.contentType) == ["application/pdf", ""])
        #expect(tnef.hasText)
        #expect(tnef.charset == "cp1251")
    }

    @Test("is nothing else") func others() {
        #expect(TNEF([]) == nil)
        #expect(TNEF(Array("%PDF-1.4".utf8)) == nil)
        #expect(TNEF(Self.start)?.files == [])
    }

    @Test("may end anywhere, and then lists what is whole") func cut() {
        for count in 6..<Self.whole.count {
            let files = TNEF(Array(Self.whole.prefix(count)))?.files ?? []
            #expect(files.allSatisfy { $0.range.upperBound <= count })
        }
    }

    @Test("may claim any length") func lies() {
        var bytes = Self.whole
        for offset in 6..<bytes.count {
            let byte = bytes[offset]
            bytes[offset] = 0xFF
            #expect(TNEF(bytes)?.files.allSatisfy { $0.range.upperBound <= bytes.count } == true)
            bytes[offset] = byte
        }
    }
}
