/// An answer to an invitation, RFC 5546 §3.2.3 (REPLY) and §3.2.7 (COUNTER), as it came: whoever sent the mail may claim it
/// for anybody, so that an answer counts only for the address that the mail is proved to be from.
package struct CalendarReply: Equatable, Sendable {
    package enum Method: Equatable, Sendable {
        case reply
        /// Another time is proposed.
        case counter
    }

    /// What an attendee answers, RFC 5545 §3.2.12.
    package enum Answer: Equatable, Sendable {
        case accepted, declined, tentative, delegated, needsAction
        /// COMPLETED and IN-PROCESS of tasks, and whatever else is written; ASCII upper case.
        case other(String)

        init(_ status: String) {
            switch status {
            case "ACCEPTED": self = .accepted
            case "DECLINED": self = .declined
            case "TENTATIVE": self = .tentative
            case "DELEGATED": self = .delegated
            case "NEEDS-ACTION": self = .needsAction
            default: self = .other(status)
            }
        }
    }

    /// One attendee's answer about one event.
    package struct Response: Equatable, Sendable {
        /// In ASCII lower case, without `mailto:`.
        package let attendee: String
        package let answer: Answer
        /// The event, with sequence and recurrence, and of a counter-proposal the proposed times.
        package let event: CalendarComponent
    }

    package let method: Method
    /// The answers in the order in which they stand; none where the calendar could not be read. Limit: 1,000.
    package let responses: [Response]

    private static let mostResponses = 1_000

    /// The answer in `message`: in a `text/calendar` part or an attached calendar file whose method, of the calendar or
    /// else of the type (RFC 6047 §2.4), is REPLY or COUNTER; `nil` for other mail. What a second calendar says otherwise
    /// under the same method follows.
    package init?(of message: Message) {
        let replies = Array(message.parts.lazy.filter(\.isCalendar).prefix(Self.mostParts).compactMap(Self.init(part:)))
        guard let reply = replies.first(where: { !$0.responses.isEmpty }) ?? replies.first else { return nil }
        method = reply.method
        let others = replies.filter { $0.method == reply.method && $0.responses != reply.responses }
        responses = Array((reply.responses + others.flatMap(\.responses)).prefix(Self.mostResponses))
    }

    /// Limit: calendar parts of a mail that are read, and the bytes of one; a longer one counts as unreadable.
    private static let mostParts = 5
    private static let mostBytes = 1_048_576

    private init?(part: Part) {
        let labelled = Self.method(part.contentType.parameters["method"] ?? "")
        let reader = CalendarReader(part.body.count > Self.mostBytes ? [] : Array(part.decodedText().utf8))
        let written = reader.components.lazy.map(\.method).first { !$0.isEmpty }
        guard let method = written.map(Self.method) ?? labelled else { return nil }
        self.method = method
        let responses = reader.components.filter { $0.method.isEmpty || Self.method($0.method) == method }.lazy.flatMap
        { event in
            event.attendees.map { Response(attendee: $0.address, answer: Answer($0.status), event: event) }
        }
        self.responses = Array(responses.prefix(Self.mostResponses))
    }

    private static func method(_ text: String) -> Method? {
        if text.equalsIgnoringASCIICase("reply") { return .reply }
        return text.equalsIgnoringASCIICase("counter") ? .counter : nil
    }
}

extension Part {
    /// `text/calendar`, and calendar files under other types. QUIRK: Google attaches a second copy as `application/ics`.
    fileprivate var isCalendar: Bool {
        switch kind {
        case .html, .multipart, .message: false
        case .plainText: disposition != nil && hasCalendarName
        case .otherText, .other:
            isOfType(["text/calendar", "application/ics", "text/x-vcalendar", "text/ics"])
                || hasCalendarName
        }
    }

    private var hasCalendarName: Bool {
        fileName.map { Array($0.utf8.suffix(4)).asciiLowercased.elementsEqual(".ics".utf8) } ?? false
    }
}
