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
        if let complaint = ComplaintReport(of: message, marks) {
            self = .complaint(complaint)
        } else if let finding = BounceReader.finding(in: message, marks) {
            switch finding {
            case .failure(let report): self = .bounce(report)
            case .success: self = .deliveryNotice
            }
        } else if !marks.excludeButton, let reply = CalendarReply(of: message) {
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
    /// Whether the message is a `multipart/report` (RFC 6522) of `kind`, or of any kind where it is `nil`.
    /// QUIRK: some say what they report, but not that they are a report.
    func isReport(_ kind: String?) -> Bool {
        // The parameters of most mails never need to be read.
        guard let root = parts.first, root.isContainer, let field = root.header.first("Content-Type"),
            Self.report.occurs(in: field.rawValue.asciiLowercased)
        else { return false }
        let type = root.contentType
        guard let kind else { return type.mimeType.equalsIgnoringASCIICase("multipart/report") }
        return type.parameters["report-type"]?.equalsIgnoringASCIICase(kind) ?? false
    }

    private static let report = PhraseSet("report")

    /// The parts that hold a mail, or the header of one. Limit: ten.
    var returnedCopies: [Part] {
        let types = ["message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers"]
        return Array(parts.lazy.filter { $0.isOfType(types) }.prefix(10))
    }

    /// QUIRK: files that begin with blank lines, and have their header behind them.
    fileprivate var withoutLeadingBlankLines: Message {
        guard header.fields.isEmpty else { return self }
        let start = bytes.firstIndex { !$0.isBlank && !$0.isLineBreak } ?? 0
        return start > 0 ? Message(Array(bytes[start...])) : self
    }
}

extension Part {
    /// Whether the part is no plain text, no HTML and no container, and says that it is of one of `types`.
    func isOfType(_ types: [String]) -> Bool {
        switch kind {
        case .plainText, .html, .multipart: return false
        case .message, .otherText, .other:
            let type = contentType.mimeType
            return types.contains { type.utf8.elementsEqual($0.utf8) }
        }
    }
}
