import MailFormat
import MailServers

/// A client's reply, as a usual mail program writes it: text and HTML, the mail before quoted below.
struct ReplyMail {
    private let recipient: EmailAddress
    private let number: Int
    private let text: String

    init(to recipient: EmailAddress, _ number: Int, text: String? = nil) {
        self.recipient = recipient
        self.number = number
        self.text = text ?? "Thank you! The second half of number \(number) could be a little slower, I think."
    }

    /// As it comes in from outside.
    var outside: String {
        """
        From: Dana Client <dana@client.test>\r
        To: \(recipient.text)\r
        Subject: Re: Item \(number)\r
        Message-ID: <\(number).\(UInt64.random(in: .min ... .max))@client.test>\r
        Date: Thu, 19 Nov 2026 10:00:00 +0000\r
        MIME-Version: 1.0\r
        Content-Type: multipart/alternative; boundary="part"\r
        \r
        --part\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        \(text)\r
        \r
        On Thu, 19 Nov 2026 at 09:30, Acme Studio <\(recipient.text)> wrote:\r
        \r
        \(String(repeating: "> Your decision about this item is asked: approve it, or say what to change.\r\n", count: 12))\r
        --part\r
        Content-Type: text/html; charset=utf-8\r
        \r
        <div dir="ltr">\(text)</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Thu, 19 Nov \
        2026 at 09:30, Acme Studio wrote:<br></div><blockquote class="gmail_quote">\r
        \(String(repeating: "<p>Your decision about this item is asked: approve it, or say what to change.</p>\r\n", count: 12))\
        </blockquote></div>\r
        --part--\r

        """
    }

    /// As it lies in the mailbox, with what the border says of its sender.
    var stamped: String {
        """
        Authentication-Results: \(MailServers.borderHost); dmarc=pass header.from=client.test\r
        Received: from mail.client.test by \(MailServers.borderHost); Thu, 19 Nov 2026 10:00:01 +0000\r
        \(outside)
        """
    }
}
