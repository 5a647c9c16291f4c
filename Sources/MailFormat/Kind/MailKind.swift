/// What kind of mail a message is: whether a person, a program or a server wrote it.
///
/// Only marks that programs set count; what a person types never makes a mail automatic. Everything but `ordinary` blocks
/// commands.
package enum MailKind: Equatable, Sendable {
    /// Written by a person, as far as can be told.
    case ordinary
    /// Sent by a program: vacation, receipt, notification; with the first day on which the writer of an absence note is back.
    case automaticReply(returning: CalendarDay?)
    /// A server says that a mail was not delivered, or not yet.
    case bounce(DeliveryReport)
    /// A server says that a mail was delivered, relayed or expanded (RFC 3464 §2.3.3).
    case deliveryNotice
    /// Came through a mailing list.
    case list
    /// An abuse report, RFC 5965.
    case complaint(ComplaintReport)
    /// The Accept, Decline or Maybe of a calendar program, or its counter-proposal (RFC 5546 §3.2.3, §3.2.7).
    case calendarReply(CalendarReply)

    /// Tells the kind of `message`; never fails.
    package init(of message: Message) {
        let message = message.withoutLeadingBlankLines
        let marks = AutomaticMarks(message)
        if let complaint = ComplaintReport(of: message) {
            self = .complaint(complaint)
        } else if let finding = BounceReader.finding(in: message, marks) {
            switch finding {
            case .failure(let report): self = .bounce(report)
            case .success: self = .deliveryNotice
            }
        } else if let reply = CalendarReply(of: message) {
            self = .calendarReply(reply)
        } else if marks.isList {
            self = .list
        } else if marks.areSet || message.isReport(nil) || AutomaticSubjects.isAutomatic(message, marks) {
            self = .automaticReply(returning: ReturnDay.named(in: message))
        } else {
            self = .ordinary
        }
    }

    /// The kind as `postern inspect` names it: `ordinary`, `auto_reply`, `bounce_permanent`, `bounce_temporary`, `list` or
    /// `calendar_reply`. A notice of success and a complaint are `ordinary` there: neither is an answer to a mail nor a
    /// bounce of one.
    package var inspectName: String {
        switch self {
        case .ordinary, .deliveryNotice, .complaint: "ordinary"
        case .automaticReply: "auto_reply"
        case .bounce(let report): report.permanent ? "bounce_permanent" : "bounce_temporary"
        case .list: "list"
        case .calendarReply: "calendar_reply"
        }
    }
}

extension Message {
    /// Whether any part says that it is of `type`.
    func hasPart(_ type: String) -> Bool { parts.contains { $0.contentType.mimeType.equalsIgnoringASCIICase(type) } }

    /// Whether the message is a `multipart/report` (RFC 6522) of `kind`, or of any kind where it is `nil`.
    /// QUIRK: some say what they report, but not that they are a report.
    func isReport(_ kind: String?) -> Bool {
        guard let root = parts.first, root.isContainer else { return false }
        guard let kind else { return root.contentType.mimeType.equalsIgnoringASCIICase("multipart/report") }
        return root.contentType.parameters["report-type"]?.equalsIgnoringASCIICase(kind) ?? false
    }

    /// QUIRK: files that begin with blank lines, and have their header behind them.
    fileprivate var withoutLeadingBlankLines: Message {
        guard header.fields.isEmpty else { return self }
        let start = bytes.firstIndex { !$0.isBlank && !$0.isLineBreak } ?? 0
        return start > 0 ? Message(Array(bytes[start...])) : self
    }
}
