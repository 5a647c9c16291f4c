import MailFormat
import Testing

@Suite("A list of addresses") struct AddressListTests {
    @Test(
        "is read as it was meant",
        arguments: [
            ("a@b.test", ["|a@b.test"]),
            ("Dana <dana@client.test>", ["Dana|dana@client.test"]),
            ("\"Doe, Jane\" <j@x.test>, k@x.test", ["Doe, Jane|j@x.test", "|k@x.test"]),
            ("j@x.test (Jane (J.) Doe)", ["Jane (J.) Doe|j@x.test"]),
            ("Team: a@x.test, B <b@x.test>;, c@x.test", ["|a@x.test", "B|b@x.test", "|c@x.test"]),
            ("undisclosed-recipients:;", []),
            ("=?utf-8?q?J=C3=BCrgen?= <j@x.test>", ["Jürgen|j@x.test"]),
            ("\"=?utf-8?q?J=C3=BCrgen?=\" <j@x.test>", ["Jürgen|j@x.test"]),
            ("=?utf-8?Q?Doe,_Jane?= <j@x.test>", ["Doe, Jane|j@x.test"]),
            ("<@a.test,@b.test:j@x.test>", ["|j@x.test"]),
            ("J < j @ x . test >", ["J|j@x.test"]),
            ("a@x.test b@x.test", ["|a@x.test", "|b@x.test"]), ("j@x .test", ["|j@x.test"]),
            ("j . doe @ x.test", ["|j.doe@x.test"]), ("jdoe@test   . example", ["|jdoe@test.example"]),
            ("J. doe@x.test", ["J.|doe@x.test"]), ("doe@x.test. Jane", ["Jane|doe@x.test"]),
            ("\"j d\"@x.test", ["|\"j d\"@x.test"]),
            ("J. \"Q\" Doe <j@x.test>", ["J. Q Doe|j@x.test"]),
            ("Jane <j@x.test", ["Jane|j@x.test"]),
            ("root", ["|root"]), ("", []), (",,;", []), ("<>", ["|"]), ("Dana Clark", ["Dana Clark|"]),
            ("A <a@x.test> B <b@x.test>", ["A|a@x.test", "B|b@x.test"]),
            ("A <a@x.test> b@x.test", ["A|a@x.test", "|b@x.test"]),
            ("A <a@x.test>; B <b@x.test>", ["A|a@x.test", "B|b@x.test"]),
            ("A <a@x.test, B <b@x.test>", ["A|a@x.test", "B|b@x.test"]),
            ("A <a@x.test, b@x.test", ["A|a@x.test", "|b@x.test"]),
            ("<<a@x.test>>", ["|a@x.test"]), ("<mailto:a@x.test>", ["|a@x.test"]), ("mailto:a@x.test", ["|a@x.test"]),
            ("'a@x.test'", ["|a@x.test"]), ("<'a@x.test'>", ["|a@x.test"]), ("a@x.test.", ["|a@x.test"]),
            ("Doe, Jane <j@x.test>", ["Doe, Jane|j@x.test"]), ("root, Jane <j@x.test>", ["|root", "Jane|j@x.test"]),
            ("=?utf-8?q?B=C3=A4r?=, Jo <j@x.test>", ["Bär, Jo|j@x.test"]),
            ("Doe, j@x.test", ["|Doe", "|j@x.test"]), ("<j@x.test> Jane", ["Jane|j@x.test"]),
            ("=?utf-8?q?J=C3=B6_<j@x.test>?=", ["Jö|j@x.test"]), ("=?utf-8?q?j=40x.test?=", ["|j@x.test"]),
            ("Jörg <jö@exämple.test>", ["Jörg|jö@exämple.test"]),
            ("a@[IPv6:2001:db8::1], b@x.test", ["|a@[IPv6:2001:db8::1]", "|b@x.test"]),
        ])
    func reading(text: String, expected: [String]) {
        #expect(Mailbox.list(Array(text.utf8)).map { "\($0.name)|\($0.address)" } == expected)
    }

    @Test("ends at a thousand mailboxes") func limit() {
        let list = Array(String(repeating: "a@x.test, ", count: 100_000).utf8)
        #expect(Mailbox.list(list).count == 1_000)
    }
}
