/// What programs send back: bounces, automatic replies, answers of calendars.
enum MachineMail: CaseIterable {
    case bounce, absence, calendarReply

    func bytes(_ chance: inout Chance) -> [UInt8] {
        let language = chance.one(of: Language.all)
        let (writer, reader) = (Person(&chance, in: language), Person(&chance, in: language))
        let (marks, content) =
            switch self {
            case .bounce: Self.bounce(&chance, from: reader, for: writer)
            case .absence: Self.absence(&chance, language, of: writer)
            case .calendarReply: Self.calendarReply(&chance, of: writer, to: reader)
            }
        var trace = Trace(&chance)
        let sender =
            self == .bounce
            ? "Mail Delivery System <MAILER-DAEMON@\(reader.domain)>" : writer.written(in: "utf-8", asQ: true)
        let fields = [
            "From: \(sender)", "To: \(reader.address)", "Date: \(Moment(&chance).field)",
            "Message-ID: <\(chance.token(20))@\(reader.domain)>", "MIME-Version: 1.0",
        ]
        let header = trace.fields(from: writer, to: reader) + fields + marks + content.header
        return Entity(header: header, body: content.body).bytes
    }

    /// RFC 3464.
    private static func bounce(_ chance: inout Chance, from reader: Person, for writer: Person) -> ([String], Entity) {
        let notice = Entity(
            header: ["Content-Type: text/plain; charset=us-ascii"],
            body: Array("Your message could not be delivered to one or more recipients.\r\n".utf8))
        let status = Entity(
            header: ["Content-Type: message/delivery-status"],
            body: Array(
                """
                Reporting-MTA: dns; mx.\(reader.domain)\r
                Arrival-Date: \(Moment(&chance).field)\r
                \r
                Final-Recipient: rfc822; \(writer.address)\r
                Original-Recipient: rfc822;\(writer.address)\r
                Action: failed\r
                Status: 5.1.1\r
                Remote-MTA: dns; mx.\(writer.domain)\r
                Diagnostic-Code: smtp; 550 5.1.1 <\(writer.address)>: Recipient address rejected: User unknown\r

                """.utf8))
        let original = Entity(
            header: ["Content-Type: text/rfc822-headers"],
            body: Array(
                "From: \(reader.address)\r\nTo: \(writer.address)\r\nMessage-ID: <\(chance.token(20))@x>\r\n".utf8))
        return (
            ["Subject: Undelivered Mail Returned to Sender", "Auto-Submitted: auto-replied"],
            .container("report", [notice, status, original], &chance, more: "; report-type=delivery-status")
        )
    }

    /// RFC 3834.
    private static func absence(_ chance: inout Chance, _ language: Language, of writer: Person) -> ([String], Entity) {
        let text = "\(language.greeting)\n\n\(language.absence)\n\n\(language.closing)\n\(writer.name)\n"
        return (
            [
                "Subject: \(Wire.header(language.absence, in: "utf-8", asQ: false))", "Auto-Submitted: auto-replied",
                "X-Auto-Response-Suppress: All", "Precedence: bulk",
            ], .text("plain", text, in: chance.one(of: language.charsets), &chance)
        )
    }

    /// RFC 5546 §3.2.3.
    private static func calendarReply(_ chance: inout Chance, of writer: Person, to reader: Person) -> (
        [String], Entity
    ) {
        let answer = chance.one(of: ["ACCEPTED", "DECLINED", "TENTATIVE"])
        let event = """
            BEGIN:VCALENDAR
            PRODID:-//Example//Calendar 1.0//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            UID:\(chance.token(26))@example.org
            DTSTAMP:20261101T100000Z
            DTSTART;TZID=Europe/Berlin:20261124T103000
            SUMMARY:Review\\, second round
            ORGANIZER;CN=Studio:mailto:\(reader.address)
            ATTENDEE;CN="\(writer.name)";PARTSTAT=\(answer):mailto:
             \(writer.address)
            SEQUENCE:0
            END:VEVENT
            END:VCALENDAR

            """
        let note = Entity.text("plain", "\(answer): Review\n", in: "utf-8", &chance)
        let calendar = Entity.text("calendar", event, in: "utf-8", &chance, more: "; method=REPLY")
        return (["Subject: \(answer): Review"], .container("alternative", [note, calendar], &chance))
    }
}
