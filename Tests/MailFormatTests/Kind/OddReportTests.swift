import MailFormat
import Testing

struct OddReportTests {
    private func kind(_ lines: String...) -> MailKind {
        MailKind(of: Message(Array(lines.joined(separator: "\n").utf8)))
    }

    @Test("A report that a filter wrapped once more is read inside")
    func wrapped() {
        let kind = kind(
            "From: postmaster@client.test", "Subject: Delivery Status Notification (Failure)",
            "Content-Type: multipart/mixed; report-type=delivery-status; boundary=a", "", "--a",
            "Content-Type: message/rfc822",
            "", "Content-Type: multipart/report; boundary=b", "", "--b", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; x", "", "Final-Recipient: rfc822; dana@client.test", "Action: failed", "Status: 5.1.1",
            "", "--b--",
            "--a--")
        guard case .bounce(let report) = kind else {
            Issue.record("it is taken for \(kind.inspectName)")
            return
        }
        #expect(report.failedRecipients == ["dana@client.test"])
    }

    @Test("A success is no bounce, and no client's words")
    func success() {
        #expect(
            kind(
                "From: postmaster@client.test",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; x", "",
                "Final-Recipient: rfc822; dana@client.test", "Action: relayed", "Status: 2.0.0", "", "--b--")
                == .deliveryNotice)
        #expect(
            kind(
                "From: MAILER-DAEMON@client.test", "Subject: Delivery Status Notification (Relay)", "",
                "Your message has been successfully relayed to the following recipients:", "", "dana@client.test")
                == .deliveryNotice)
        #expect(MailKind.deliveryNotice.inspectName == "ordinary")
    }

    @Test(
        "What asks for a proof that a person wrote is automatic",
        arguments: [
            "Your message was not delivered yet. Please confirm that you are a person by the link below: https://x.test/c/1",
            "I use TMDA. Reply to this message to confirm, or your mail to dana@client.test could not be delivered.",
        ])
    func challenges(body: String) {
        #expect(
            kind(
                "From: Dana <dana@client.test>", "Auto-Submitted: auto-replied", "Subject: Please confirm your message",
                "", body)
                == .automaticReply(returning: nil))
    }

    @Test("A source route and an X.400 address do not hide whose mailbox it is")
    func oddAddresses() {
        for recipient in [
            "Final-Recipient: rfc822;@stov1.client.test:dana@ims_daemon\nOriginal-Recipient: rfc822;dana@client.test",
            "Final-Recipient: X400; c=US;a= ;p=CLIENT;dda:SMTP=dana@client.test;",
            "Final-Recipient: RFC822; <dana@client.test>",
            "Final-Recipient: LOCAL; dana\nX-Actual-Recipient: rfc822; dana@client.test",
            "Final-Recipient: utf-8; dana@client.test (Dana)",
        ] {
            let kind = kind(
                "From: postmaster@client.test", "Content-Type: multipart/report; boundary=b", "", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; x", "", recipient, "Action: failed",
                "Status: 5.1.1", "",
                "--b--")
            guard case .bounce(let report) = kind else {
                Issue.record("\(recipient) is taken for \(kind.inspectName)")
                continue
            }
            #expect(report.failedRecipients == ["dana@client.test"])
        }
    }

    @Test(
        "Daemons send other mail, too",
        arguments: ["You have 3 new messages in your quarantine.", "I am on vacation, and was not delivered from it."])
    func daemons(body: String) {
        #expect(kind("From: MAILER-DAEMON@client.test", "Subject: News", "", body) == .automaticReply(returning: nil))
    }
}
