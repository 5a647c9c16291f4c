import MailFormat
import Testing

struct ComplaintReportTests {
    private func complaint(_ lines: String...) -> ComplaintReport? {
        guard case .complaint(let report) = MailKind(of: Message(Array(lines.joined(separator: "\n").utf8))) else {
            return nil
        }
        return report
    }

    @Test("LP-11: a report of RFC 5965 names type, recipient, domain and mail")
    func feedbackReport() throws {
        let report = try #require(
            complaint(
                "From: fbl@isp.test", "Content-Type: multipart/report; report-type=feedback-report; boundary=b", "",
                "--b", "",
                "A complaint.", "--b", "Content-Type: message/feedback-report", "", "Feedback-Type: Abuse",
                "User-Agent: FBL/1",
                "Original-Rcpt-To: <dana@client.test>", "Reported-Domain: Acme.Test", "", "--b",
                "Content-Type: message/rfc822", "",
                "Message-ID: <row-17@acme.test>", "To: other@client.test", "", "x", "--b--"))
        #expect(report.feedbackType == "abuse")
        #expect(report.originalRecipients == ["dana@client.test"])
        #expect(report.reportedDomain == "acme.test")
        #expect(report.originalMessageID == MessageID("row-17@acme.test"))
    }

    @Test("Hotmail names the user in the copy")
    func hotmail() throws {
        let report = try #require(
            complaint(
                "From: staff@hotmail.com", "Subject: complaint about message from 192.0.2.1",
                "Content-Type: multipart/mixed; boundary=b",
                "", "--b", "Content-Type: message/rfc822", "", "X-HmXmrOriginalRecipient: dana@client.test",
                "To: x@client.test",
                "Message-ID: <row-18@acme.test>", "", "x", "--b--"))
        #expect(report.originalRecipients == ["dana@client.test"])
        #expect(report.originalMessageID == MessageID("row-18@acme.test"))
    }

    @Test("A person who complains is no report")
    func person() {
        #expect(
            complaint("From: dana@client.test", "Subject: complaint about message from 192.0.2.1", "", "I complain.")
                == nil)
    }
}
