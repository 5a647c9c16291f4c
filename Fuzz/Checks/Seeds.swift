import MailCorpus
import MailFormat

extension FuzzTarget {
    /// Inputs to begin with, from the generated corpus, small enough to be mutated fast.
    package func seeds(count: Int) -> [[UInt8]] {
        let mails = MailCorpus.mails(seed: 7, count: count).map(Self.withoutTrace)
        let messages = mails.map { Message($0) }
        switch self {
        case .header: return mails.map { Array($0.prefix(1_000)) }
        case .addresses:
            return messages.flatMap { $0.header.all(named: "From").map { Array($0.rawValue) } }
                + Self.texts(Self.addressLists)
        case .message, .kind: return mails + mails.map(LineEnds.withLF)
        case .html: return messages.compactMap { $0.html.map { Array($0.utf8) } }
        case .reply: return messages.compactMap { $0.text.map { Array($0.utf8) } }
        case .commands: return messages.map { Array(VisibleReply(of: $0).text.utf8) } + Self.texts(Self.typed)
        case .calendar: return messages.flatMap(\.leaves).filter(Self.isCalendar).map { $0.decodedBytes() }
        case .form: return mails.map { Array("multipart/form-data; boundary=b\n--b\n".utf8) + $0 }
        case .draft: return messages.map { Array(Self.values(of: $0).joined(separator: "\0").utf8) }
        case .imap: return Self.texts(Self.responses)
        }
    }

    private static func isCalendar(_ part: Part) -> Bool {
        part.contentType.mimeType.equalsIgnoringASCIICase("text/calendar")
    }

    /// What the servers on the way have added stands first, and is half of the mail.
    private static func withoutTrace(_ mail: [UInt8]) -> [UInt8] {
        let mark = Array("\r\nFrom: ".utf8)
        let start = mail.indices.first { mail[$0] == 13 && mail[$0...].starts(with: mark) } ?? -2
        return Array(mail[(start + 2)...])
    }

    private static func values(of message: Message) -> [String] {
        let reply = VisibleReply(of: message).text
        let name = message.from.first?.name ?? ""
        return [message.subject ?? "", name, "x", name, reply, "<p>\(reply)</p>", "\(name).pdf"]
    }

    private static func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    private static let addressLists = [
        "Team: a@b.test, \"D, \\\"x\\\"\" <c@d.test>;, e@f.test (a (b))", "<@a,@b:c@d.test>", "a b c@d.test; e@f",
        "=?utf-8?Q?B=C3=A4r?= =?utf-8?B?w4Q=?= <c@[1.2.3.4]>",
        "\"a b\"@c.test, a@b@c.test, <>, undisclosed-recipients:;",
    ]

    private static let typed = [
        "APPROVE", "Approved!\n\nThanks", "*approve*", "REVISE: the logo is too small\nand blue", "reject",
        "Freigegeben",
        "approve\nreject", "Hi Anna,\n\napprove\n\nBest\nDana", "Please do not approve", "Revise\n- a\n- b",
        "J'approuve",
    ]

    private static let responses = [
        "* OK [UIDVALIDITY 3857529045] UIDs valid\r\nP1 OK [READ-WRITE] done\r\n",
        "* SEARCH 2 84 882\r\n* 23 EXISTS\r\n",
        "* 12 FETCH (UID 4 RFC822.SIZE 44827 BODY[] {11}\r\nFrom: a\r\n\r\nb)\r\nP2 OK\r\n",
        "+ idling\r\n* BYE later\r\n",
        "* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL\r\n* LIST (\\HasNoChildren) \"/\" \"a \\\"b\"\r\n* LIST () NIL {3}\r\na/b\r\n",
        "* CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS\r\n* 1 FETCH (FLAGS (\\Seen) BODY[HEADER] \"a\" UID 9)\r\n",
    ]
}
