import MailFormat
import Pictures
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// A vision board: pictures are added, made anew, shown, and talked about.
struct BoardTests {
    /// 2 × 1, with words in it that are no pixels.
    static let png = hexadecimal(
        "89504e470d0a1a0a0000000d49484452000000020000000108020000007b40e8dd0000001474455874436f6d6d656e740053"
            + "454352455420504c414345fa91e5ab0000000f49444154789c63f8dfc0c0d0f01f000a8002ff9437d4ae0000000049454e44"
            + "ae426082")

    static func hexadecimal(_ text: String) -> [UInt8] {
        let digits = text.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static let board = ExhibitTests.exhibit("mood", "The mood", .board)
    private static let page = "/acme/projects/1/boards/1"

    @Test("pictures stand on it as JPEG of nothing but pixels; what is none lies beside them as a file")
    func adding() async throws {
        let world = try await World.acme()
        try await world.order(Self.board)
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let path = "\(Self.page)/comment"
            let token = try await dana.get(Self.page).token(for: path)
            #expect(String(decoding: Self.png, as: UTF8.self).contains("SECRET PLACE"))
            let reply = try await dana.post(
                path, fields: ["form": token, "text": "Like this <light>."],
                files: [("dawn.png", Self.png), ("evil.png", Array("<svg onload=alert(1)>".utf8))])
            #expect(reply.header("Location") == "\(Self.page)#newest")
            try expectGolden(try await dana.get(Self.page).golden(port: port), "board.http")
            for act in ["thumbnail-1", "image-1"] {
                let image = try await dana.get("\(Self.page)/\(act)")
                #expect(image.header("Content-Type") == "image/jpeg")
                #expect(image.header("Content-Security-Policy")?.contains("sandbox") == true)
                #expect(PictureHeader(image.body)?.format == .jpeg)
                #expect(!String(decoding: image.body, as: UTF8.self).contains("SECRET PLACE"))
            }
            let remark = "\(Self.page)/remark-1"
            let picture = try await dana.get("\(Self.page)/picture-1")
            _ = try await dana.post(
                remark, fields: ["form": picture.token(for: remark), "text": "A little warmer."], files: [])
            try expectGolden(try await dana.get("\(Self.page)/picture-1").golden(port: port), "picture.http")
            #expect(try await dana.get(Self.page).text.contains("<span class=\"count\">1</span> comments"))
        }
    }

    @Test("to others it is as if it never was")
    func isolation() async throws {
        let world = try await World.acme()
        try await world.order(Self.board)
        try await serving(world) { port in
            let (dana, lee) = (Browser(port: port), Browser(port: port))
            try await dana.enter(world, as: .dana)
            try await lee.enter(world, as: .lee)
            let path = "\(Self.page)/comment"
            let token = try await dana.get(Self.page).token(for: path)
            _ = try await dana.post(path, fields: ["form": token, "text": ""], files: [("dawn.png", Self.png)])
            for act in ["picture", "image", "thumbnail"] {
                let nothing = try await lee.get("/acme/projects/99/boards/9/\(act)-9").withoutDate
                #expect(try await lee.get("\(Self.page)/\(act)-1").withoutDate == nothing)
                #expect(
                    try await dana.get("\(Self.page)/\(act)-2").withoutDate
                        == dana.get("\(Self.page)/\(act)-99").withoutDate)
                #expect(try await dana.get("/acme/projects/1/boards/2/\(act)-1").status == 404)
                #expect(try await dana.get("\(Self.page)/\(act)-1").status == 200)
            }
        }
    }
}
