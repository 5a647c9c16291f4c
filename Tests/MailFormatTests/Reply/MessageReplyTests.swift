import MailFormat
import Testing

struct MessageReplyTests {
    private func message(text: String, html: String) -> Message {
        let lines = [
            "From: dana@client.test", "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=b", "",
            "--b", "Content-Type: text/plain; charset=utf-8", "", text, "--b", "Content-Type: text/html; charset=utf-8",
            "",
            html, "--b--", "",
        ]
        return Message(Array(lines.joined(separator: "\r\n").utf8))
    }

    @Test("The text view is read where it says something, else the HTML view")
    func choice() {
        #expect(VisibleReply(of: message(text: "APPROVE", html: "<p>APPROVE</p>")).text == "APPROVE")
        #expect(VisibleReply(of: message(text: "", html: "<p>APPROVE</p>")).text == "APPROVE")
        #expect(VisibleReply(of: Message(Array("Content-Type: text/html\r\n\r\n<b>Yes</b>".utf8))).text == "Yes")
        #expect(VisibleReply(of: Message([])).text.isEmpty)
    }

    @Test(
        "Views that begin differently are told",
        arguments: [
            ("APPROVE", "<p>REJECT</p>", true), ("APPROVE", "<p>Please wait</p><p>APPROVE</p>", true),
            ("APPROVE", "<div style=display:none>APPROVE</div>Please wait", true), ("APPROVE", "", true),
            ("APPROVE", "<p>APPROVE</p>", false),
            ("*APPROVE*\r\n\r\n> x", "<b>approve</b><blockquote>x</blockquote>", false),
            (
                "A line that the mailer of the sender, being what it is, wraps in the\r\ntext view",
                "<p>A line that the mailer of the sender, being what it is, wraps in the text view</p>",
                false
            ),
        ])
    func views(text: String, html: String, differ: Bool) {
        #expect(VisibleReply(of: message(text: text, html: html)).viewsDiffer == differ)
    }
}
