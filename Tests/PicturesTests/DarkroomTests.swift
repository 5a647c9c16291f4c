import Testing

@testable import Pictures

/// Pictures are made anew, within limits, and what is none is not taken for one.
struct DarkroomTests {
    /// 4 × 2, of which the left half is red and the right half transparent.
    static let png = bytes(
        "89504e470d0a1a0a0000000d49484452000000040000000208060000007fa87d630000001349444154789c63f8cfc0f01f84"
            + "1960005d0000a77a07f9c13a36b30000000049454e44ae426082")
    /// 1 × 1, lossy.
    static let webp = bytes("52494646220000005745425056503820160000003001009d012a010001000ec0fe25a400037000000000")

    static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static func developed(_ bytes: [UInt8], longest: Int = 100) throws -> DevelopedPicture {
        let pictures = try #require(Darkroom.develop(bytes, sizes: [longest]))
        return try #require(pictures.first)
    }

    @Test("PNG and WebP come out as JPEG of the same size, and a JPEG as another")
    func formats() throws {
        let red = try Self.developed(Self.png)
        #expect((red.width, red.height) == (4, 2))
        #expect(PictureHeader(red.jpeg) == PictureHeader(try Self.developed(red.jpeg).jpeg))
        #expect(PictureHeader(red.jpeg)?.format == .jpeg)
        #expect((try Self.developed(Self.webp).width, try Self.developed(Self.webp).height) == (1, 1))
    }

    @Test("what else was in the file is gone")
    func metadata() throws {
        let jpeg = try Self.developed(Self.png).jpeg
        let secret = Array("Exif\0\0 59.3293 N, 18.0686 E".utf8)
        let segment = [0xFF, 0xE1, 0, UInt8(secret.count + 2)] + secret
        let tagged = Array(jpeg[..<2]) + segment + Array(jpeg[2...]) + secret
        let clean = try Self.developed(tagged).jpeg
        #expect(String(decoding: tagged, as: UTF8.self).contains("59.3293"))
        #expect(!String(decoding: clean, as: UTF8.self).contains("59.3293"))
    }

    @Test("a picture stands upright when its camera says how it was held")
    func orientation() throws {
        let jpeg = try Self.developed(Self.png).jpeg
        // Exif 3.0 §4.6.5: one entry, Orientation = 6, a quarter turn.
        let exif = Self.bytes("457869660000" + "49492a0008000000" + "0100" + "120103000100000006000000" + "00000000")
        let turned = try Self.developed(
            Array(jpeg[..<2]) + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + Array(jpeg[2...]))
        #expect((turned.width, turned.height) == (2, 4))
    }

    @Test("a large picture is made smaller, a small one never larger")
    func sizes() throws {
        let pictures = try #require(Darkroom.develop(Self.png, sizes: [4, 2]))
        #expect(pictures.map(\.width) == [4, 2] && pictures.map(\.height) == [2, 1])
        #expect(try Self.developed(Self.png, longest: 9_000).width == 4)
    }

    @Test("what is no picture, is cut off, or says that it is huge, is refused before or while it is decoded")
    func hostile() throws {
        let jpeg = try Self.developed(Self.png).jpeg
        var huge = Self.png
        huge.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
        var endless = Self.png
        endless.replaceSubrange(16..<20, with: [0x7F, 0xFF, 0xFF, 0xFF])
        let svg = Array("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>".utf8)
        let scans = Array(jpeg[..<2]) + (0..<50).flatMap { _ in [0xFF, 0xDA, 0, 2] as [UInt8] } + Array(jpeg[2...])
        let gif = Array("GIF89a".utf8) + [UInt8](repeating: 0, count: 40)
        for bytes in [huge, endless, svg, gif, [], Array(Self.png.prefix(40)), Array(Self.webp.prefix(31)), scans] {
            #expect(Darkroom.develop(bytes, sizes: [100]) == nil, "\(bytes.prefix(40))")
        }
    }

    @Test("no cut and no flipped byte does harm")
    func mutations() throws {
        let jpeg = try Self.developed(Self.png).jpeg
        for picture in [Self.png, Self.webp, jpeg] {
            for index in picture.indices {
                var flipped = picture
                flipped[index] ^= 0xFF
                for bytes in [flipped, Array(picture[..<index])] {
                    guard let header = PictureHeader(bytes), header.width * header.height < 1_000_000 else { continue }
                    _ = Darkroom.develop(bytes, sizes: [16])
                }
            }
        }
    }
}
