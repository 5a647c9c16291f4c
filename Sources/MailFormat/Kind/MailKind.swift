/// What kind of mail a message is: whether a person, a program or a server wrote it.
///
/// Only marks that programs set count; what a person types never makes a mail automatic. Everything but `ordinary` blocks
/// commands.
package enum MailKind: Equatable, Sendable {
    /// Written by a person, as far as can be told.
    case ordinary
    /// Sent by a program: vacation, receipt, notification; with the day of return that an absence names.
    case automaticReply(returning: CalendarDay?)
    /// A server says that a mail was not delivered, or not yet.
    case bounce(DeliveryReport)
    /// Came through a mailing list.
    case list
    /// An abuse report, RFC 5965.
    case complaint
    /// The Accept, Decline or Maybe of a calendar program, or its counter-proposal (RFC 5546 §3.2.3, §3.2.7).
    case calendarReply

    /// Tells the kind of `message`; never fails.
    package init(of message: Message) {
        if message.hasPart("message/feedback-report") || message.isReport("feedback-report") {
            self = .complaint
        } else if let report = DeliveryReport(of: message) {
            self = .bounce(report)
        } else if message.isCalendarReply {
            self = .calendarReply
        } else if AutomaticMarks.isList(message.header) {
            self = .list
        } else if AutomaticMarks.areSet(on: message) || message.isReport(nil) {
            self = .automaticReply(returning: CalendarDay(returnNamedIn: VisibleReply(of: message).text))
        } else {
            self = .ordinary
        }
    }
}

extension Message {
    /// Whether any part says that it is of `type`.
    func hasPart(_ type: String) -> Bool { parts.contains { $0.contentType.mimeType.equalsIgnoringASCIICase(type) } }

    /// Whether the message is a `multipart/report` (RFC 6522) of `kind`, or of any kind where it is `nil`.
    func isReport(_ kind: String?) -> Bool {
        guard let root = parts.first, root.contentType.mimeType.equalsIgnoringASCIICase("multipart/report") else {
            return false
        }
        guard let kind else { return true }
        return root.contentType.parameters["report-type"]?.equalsIgnoringASCIICase(kind) ?? false
    }

    /// Whether a part is an iTIP answer, by the method that its type names (RFC 6047 §2.4).
    fileprivate var isCalendarReply: Bool {
        leaves.contains { leaf in
            guard leaf.contentType.mimeType.equalsIgnoringASCIICase("text/calendar"),
                let method = leaf.contentType.parameters["method"]
            else { return false }
            return method.equalsIgnoringASCIICase("reply") || method.equalsIgnoringASCIICase("counter")
        }
    }
}
