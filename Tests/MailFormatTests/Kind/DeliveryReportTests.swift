import MailFormat
import Testing

struct DeliveryReportTests {
    private func read(_ lines: String...) -> DeliveryReport? {
        guard case .bounce(let report) = MailKind(of: Message(Array(lines.joined(separator: "\r\n").utf8))) else {
            return nil
        }
        return report
    }

    private func status(_ recipient: String) -> DeliveryReport? {
        read(
            "From: Mail System <postmaster@acme.test>", "Subject: Delivery report",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "", "It failed.",
            "--b",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.acme.test", "", recipient, "--b",
            "Content-Type: message/rfc822", "", "Message-ID: <row-17@acme.test>", "Subject: x", "", "x", "--b--", "")
    }

    @Test("LP-06: a report of RFC 3464 names recipient, cause and mail")
    func machineReadable() throws {
        let report = try #require(
            status(
                "Final-Recipient: rfc822; dana@client.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user"
            ))
        #expect(report.permanent)
        #expect(report.failedRecipients == ["dana@client.test"])
        #expect(report.originalMessageID == MessageID("row-17@acme.test"))
        #expect(report.diagnostic == "550 no such user")
    }

    @Test("A delay is temporary, a success is no bounce")
    func delay() throws {
        let delayed = try #require(
            status("Final-Recipient: rfc822;<dana@client.test>\r\nAction: delayed\r\nStatus: 4.4.1"))
        #expect(!delayed.permanent)
        #expect(delayed.failedRecipients == ["dana@client.test"])
        #expect(status("Final-Recipient: rfc822; dana@client.test\r\nAction: delivered\r\nStatus: 2.0.0") == nil)
    }

    @Test("Of several recipients the failed ones are named, each once")
    func several() throws {
        let group = "Final-Recipient: rfc822; %@client.test\r\nAction: failed\r\nStatus: 5.0.0"
        let names = ["a", "b", "a"].map { name in
            group.split(separator: "%").joined(separator: name)
        }
        let delivered = "Final-Recipient: rfc822; c@client.test\r\nAction: relayed\r\nStatus: 2.0.0"
        let report = try #require(status((names + [delivered]).joined(separator: "\r\n\r\n")))
        #expect(report.failedRecipients == ["a@client.test", "b@client.test"])
    }

    @Test(
        "Bounces in words are read",
        arguments: [
            (
                "Postfix",
                "The mail system\r\n\r\n<dana@client.test>: host mx.client.test said: 550 5.1.1 User unknown", true
            ),
            ("Exim", "A message could not be delivered:\r\n\r\n  dana@client.test\r\n    Unrouteable address", true),
            (
                "qmail",
                "Hi. This is the qmail-send program.\r\n\r\n<dana@client.test>:\r\nSorry, no mailbox here. (#5.1.1)",
                true
            ),
            ("Gmail", "Delivery to the following recipient failed permanently:\r\n\r\n     dana@client.test\r\n", true),
            (
                "Delay", "Your mail was delayed and will be retried.\r\n\r\n<dana@client.test>: connection timed out",
                false
            ),
            ("4xx", "<dana@client.test>: host mx said: 451 try again later", false),
        ])
    func freeForm(name: String, body: String, permanent: Bool) throws {
        let report = try #require(
            read(
                "Return-Path: <>", "From: MAILER-DAEMON@acme.test", "To: replies@acme.test",
                "Subject: Undelivered Mail Returned to Sender", "", body, "", "--- Original message follows", "",
                "Received: from x", "Message-ID: <row-17@acme.test>", "To: other@client.test"))
        #expect(report.permanent == permanent)
        #expect(report.failedRecipients == ["dana@client.test"])
        #expect(report.originalMessageID == MessageID("row-17@acme.test"))
    }

    @Test("Reports without end are read within the limits")
    func limits() throws {
        let group = "Final-Recipient: rfc822; a%@client.test\r\nAction: failed\r\nStatus: 5.0.0\r\n\r\n"
        let many = (0..<500).map { group.split(separator: "%").joined(separator: "\($0)") }.joined()
        #expect(try #require(status(many)).failedRecipients.count == 100)
        let text = read("From: MAILER-DAEMON@acme.test", "", String(repeating: "550 <a@b.test>\r\n", count: 5_000))
        #expect(try #require(text).failedRecipients == ["a@b.test"])
    }
}
