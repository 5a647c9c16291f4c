import Testing

@testable import MailTransport

struct IMAPCodecTests {
    /// Everything that we read, in one stream, with the traps that senders and servers lay.
    private let transcript = Array(
        """
        * OK [CAPABILITY IMAP4rev1] [ALERT] click http://attack.test {5}\r
        * CAPABILITY IMAP4rev1 UIDPLUS AUTH=PLAIN\r
        * FLAGS (\\Answered \\Seen {0}\r
        )\r
        * 3 EXISTS\r
        * OK [UIDVALIDITY 3857529045] UIDs valid\r
        * NAMESPACE (("INBOX." ".")) NIL (("#shared/" "/"))\r
        * LIST (\\HasNoChildren) "." "INBOX.Postern \\"x\\""\r
        * LIST () NIL {9}\r
        Post{ern} \r
        * SEARCH 1 2 4294967295\r
        * SEARCH\r
        * 1 FETCH (UID 7 RFC822.SIZE 41 FLAGS (\\Seen))\r
        * 2 FETCH (ENVELOPE ("date" NIL (("a" NIL "b" "c"))) BODY[] {21}\r
        A004 OK\r
        * BYE\r
        {9}\r
         UID 8)\r
        * 3 FETCH (BODY[HEADER] {0}\r
         UID 9 BODY[HEADER.FIELDS (FROM TO)] NIL)\r
        * 4 FETCH (UID 10 BODY[] "short")\r
        + idling {3}\r
        * 5 EXPUNGE\r
        * VANISHED 1:3\r
        P1 NO [TRYCREATE] no such folder {7}\r
        P2 OK\r

        """.utf8)

    private func responses(_ chunks: [ArraySlice<UInt8>]) throws -> [IMAPResponse] {
        var framer = IMAPFramer(literalLimit: 1000)
        return try chunks.flatMap { try framer.consume(Array($0)).map { try IMAPResponse($0) } }
    }

    @Test("Responses are read")
    func read() throws {
        let all = try responses([transcript[...]])
        let bodies = all.compactMap { if case .fetch(let fetched) = $0 { fetched } else { nil } }
        #expect(
            bodies == [
                IMAPFetched(uid: 7, size: 41),
                IMAPFetched(uid: 8, body: Array("A004 OK\r\n* BYE\r\n{9}\r\n".utf8)),
                IMAPFetched(uid: 9, body: []),
                IMAPFetched(uid: 10, body: Array("short".utf8)),
            ])
        #expect(all.contains(.capabilities(["IMAP4rev1", "UIDPLUS", "AUTH=PLAIN"].map { Array($0.utf8) })))
        #expect(all.contains(.exists(3)))
        #expect(all.contains(.search([1, 2, 4_294_967_295])))
        #expect(all.contains(.search([])))
        #expect(all.contains(.continuation))
        #expect(all.contains(.namespace(prefix: Array("INBOX.".utf8), separator: [46])))
        #expect(all.contains(.list(separator: [46], name: Array("INBOX.Postern \"x\"".utf8))))
        #expect(all.contains(.list(separator: [], name: Array("Post{ern}".utf8))))
        guard case .tagged("P1", let status) = all[all.count - 2] else {
            Issue.record("\(all)")
            return
        }
        #expect(status.hasCode("TRYCREATE"))
        #expect(status.condition == .no)
        #expect(all.count == 19)
    }

    @Test("TR-10: the result is the same wherever the network splits it")
    func split() throws {
        let expected = try responses([transcript[...]])
        for index in transcript.indices {
            #expect(try responses([transcript[..<index], transcript[index...]]) == expected)
        }
        #expect(try responses(transcript.indices.map { transcript[$0...$0] }) == expected)
    }

    @Test(
        "PB-17: numbers that do not fit are refused",
        arguments: [
            "* 4294967296 EXISTS", "* 99999999999999999999999 EXISTS", "* 1 FETCH (UID 0)",
            "* 1 FETCH (UID 4294967296)",
            "* 1 FETCH (UID -1)", "* 1 FETCH (RFC822.SIZE 4294967296)", "* SEARCH 1 0", "* SEARCH 18446744073709551616",
            "* OK [UIDVALIDITY 18446744073709551615] x", "* OK [UIDVALIDITY 0] x", "* OK [UIDVALIDITY] x",
            "* 1 FETCH (BODY[] {18446744073709551615}", "* 1 FETCH (BODY[] {-1}", "* 1 FETCH (BODY[] {1001}",
        ])
    func numbers(line: String) {
        #expect(throws: IMAPViolation.self) { try responses([Array("\(line)\r\n".utf8)[...]]) }
    }

    @Test(
        "Broken responses are refused",
        arguments: [
            "", "*", "* 1", "* 1 FETCH", "* 1 FETCH (UID 1", "* 1 FETCH (FLAGS (a)", "* LIST () \"/\" \"open", "P1",
            "P1 MAYBE",
            "* 1 FETCH (BODY[", "* 1 FETCH ((UID 1))", "* 1 FETCH (X " + String(repeating: "(", count: 200) + ")",
        ])
    func broken(line: String) {
        #expect(throws: IMAPViolation.self) { try responses([Array("\(line)\r\n".utf8)[...]]) }
    }

    @Test("TR-09: endless lines and endless literals are refused")
    func endless() {
        var framer = IMAPFramer(literalLimit: 1000)
        let chunk = [UInt8](repeating: 65, count: 100_000)
        #expect(throws: IMAPViolation.self) { for _ in 0...21 { _ = try framer.consume(chunk) } }
        #expect(throws: IMAPViolation.self) {
            try responses([Array("* 1 FETCH (A {600}\r\n\(String(repeating: "x", count: 600)) B {600}\r\n".utf8)[...]])
        }
        #expect(throws: IMAPViolation.self) {
            try responses([Array(("* LIST" + String(repeating: " {0}\r\n", count: 100)).utf8)[...]])
        }
    }

    @Test(
        "A set is as short as it can be",
        arguments: [
            ([1] as [UInt32], "1"), ([1, 2, 3], "1:3"), ([1, 3, 4, 9], "1,3:4,9"),
            ([4_294_967_294, 4_294_967_295], "4294967294:4294967295"),
        ])
    func set(identifiers: [UInt32], text: String) {
        #expect(IMAPText.set(of: identifiers) == text)
    }

    @Test("TR-07: nothing gets out of a quoted string")
    func quoted() {
        #expect(IMAPText.quoted("a\"b\\c".utf8) == "\"a\\\"b\\\\c\"")
        for forbidden in ["a\r\nA LOGOUT", "a\0", "é", "\u{7F}"] { #expect(IMAPText.quoted(forbidden.utf8) == nil) }
        #expect(IMAPText.mailboxName("A&B".utf8) == Array("A&-B".utf8))
    }

    @Test(
        "TR-07: a folder's name is plain",
        arguments: [
            ("INBOX", true), ("Postern/Processed", true), ("A & B", true), ("", false), ("/a", false), ("a//b", false),
            ("INBOX\"\r\na LOGOUT", false), ("a%", false), ("a*", false), ("é", false), ("a.b", false), ("a\\b", false),
            (String(repeating: "x", count: 201), false),
        ])
    func folder(name: String, isFolder: Bool) {
        #expect((MailFolder(name) != nil) == isFolder)
    }
}

extension IMAPFetched {
    fileprivate init(uid: UInt32, size: UInt32? = nil, body: [UInt8]? = nil) {
        self.init()
        (self.uid, self.size, self.body) = (uid, size, body)
    }
}
