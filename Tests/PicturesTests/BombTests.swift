import Foundation
import Testing

@testable import Pictures

/// `security/cases.md`, PB-13, for pictures, which are the only files that are opened: within 256 MiB and 2 s of processor.
@Suite(.serialized)
struct BombTests {
    @Test("PB-13: how large a picture says it is, is believed before anything is decoded")
    func claims() throws {
        var png = DarkroomTests.png
        png.replaceSubrange(16..<24, with: [0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0])
        var jpeg = try DarkroomTests.developed(DarkroomTests.png).jpeg
        let frame = try #require(jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFF, 0xFF, 0xFF, 0xFF])
        let gif = Array("GIF89a".utf8) + [0xA0, 0x86, 0xA0, 0x86, 0, 0, 0] + [UInt8](repeating: 0, count: 100)
        for bytes in [png, jpeg, gif] { try expectCheap(bytes, isPicture: false) }
    }

    @Test("PB-13: passes over one picture are counted, and fewer pixels may come in passes")
    func passes() throws {
        #expect(try #require(PictureHeader(Zeros.interlaced(side: 5_001))).comesInPasses)
        try expectCheap(Zeros.interlaced(side: 5_001), isPicture: false)
        try expectCheap(Zeros.interlaced(side: 4_000), isPicture: true)
        let jpeg = try DarkroomTests.developed(DarkroomTests.png).jpeg
        #expect(try !#require(PictureHeader(jpeg)).comesInPasses)
        let end = jpeg.count - 2
        let start = try #require(jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xDA })
        let scan = Array(jpeg[start..<end])
        let hidden: [UInt8] = [0xFF, 0xFE, 0, 4, 0xFF, 0xD9]
        let staged = jpeg[..<end] + hidden + scan + jpeg[end...]
        #expect(try #require(PictureHeader(Array(staged))).comesInPasses, "an end within a comment is none")
        let thumbnail = [0xFF, 0xE1, UInt8((jpeg.count + 2) >> 8), UInt8((jpeg.count + 2) & 0xFF)] + jpeg
        let camera = jpeg[..<2] + thumbnail + jpeg[2...] + jpeg
        #expect(try !#require(PictureHeader(Array(camera))).comesInPasses, "a preview is no pass")
    }

    @Test(
        "PB-13: ten gibibytes of nothing in a picture's text, profile or pixels cost little",
        arguments: ["zTXt", "iCCP", "IDAT"])
    func zeros(chunk: String) throws {
        let ihdr = Array(DarkroomTests.png[..<33]), rest = Array(DarkroomTests.png[33...])
        let bomb =
            switch chunk {
            case "IDAT": ihdr + Zeros.chunk(chunk, Zeros.tenGibibytes) + rest.suffix(12)
            default: ihdr + Zeros.chunk(chunk, Array("name\0\0".utf8) + Zeros.tenGibibytes) + rest
            }
        try expectCheap(bomb, isPicture: true)
    }

    @Test("PB-13: what is cut off, and what moves without end, is no picture")
    func endless() throws {
        let jpeg = try DarkroomTests.developed(DarkroomTests.png).jpeg
        for picture in [DarkroomTests.png, jpeg] {
            try expectCheap(Array(picture.prefix(picture.count / 2)), isPicture: false)
        }
        let frame: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
        let gif = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        try expectCheap(gif + (0..<200_000).flatMap { _ in frame }, isPicture: false)
        let animated =
            DarkroomTests.bytes("524946460000010057454250565038580a000000" + "02000000" + "0f00000f0000")
            + [UInt8](repeating: 0, count: 70_000)
        try expectCheap(animated, isPicture: false)
    }

    /// Develops within 2 s of this thread's time, and 256 MiB of memory besides what there was.
    private func expectCheap(
        _ bytes: [UInt8], isPicture: Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        // Linux forgets the most that a process had.
        FileHandle(forWritingAtPath: "/proc/self/clear_refs")?.write(Data("5".utf8))
        let before = Self.mostMemory
        var (start, end) = (timespec(), timespec())
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        let developed = Darkroom.develop(bytes, sizes: [2_000, 400])
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        #expect((developed != nil) == isPicture, sourceLocation: sourceLocation)
        let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
        #expect(seconds < 2, sourceLocation: sourceLocation)
        #expect(Self.mostMemory - before < 256 << 10, sourceLocation: sourceLocation)
    }

    /// KiB of memory that this process has had at once.
    private static var mostMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}

/// A deflated stream of ten gibibytes of zeros, and PNG chunks around it.
private enum Zeros {
    /// RFC 1951 §3.2.7: one block whose symbols are "zero", "the same 258 bytes again" and the end, of two, one and two
    /// bits; a distance is one bit more. So a byte of 0 is 1,032 zeros.
    static let tenGibibytes: [UInt8] = {
        var bits: [UInt8] = [1, 0, 1]
        func add(_ number: Int, _ count: Int) { bits += (0..<count).map { UInt8(number >> $0 & 1) } }
        // Symbols up to 285, one distance, 18 lengths of lengths: 1 bit for 18, two for 2 and 1.
        add(29, 5)
        add(0, 5)
        add(14, 4)
        for length in [0, 0, 1] + [Int](repeating: 0, count: 12) + [2, 0, 2] { add(length, 3) }
        func skip(_ count: Int) {
            bits.append(0)
            add(count - 11, 7)
        }
        bits += [1, 1]
        skip(138)
        skip(117)
        bits += [1, 1]
        skip(28)
        bits += [1, 0, 1, 0]
        bits += [1, 0]
        while bits.count % 8 != 0 { bits.append(0) }
        let head = stride(from: 0, to: bits.count, by: 8).map { start in
            (0..<8).reduce(UInt8(0)) { $0 | bits[start + $1] << UInt8($1) }
        }
        return [0x78, 0xDA] + head + [UInt8](repeating: 0, count: (10 << 30) / 1_032) + [0x06, 0, 0, 0, 0]
    }()

    /// A black picture of one bit a pixel, and much more behind it.
    static func interlaced(side: UInt32) -> [UInt8] {
        let header = chunk("IHDR", big(side) + big(side) + [1, 0, 0, 0, 1])
        return Array(DarkroomTests.png[..<8]) + header + chunk("IDAT", tenGibibytes) + chunk("IEND", [])
    }

    /// PNG (third edition) §5.3.
    static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + data
        return big(UInt32(data.count)) + named + big(checksum(named))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// PNG (third edition) §5.5.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var table = [UInt32](repeating: 0, count: 256)
        for byte in table.indices {
            var sum = UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
            table[byte] = sum
        }
        var sum = UInt32.max
        bytes.withUnsafeBufferPointer { bytes in
            for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
        }
        return ~sum
    }
}
