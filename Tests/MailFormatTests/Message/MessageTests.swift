import MailFormat
import Testing

@Suite("A message") struct MessageTests {
    private static let mixed = """
        From: Dana <dana@client.test>
        To: replies@acme.test
        Subject: =?utf-8?B?w4Q=?= =?utf-8?Q?ndern?=
        Date: Fri, 21 Nov 1997 09:55:06 -0600
        Message-ID: <m1@client.test>
        In-Reply-To: <p@acme.test>
        References: <o@acme.test>
         <p@acme.test>
        Content-Type: multipart/mixed; boundary="outer"

        preamble
        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Gr=FC=
        =DFe
        --inner
        Content-Type: text/html

        <p>Hi
        --inner--
        --outer
        Content-Type: application/pdf; name="a.pdf"
        Content-Transfer-Encoding: base64
        Content-ID: <c1@x>

        aGVs
        bG8=
        --outer--
        epilogue
        """

    @Test("is the same with LF, CR LF and CR", arguments: ["\n", "\r\n", "\r"])
    func lineBreaks(lineBreak: String) {
        let lines = Self.mixed.split(separator: "\n", omittingEmptySubsequences: false)
        let message = Message(Array(lines.joined(separator: lineBreak).utf8))
        #expect(message.from == [Mailbox(name: "Dana", address: "dana@client.test")])
        #expect(message.subject == "Ändern")
        #expect(message.date == 880_127_706)
        #expect(message.messageID?.text == "m1@client.test")
        #expect(message.inReplyTo?.text == "p@acme.test")
        #expect(message.references.map(\.text) == ["o@acme.test", "p@acme.test"])
        #expect(message.text == "Grüße")
        #expect(message.html == "<p>Hi")
        #expect(message.parts.map(\.contentType.mimeType).count == 5)
        #expect(message.attachments.map(\.fileName) == ["a.pdf"])
        #expect(message.attachments.first?.decodedBytes() == Array("hello".utf8))
        #expect(message.attachments.first?.contentID?.text == "c1@x")
        #expect(message.leaves.map(\.depth) == [2, 2, 1])
        #expect(message.warnings == (lineBreak == "\r" ? ["bare-cr"] : []))
    }

    @Test("can be any bytes at all (PB-20)", arguments: ["", "\r\n", "x", ":", "\n\n", "no header here\nat all", "\0"])
    func anything(text: String) {
        let message = Message(Array(text.utf8))
        #expect(message.parts.count == 1)
        #expect(message.header.fields.count <= 1)
    }

    @Test("has a text even when it has no header") func bodyOnly() {
        #expect(Message(Array("Hello there\nFrom: x\n".utf8)).text == "Hello there\nFrom: x\n")
    }

    @Test(
        "may stand behind an mbox line or a byte order mark",
        arguments: ["From a@b Thu Jan 1\n", ">From a\n", "\u{FEFF}"])
    func beginnings(start: String) {
        let message = Message(Array("\(start)Subject: x\n\ny".utf8))
        #expect(message.subject == "x")
        #expect(message.header.fields.count == 1)
        #expect(message.warnings == [])
    }

    @Test("ends parts where they end, even without their closing lines") func missingEnds() {
        let text = """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/mixed; boundary=ab

            --ab
            X: no empty line
            --ab

            --abc is text
            --a

            second
            """
        let leaves = Message(Array(text.utf8)).leaves
        #expect(leaves.map { $0.decodedText() } == ["", "--abc is text", "second"])
        #expect(leaves.map(\.depth) == [2, 2, 1])
        #expect(Message(Array(text.utf8)).depth == 2)
        #expect(Message(Array("Content-Type: multipart/mixed; boundary=b\n\n".utf8)).depth == 1)
    }

    @Test("does not look into other messages; in a digest they need no type") func nested() {
        let text = "Content-Type: multipart/digest; boundary=b\n\n--b\n\nFrom: x\n\n--b--\n"
        let message = Message(Array(text.utf8))
        #expect(message.leaves.map(\.contentType.mimeType) == ["message/rfc822"])
        #expect(message.text == nil)
    }

    @Test(
        "tells what is odd",
        arguments: [
            ("From: a@b.test\nFrom: a@b.test\n\n", ["duplicate-from"]),
            ("Subject: x\nSubject: y\nDate: z\nDate: z\n\n", ["duplicate-date", "duplicate-subject"]),
            ("Content-Type: text/plain\nContent-Type: text/html\n\n", ["mime-ambiguous"]),
            ("Content-Transfer-Encoding: base64; x\n\n", ["mime-ambiguous"]),
            ("Content-Type: text/plain; charset=\"utf-8\n\n", ["mime-ambiguous"]),
            (
                "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n--b--",
                ["mime-ambiguous"]
            ),
            ("Content-Type: multipart/mixed\n\n", ["mime-ambiguous"]),
            (
                "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: x-zip\n\n--b--",
                ["mime-ambiguous"]
            ),
            ("Content-Type: text/plain,text/html\n\n", ["mime-ambiguous"]),
            ("Content-Type: text/plain/html\n\n", ["mime-ambiguous"]),
            ("Content-Type: text/plain; charset=x-user-defined\n\nYES", ["mime-ambiguous"]),
            ("Content-Type: text/html; charset=x-foo\n\nYES", ["mime-ambiguous"]),
            ("Content-Type: text/plain; charset=ibm037\n\nYES", ["mime-ambiguous"]),
            ("Content-Type: text/plain; charset=utf-7-imap\n\nYES", ["mime-ambiguous"]),
            ("Content-Type: text/plain; charset=x-foo; name=a.txt\n\nYES", []),
            ("Content-Type: text/plain, charset=\"Latin1\"\n\nYES", []),
            ("Content-Type: text/plain ; charset= cp-1252 (Windows)\n\nYES", []),
            ("Content-Transfer-Encoding: x-unknown\n\nYES", ["mime-ambiguous"]),
            ("Content-Transfer-Encoding: 8-Bit\n\nYES", []), ("Content-Transfer-Encoding: BINARY\n\nYES", []),
            ("Content-Transfer-Encoding: base64\n\nWUVT!!!!", ["mime-ambiguous"]),
            ("Content-Transfer-Encoding: base64\n\nWUU=\n-- \nlist", ["mime-ambiguous"]),
            ("Content-Transfer-Encoding: base64\n\n WUVT\n\tWUU=\r\n\n", []),
            ("Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n!!!!", []),
            ("Content-Type: text/plain; charset=utf-16le\n\nY\0E\0S\0\r\n", []),
            ("Content-Type: text/plain; charset=utf-16be\n\n\0Y\0E\0S", []),
            ("Content-Type: text/plain; charset=utf-16le\n\nY\0E\0\0\0S\0", ["nul-bytes"]),
            ("Content-Type: text/plain; charset=utf-8\n\nY\0E\0S\0", ["nul-bytes"]),
            ("Subject: a\0b\n\n", ["nul-bytes"]), ("Subject: x\n\na\0b", ["nul-bytes"]),
            ("Subject: x\nno colon\n\n", ["malformed-header"]), ("Subject: x\r\rFrom: a\n\n", ["bare-cr"]),
        ])
    func warnings(text: String, codes: [String]) { #expect(Message(Array(text.utf8)).warnings == codes) }

    @Test("is known again when another server delivers it") func digest() {
        let core = "From: a@b.test\nSubject: x\n\nReceived: in the text\n"
        let first = Message(Array("Received: from x\n by y; now\nAuthentication-Results: z\n\(core)".utf8))
        let lines = core.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let second = Message(Array("Return-Path: <a@b>\r\nARC-Seal: i=1;\r\n\tx\r\nDelivered-To: c\r\n\(lines)".utf8))
        #expect(first.digestInput() == Array("from:a@b.test\nsubject:x\n\nReceived: in the text\n".utf8))
        #expect(first.digestInput() == second.digestInput())
        #expect(first.digestInput() != Message(Array("X\(core)".utf8)).digestInput())
    }

    private static let known =
        "From: Dana <a@b.test>\nTo: c@d.test\nSubject: a subject\nMessage-ID: <1@b.test>\n\nYES\n\n  two\n"

    @Test(
        "is known again with whatever a copy can be given that keeps its signature",
        arguments: [
            ("From:", "X-Any: 1\nFrom:"), ("From:", "In-Reply-To: <2@b.test>\nReferences: <2@b.test>\nFrom:"),
            ("Subject: a subject", "Subject:  a\n subject "), ("YES\n", "YES \t\n"), ("  two", " \t two"),
            ("two\n", "two\n\n \n"), ("From: Dana <a@b.test>\nTo: c@d.test", "To: c@d.test\nFrom: Dana <a@b.test>"),
            ("Subject", "SUBJECT"), ("two\n", "two"),
        ])
    func copies(written: String, sent: String) {
        let copy = Self.known.replacing(written, with: sent)
        #expect(copy != Self.known)
        #expect(Message(Array(copy.utf8)).digestInput() == Message(Array(Self.known.utf8)).digestInput())
    }

    @Test(
        "is another where somebody wrote something else",
        arguments: [
            ("Dana", "Dan"), ("c@d.test", "e@d.test"), ("a subject", "asubject"), ("<1@", "<2@"), ("YES", "yes"),
            ("YES\n\n", "YES\n"), ("  two", "two"), ("To:", "Cc:"), ("\n\nYES", "\nDate: now\n\nYES"),
        ])
    func others(written: String, sent: String) {
        let other = Self.known.replacing(written, with: sent)
        #expect(other != Self.known)
        #expect(Message(Array(other.utf8)).digestInput() != Message(Array(Self.known.utf8)).digestInput())
    }
}
