import Foundation
import MailFormat
import Testing

@Suite("An email address") struct EmailAddressTests {
    @Test(
        "is a dot-atom at a domain",
        arguments: [
            "dana@client.test", "d.ana+x@client.test", "DANA@Client.TEST", "a@b.c", "root@localhost", "o'brien@x.test",
            "a@1.2.test", "\(String(repeating: "a", count: 64))@x.test", "x@xn--clint-fsa.test",
        ])
    func accepted(text: String) { #expect(EmailAddress(text)?.text == text) }

    @Test(
        "is nothing else (OB-03, OB-06, OB-12)",
        arguments: [
            "", "@", "a@", "@b.test", "a", "a@b", "a@@b.test", "a@b.test@c.test", ".a@b.test", "a.@b.test",
            "a..b@b.test", "\"a@attack.test x\"@client.test", "dana@client.test(c)", "=?utf-8?q?x?=@client.test",
            "-oQ/tmp@client.test", "\(String(repeating: "a", count: 65))@x.test", "dana@client.test.", "a@[192.0.2.1]",
            "a@192.0.2.1", "a@-b.test", "a@b-.test", "a@b..test", "dаna@client.test", "dana@clïent.test",
            "x@client.test>\r\nRCPT TO:<a@attack.test", "a@b.test\n", "a\r@b.test", "a b@c.test", "a\0@b.test",
            "a@\(String(repeating: "b", count: 64)).test",
            "a@\(String(repeating: "bcdefghi.", count: 30))test",
        ])
    func refused(text: String) { #expect(EmailAddress(text) == nil) }

    @Test("equals another by its bytes, except for ASCII case") func equality() {
        #expect(EmailAddress("DANA@Client.TEST") == EmailAddress("dana@client.test"))
        #expect(EmailAddress("DANA@Client.TEST")?.hashValue == EmailAddress("dana@client.test")?.hashValue)
        #expect(EmailAddress("d.ana@client.test") != EmailAddress("dana@client.test"))
        #expect(EmailAddress("DANA@Client.TEST")?.domain == "client.test")
    }

    @Test("carries a tag and gives it back") func tags() throws {
        let base = try #require(EmailAddress("replies@acme.test"))
        #expect(base.tagged("abc")?.text == "replies+abc@acme.test")
        #expect(EmailAddress("REPLIES+ABC@ACME.TEST")?.tag(ofBase: base) == "ABC")
        #expect(EmailAddress("replies@acme.test")?.tag(ofBase: base) == nil)
        #expect(EmailAddress("replies+@acme.test")?.tag(ofBase: base) == nil)
        #expect(EmailAddress("replies+abc@evil.test")?.tag(ofBase: base) == nil)
        #expect(base.tagged("a b") == nil)
        #expect(base.tagged("") == nil)
    }

    @Test("cannot be decoded from what is none") func decoding() throws {
        let good = try JSONDecoder().decode([EmailAddress].self, from: Data(#"["a@b.test"]"#.utf8))
        #expect(good.map(\.text) == ["a@b.test"])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([EmailAddress].self, from: Data(#"["a@b.test\r\nx"]"#.utf8))
        }
    }
}

@Suite("A message identifier") struct MessageIDTests {
    @Test("is given with or without its brackets") func brackets() {
        #expect(MessageID("<m1@client.test>")?.text == "m1@client.test")
        #expect(MessageID("m1@client.test")?.bracketed == "<m1@client.test>")
    }

    @Test(
        "contains nothing that could end it",
        arguments: [
            "", "<>", "a b@c", "a@b>", "a<b@c", "a@b\r\nBcc: x", "ä@b", "a\0@b", String(repeating: "a", count: 251),
        ]
    )
    func refused(text: String) { #expect(MessageID(text) == nil) }

    @Test("equals another by every byte") func equality() {
        #expect(MessageID("A@b") != MessageID("a@b"))
    }
}
