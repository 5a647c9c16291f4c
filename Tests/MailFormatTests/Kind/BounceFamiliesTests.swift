import MailFormat
import Testing

/// Reports in the manner of many mail systems, without fields for machines. Every one is about dana@client.test.
struct BounceFamiliesTests {
    struct Report: CustomTestStringConvertible {
        let system: String
        let from: String
        let subject: String
        let body: String
        var permanent = true
        var fields: [String] = []

        var testDescription: String { system }
    }

    private static let reports = [
        Report(
            system: "Exchange 5.5", from: "System Administrator <postmaster@client.test>",
            subject: "Undeliverable: Logo",
            body: """
                Your message

                  To:      team@client.test
                  Subject: Logo
                  Sent:    Mon, 2 Mar 2026 10:00:00 +0100

                did not reach the following recipient(s):

                dana@client.test on Mon, 2 Mar 2026 10:00:01 +0100
                    The recipient name is not recognized
                	MSEXCH:IMS:CLIENT:SITE:MAIL 0 (000C05A6) Unknown Recipient
                """),
        Report(
            system: "Exchange, X.400 address", from: "System Administrator <postmaster@client.test>", subject: "E",
            body: """
                Your message did not reach the following recipient(s):

                c=US;a= ;p=CLIENT;o=SITE;dda:SMTP=dana@client.test; on Mon, 2 Mar 2026
                    The recipient name is not recognized
                """, fields: ["Return-Path: <>"]),
        Report(
            system: "Exchange in German", from: "postmaster@client.test", subject: "Unzustellbar: Logo",
            body: """
                Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Verteilerlisten:

                Dana Blau (dana@client.test)<mailto:dana@client.test>
                Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.
                """),
        Report(
            system: "Exchange in French", from: "postmaster@client.test", subject: "Non remis : Logo",
            body:
                "Échec de la remise aux destinataires ou groupes suivants :\n\ndana@client.test\nL'adresse est introuvable."
        ),
        Report(
            system: "qmail, full", from: "MAILER-DAEMON@client.test", subject: "failure notice",
            body: """
                Hi. This is the qmail-send program at client.test.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <dana@client.test>:
                The user's mailfolder is full. Call (450) 555-0100.

                --- Below this line is a copy of the message.

                To: other@client.test
                """),
        Report(
            system: "qmail, 4xx", from: "MAILER-DAEMON@client.test", subject: "failure notice",
            body: "Hi. This is the qmail-send program.\nThis is a permanent error; I've given up.\n\n"
                + "<dana@client.test>:\nI wasn't able to establish an SMTP connection. (#4.4.1)", permanent: false),
        Report(
            system: "old sendmail", from: "Mail Delivery Subsystem <MAILER-DAEMON@client.test>",
            subject: "Returned mail: User unknown",
            body: """
                   ----- Transcript of session follows -----
                550 <dana@client.test>... User unknown
                   ----- Unsent message follows -----
                Received: by client.test
                To: other@client.test
                """),
        Report(
            system: "sendmail's warning", from: "MAILER-DAEMON@client.test",
            subject: "Warning: could not send message for past 4 hours",
            body: """
                    **********************************************
                    **      THIS IS A WARNING MESSAGE ONLY      **
                    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
                    **********************************************

                   ----- The following addresses had transient non-fatal errors -----
                <dana@client.test>
                """, permanent: false),
        Report(
            system: "Exim, for another sender", from: "Mail Delivery System <Mailer-Daemon@client.test>",
            subject: "Mail delivery failed",
            body: """
                A message sent by

                  <ana@acme.test>

                could not be delivered to one or more of its recipients. The following
                address(es) failed:

                  dana@client.test
                    Unrouteable address
                """),
        Report(
            system: "Gmail", from: "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            subject: "Delivery Status Notification (Failure)",
            body:
                "** Address not found **\n\nYour message wasn't delivered to dana@client.test because the address couldn't be "
                + "found, or is unable to receive mail.\n\nThe response was:\n550 5.1.1 The email account does not exist."
        ),
        Report(
            system: "Yahoo", from: "MAILER-DAEMON@yahoo.com", subject: "Failure Notice",
            body:
                "Sorry, we were unable to deliver your message to the following address.\n\n<dana@client.test>:\n554: delivery error"
        ),
        Report(
            system: "AOL", from: "MAILER-DAEMON@client.test", subject: "Mail Delivery Problem",
            body:
                "Your mail to the following recipients could not be delivered because they are not accepting mail from ana@x.test:\n\tdana"
        ),
        Report(
            system: "Domino", from: "postmaster@client.test",
            subject: "DELIVERY FAILURE: User dana not listed in Directory",
            body:
                "Your message\n\n  Subject: Logo\n\nwas not delivered to:\n\n  dana@client.test\n\nbecause:\n\n  User dana not listed in Directory"
        ),
        Report(
            system: "GroupWise", from: "postmaster@client.test", subject: "Message status - undeliverable",
            body: "The message that you sent was undeliverable to the following:\n\tdana@client.test (mailbox full)"),
        Report(
            system: "MailEnable", from: "\"Delivery Subsystem\" <POSTMASTER@client.test>",
            subject: "Message Delivery Failure",
            body: """
                MailEnable: Message could not be delivered to some recipients.
                The following recipient(s) could not be reached:

                	Recipient: [SMTP:dana@client.test]
                	Reason: Remote SMTP Server Returned: 550 mailbox unavailable.
                """, fields: ["Auto-Submitted: auto-replied"]),
        Report(
            system: "MDaemon", from: "MDaemon@client.test", subject: "Warning: dana@client.test - User unknown!",
            body: "dana@client.test - no such user here.\n\nThere is no user by that name at this server."),
        Report(
            system: "a gateway without any mark", from: "E500_SMTP_Mail_Service@client.test",
            subject: "Returned Mail - Error During Delivery",
            body:
                "------ Failed Recipients ------\n\n<dana@client.test>: mailbox unavailable. [SMTP Error Code 550]\n\nYour message follows"
        ),
        Report(
            system: "a filter that still tries", from: "Gateway <gateway@client.test>",
            subject: "Delivery failure notification",
            body:
                "Your message with Subject: Logo\ncould not be delivered to the following recipients:\n\ndana@client.test\n\n"
                + "Delivery attempts will continue to be made for 5 day(s).", permanent: false),
        Report(
            system: "fields for machines as plain text", from: "MAILER-DAEMON@client.test",
            subject: "Delivery Status Notification",
            body:
                "An error occurred.\n\nReporting-MTA: dns; mx.client.test\n\nFinal-Recipient: rfc822; dana@client.test\nAction: failed\n"
                + "Diagnostic-Code: smtp; 554 4.4.7 Message expired\nStatus: 4.4.7", permanent: false),
        Report(
            system: "a Japanese carrier", from: "MAILER-DAEMON@client.test", subject: "配信エラー",
            body: "お客様のメールは配信できませんでした。\n\n宛先：dana@client.test\n理由：メールボックスがいっぱいです。"),
        Report(
            system: "a Chinese provider", from: "postmaster@client.test", subject: "系统退信",
            body: "抱歉，您的邮件被退回。\n\n原邮件信息：\n收件人  dana@client.test\n\n退信原因：\n用户不存在",
            fields: ["Auto-Submitted: auto-replied"]),
        Report(
            system: "a Russian provider", from: "mailer-daemon@client.test", subject: "Письмо не доставлено",
            body:
                "Это письмо создано автоматически.\n\nВаше сообщение не может быть доставлено получателю:\n\ndana@client.test\n\nЯщик переполнен."
        ),
    ]

    @Test("Every mail system's report is understood", arguments: reports)
    func report(_ report: Report) throws {
        let header = ["From: \(report.from)", "To: replies@acme.test", "Subject: \(report.subject)"] + report.fields
        let text = (header + ["Content-Type: text/plain; charset=utf-8", "", report.body]).joined(separator: "\n")
        guard case .bounce(let bounce) = MailKind(of: Message(Array(text.utf8))) else {
            Issue.record("it is taken for \(MailKind(of: Message(Array(text.utf8))).inspectName)")
            return
        }
        #expect(bounce.failedRecipients == ["dana@client.test"])
        #expect(bounce.permanent == report.permanent)
    }
}
