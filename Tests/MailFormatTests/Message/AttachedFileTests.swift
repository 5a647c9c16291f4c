import Testing

@testable import MailFormat

@Suite("The files of a message") struct AttachedFileTests {
    @Test("are its attachments, and what stands uuencoded in its text") func uuencoded() {
        let message = Message(
            Array(
                """
                Content-Type: multipart/mixed; boundary=b

                --b

                Here it is.
                begin 644 notes.txt
                #0V%T
                `
                end
                Yours, Dana
                --b
                Content-Type: image/png; name=logo.png

                x
                --b--

                """.utf8))
        let files = message.files
        #expect(files.map(\.name) == ["notes.txt", "logo.png"])
        #expect(files.first?.decodedBytes() == Array("Cat".utf8))
        #expect(message.readableText == "Here it is.\nYours, Dana")
        #expect(message.attachments.map(\.fileName) == ["logo.png"])
    }

    @Test("stand in place of a winmail.dat, which stays where it cannot be read") func tnef() {
        let unreadable = Message(Array("Content-Type: application/ms-tnef; name=winmail.dat\n\nnot one".utf8))
        #expect(unreadable.files.map(\.name) == ["winmail.dat"])
        let message = Message(
            Array("Content-Type: application/ms-tnef; name=winmail.dat\n\n".utf8) + TNEFSample.withOneFile("plan.txt"))
        #expect(message.files.map(\.name) == ["plan.txt"])
        #expect(message.files.first?.decodedBytes() == Array("the plan".utf8))
    }
}

/// A winmail.dat as small as one can be.
private enum TNEFSample {
    static func withOneFile(_ name: String) -> [UInt8] {
        let start = attribute(0x9002, [UInt8](repeating: 0, count: 14))
        let title = attribute(0x8010, Array(name.utf8) + [0])
        let data = attribute(0x800F, Array("the plan".utf8))
        return [0x78, 0x9F, 0x3E, 0x22, 0, 0] + start + title + data
    }

    /// Level, identifier, type, length, data, checksum; little-endian.
    private static func attribute(_ id: UInt16, _ data: [UInt8]) -> [UInt8] {
        let length = UInt32(data.count), sum = data.reduce(UInt16(0)) { $0 &+ UInt16($1) }
        let head: [UInt8] = [2, UInt8(id & 0xFF), UInt8(id >> 8), 6, 0]
        let size = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: length >> UInt32($0)) }
        return head + size + data + [UInt8(sum & 0xFF), UInt8(sum >> 8)]
    }
}
