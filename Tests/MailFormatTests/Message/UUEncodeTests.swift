import Testing

@testable import MailFormat

@Suite("Uuencoded files") struct UUEncodeTests {
    private func files(_ text: String) -> [(name: String, content: String, around: String)] {
        Array(text.utf8).withUnsafeBytes { bytes in
            UUEncode.files(in: bytes).map { file in
                let content = UUEncode.decode(UnsafeRawBufferPointer(rebasing: bytes[file.data]))
                let around = Array(bytes[..<file.range.lowerBound]) + Array(bytes[file.range.upperBound...])
                return (file.name, String(decoding: content, as: UTF8.self), String(decoding: around, as: UTF8.self))
            }
        }
    }

    @Test(
        "are found within a text, which is what remains",
        arguments: [
            "begin 644 a b.txt\n+:&5L;&\\@=V]R;&0\n`\nend\n",
            "begin 0644 a b.txt\r\n+:&5L;&\\@=V]R;&0 \r\n \r\nend\r\n",
            "begin 666 a b.txt\n+:&5L;&\\@=V]R;&0\n\nend\n", "begin 644 a b.txt\n&:&5L;&\\@\n%=V]R;&0\nend\n",
            "begin 644 a b.txt\n+:&5L;&\\@=V]R;&0\n",
        ])
    func found(file: String) {
        let found = files("Hi,\n\(file)\nBye")
        #expect(found.map(\.name) == ["a b.txt"])
        #expect(found.map(\.content) == ["hello world"])
        #expect(found.first?.around.contains("begin") == false)
        #expect(found.first?.around.hasPrefix("Hi,\n") == true && found.first?.around.hasSuffix("\nBye") == true)
    }

    @Test(
        "are not what only looks like one",
        arguments: [
            "begin 644 words of a sentence\nand so on\n", "we begin 644 a\n#:&5L\n", "begin the day\n",
            "begin 644 \n#:&5L\n",
            "begin", "begin 644 x",
        ])
    func absent(text: String) { #expect(files(text).isEmpty) }

    @Test("may be several") func several() {
        #expect(files("begin 644 a\n#86)C\n`\nend\nx\nbegin 644 b\n#86)C\n`\nend").map(\.name) == ["a", "b"])
        #expect(files(String(repeating: "begin 644 a\n#86)C\nend\n", count: 10_000)).count == 100)
    }

    @Test("may be the whole body of a part") func wholeBody() {
        let text = "Content-Type: image/gif\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#86)C\n`\nend\n"
        #expect(Message(Array(text.utf8)).parts.first?.decodedBytes() == Array("abc".utf8))
    }

    @Test("lose blanks at the ends of lines, which are zeros") func blanks() {
        let bytes = Array("#\n$ 0\nend".utf8).withUnsafeBytes { UUEncode.decode($0) }
        #expect(bytes == [1, 0, 0, 0])
    }
}
