/// Mails made to cost their reader time or memory (the security cases PB), as large as one likes.
package struct HostileMail: Sendable {
    /// The case, and what the mail is made of.
    package let name: String
    private let start: String
    private let unit: @Sendable (Int) -> String
    private let end: String

    /// The mail with as many of its units as fit into so many bytes, and at least one.
    package func bytes(count: Int) -> [UInt8] {
        var bytes = Array(start.utf8)
        bytes.reserveCapacity(count)
        var number = 0
        repeat {
            let next = unit(number)
            if bytes.count + next.utf8.count + end.utf8.count > count, number > 0 { break }
            bytes += next.utf8
            number += 1
        } while true
        return bytes + Array(end.utf8)
    }

    private init(
        _ name: String, _ start: String, _ end: String = "", each unit: @escaping @Sendable (Int) -> String
    ) {
        (self.name, self.start, self.unit, self.end) = (name, start, unit, end)
    }

    private init(_ name: String, _ start: String, repeating unit: String, _ end: String = "") {
        self.init(name, start, end) { _ in unit }
    }

    package static let all = headers + structures + bodies + pages + texts

    private static let headers = [
        HostileMail("PB-01 lines of To", "", repeating: "To: a@x.test\r\n", "\r\nbody"),
        HostileMail("PB-02 addresses in one To", "To: a@x.test", repeating: ",\r\n a@x.test", "\r\n\r\nbody"),
        HostileMail("PB-02 groups in one To", "To: ", repeating: "a:b@c,\"d", "\r\n\r\nbody"),
        HostileMail("PB-02 open comments in From", "From: ", repeating: "(", "\r\n\r\nbody"),
        HostileMail("PB-03 sections of a parameter", "Content-Type: text/plain", "\r\n\r\nbody") { "; a*\($0)=x" },
        HostileMail(
            "PB-03 one section again and again", "Content-Disposition: attachment", repeating: "; filename*1*=%41"),
        HostileMail("PB-08 one header line", "Subject: ", repeating: "a", "\r\n\r\nbody"),
        HostileMail("PB-08 one folded field", "Subject:", repeating: " a\r\n", "\r\nbody"),
        HostileMail("PB-09 distinct fields", "", "\r\nbody") { "X-\($0): v\r\n" },
        HostileMail("PB-11 encoded words", "Subject:", repeating: " =?utf-8?q?=C3?=", "\r\n\r\nbody"),
        HostileMail("PB-11 encoded words of iso-2022-jp", "Subject:", repeating: " =?iso-2022-jp?b?GyRC?=", "\r\n\r\n"),
        HostileMail("PB-11 encoded words of many charsets", "Subject:") { " =?x-\($0)?q?a?=" },
        HostileMail("PB-11 open encoded words", "Subject: ", repeating: "=?a?q?", "\r\n\r\nbody"),
        HostileMail("PB-16 numbers in a date", "Date: ", repeating: "9", "\r\n\r\nbody"),
        HostileMail("PB-18 Re: in a subject", "Subject: ", repeating: "Re: ", "\r\n\r\nbody"),
        HostileMail("Received without end", "Received: ", repeating: "by a ", "\r\n\r\nbody"),
        HostileMail(
            "Authentication-Results without end", "Authentication-Results: a", repeating: "; dkim=pass (x) a.b=c"),
        HostileMail("References without end", "References:", repeating: " <a@b>", "\r\n\r\nbody"),
    ]

    private static let structures = [
        HostileMail("PB-04 multiparts in multiparts", "") {
            "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n"
        },
        HostileMail("PB-05 messages in messages", "", repeating: "Content-Type: message/rfc822\r\n\r\n"),
        HostileMail("PB-05 messages and multiparts", "") {
            "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\nContent-Type: message/rfc822\r\n\r\n"
        },
        HostileMail("PB-06 empty parts", "Content-Type: multipart/mixed; boundary=b\r\n\r\n", repeating: "--b\r\n\r\n"),
        HostileMail(
            "PB-07 lines like a boundary",
            "Content-Type: multipart/mixed; boundary=\(String(repeating: "b", count: 60))\r\n\r\n",
            repeating: "--\(String(repeating: "b", count: 59))c\r\n"),
        HostileMail(
            "PB-07 blanks behind boundaries", "Content-Type: multipart/mixed; boundary=b\r\n\r\n", repeating: "--b \t"),
        HostileMail("PB-07 lines of dashes under many boundaries", manyBoundaries, repeating: "--x\r\n"),
        HostileMail(
            "PB-07 lines that begin many boundaries", manyBoundaries,
            repeating: "--bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n"),
        HostileMail("PB-15 lone CR", "Subject: a\r\n\r\n", repeating: "\r"),
        HostileMail("PB-15 NUL", "Subject: a\r\n\r\n", repeating: "\0"),
    ]

    private static let manyBoundaries = (1...99).map { number in
        "Content-Type: multipart/mixed; boundary=\(String(repeating: "b", count: number % 60 + 1))\(number)\r\n\r\n"
            + "--\(String(repeating: "b", count: number % 60 + 1))\(number)\r\n"
    }.joined()

    private static let bodies = [
        HostileMail("PB-08 one body line", "Subject: a\r\n\r\n", repeating: "a"),
        HostileMail("PB-11 a body of utf-7", "Content-Type: text/plain; charset=utf-7\r\n\r\n", repeating: "+AGE-"),
        HostileMail(
            "PB-11 a body of iso-2022-jp", "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n",
            repeating: "\u{1B}$B$\""),
        HostileMail(
            "PB-11 a body of gb18030 that is none", "Content-Type: text/plain; charset=gb18030\r\n\r\n",
            repeating: "\u{FF}"),
        HostileMail("PB-11 a body without charset that is no UTF-8", "Subject: a\r\n\r\n", repeating: "é\n", "\u{80}"),
        HostileMail("PB-12 soft line breaks", "\(quotedPrintable)", repeating: "=\r\n"),
        HostileMail("PB-12 escapes", "\(quotedPrintable)", repeating: "=E2=82=AC"),
        HostileMail("PB-12 blanks at the ends of lines", "\(quotedPrintable)", repeating: "=                 \r\n"),
        HostileMail("PB-12 blanks for base64", "Content-Transfer-Encoding: base64\r\n\r\n", repeating: " "),
        HostileMail("PB-12 padding within base64", "Content-Transfer-Encoding: base64\r\n\r\n", repeating: "YQ=="),
        HostileMail("a long base64 text", "Content-Transfer-Encoding: base64\r\n\r\n", repeating: "YSBiCg=="),
        HostileMail("an uuencoded file", "Subject: a\r\n\r\nbegin 644 a\n", repeating: "#86)C\n", "end\n"),
        HostileMail("uuencoded files", "Subject: a\r\n\r\n", repeating: "begin 644 a\n#86)C\n`\nend\n"),
        HostileMail(
            "PB-23 a calendar of events",
            "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n",
            repeating: "BEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.test\r\nEND:VEVENT\r\n"),
        HostileMail(
            "a bounce for many",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: message/delivery-status\r\n\r\n",
            repeating: "\r\nFinal-Recipient: rfc822; a@b.test\r\nAction: failed\r\nStatus: 5.1.1\r\n", "\r\n--b--\r\n"),
        HostileMail(
            "a free-form bounce for many", "From: MAILER-DAEMON@a.test\r\nSubject: failure notice\r\n\r\n",
            repeating: "<a@b.test>:\r\n550 5.1.1 no such user\r\n\r\n"),
    ]

    private static let quotedPrintable = "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    private static let page = "Content-Type: text/html; charset=utf-8\r\n\r\n"

    private static let pages = [
        HostileMail("PB-14 nested elements", page, repeating: "<div>"),
        HostileMail("PB-14 nested quotes", page, repeating: "<blockquote>a"),
        HostileMail("PB-14 elements that end none", page, repeating: "</p></a></b>"),
        HostileMail("PB-14 nested and ended in another order", page, repeating: "<b><i></b></i>"),
        HostileMail("PB-14 attributes on one tag", "\(page)<a", "") { " a\($0)=b" },
        HostileMail("PB-14 one comment without end", "\(page)<!--", repeating: "a-"),
        HostileMail("PB-14 comments without end", page, repeating: "<!-"),
        HostileMail("PB-14 tags without end", page, repeating: "<a "),
        HostileMail("PB-14 open angles", page, repeating: "<"),
        HostileMail("PB-14 quotes without end", page, repeating: "<a b=\""),
        HostileMail("PB-14 references", page, repeating: "&amp"),
        HostileMail("PB-14 a reference without end", "\(page)&", repeating: "a"),
        HostileMail("PB-14 styles", page, repeating: "<p style=\"display:none;color:red\">a"),
        HostileMail("PB-14 scripts without end", page, repeating: "<script>"),
        HostileMail("PB-14 tables", page, repeating: "<table><tr><td>a"),
    ]

    private static let plain = "Content-Type: text/plain; charset=utf-8\r\n\r\n"

    private static let texts = [
        HostileMail("PB-18 quoted lines", plain, repeating: "> \n"),
        HostileMail("PB-18 one line of quotes", plain, repeating: ">"),
        HostileMail("PB-18 On without wrote:", plain, repeating: "On \n"),
        HostileMail("PB-18 attributions", plain, repeating: "On 1.1.2026 10:00, A <a@b.test> wrote:\n"),
        HostileMail("PB-18 colons", plain, repeating: "a:\n"),
        HostileMail("PB-18 half header blocks", plain, repeating: "From: a@b.test\nSent: today\n"),
        HostileMail("PB-18 separators", plain, repeating: "-- \na\n"),
        HostileMail("PB-18 underscores", plain, repeating: "________________\n"),
        HostileMail("PB-18 empty lines", plain, repeating: "\n"),
        HostileMail("PB-18 quotes and answers", plain, repeating: "> a\nb\n"),
        HostileMail(
            "PB-18 flowed quotes", "Content-Type: text/plain; format=flowed\r\n\r\n", repeating: "> a \n>> b \n"),
        HostileMail("PB-18 approvals", plain, repeating: "approve\n"),
        HostileMail("PB-18 device lines", plain, repeating: "Sent from my iPhone\n"),
    ]
}
