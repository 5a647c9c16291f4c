import MailFormat
import PortalCore

/// What a guest answers to their own invitation, by words or by a button of their calendar.
enum GuestReply {
    /// `YES`, `YES +2`, `YES 3` (three people), `NO`, `MAYBE`, and words; nil where nothing was written.
    static func answer(_ text: String, _ subject: ReplySubject) -> GuestAnswer? {
        let reply = ReadReply(
            text, in: CommandLanguage(locale: subject.locale) ?? .english, offering: CommandVerb.attendance,
            vocabulary: subject.words.vocabulary)
        guard reply.commands.count == 1, let command = reply.commands.first, let rsvp = RSVP(command.verb) else {
            return text.utf8.isEmpty ? nil : GuestAnswer(note: shortened(text))
        }
        let people = command.companions.map { $0 + 1 } ?? command.numbers.first
        return GuestAnswer(
            rsvp, party: rsvp == .no ? nil : people, note: reply.message.isEmpty ? nil : shortened(reply.message))
    }

    /// The answer about this guest's invitation, by whoever sent the mail: what it says of other attendees is not theirs to
    /// say. None where it says one thing and another.
    static func answer(
        _ reply: CalendarReply, of guest: GuestID, from sender: MailEvidence.Sender
    ) -> GuestAnswer? {
        guard case .one(let address) = sender else { return nil }
        let own = reply.responses.filter { response in
            response.event.uid.utf8.starts(with: "guest-\(guest)@".utf8) && EmailAddress(response.attendee) == address
        }
        guard let response = own.first,
            own.allSatisfy({ $0.answer == response.answer }),
            reply.method == .reply || own.allSatisfy({ $0.event.start == response.event.start })
        else { return nil }
        let note = response.event.comment.flatMap { $0.utf8.isEmpty ? nil : shortened($0) }
        switch reply.method {
        case .counter: return GuestAnswer(note: note, proposal: proposal(in: response.event))
        case .reply:
            guard let rsvp = RSVP(response.answer) else { return nil }
            return GuestAnswer(rsvp, note: note, sequence: response.event.sequence)
        }
    }

    /// `2026-06-12 19:00 (UTC)`; in the zone that the calendar names.
    private static func proposal(in event: CalendarComponent) -> String {
        guard let start = event.start else { return "another time" }
        let digits = Array(start.text.utf8)
        guard digits.count >= 8, digits.prefix(8).allSatisfy(\.isASCIIDigit) else { return "another time" }
        let text = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
        let day = "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))"
        guard digits.count >= 13, digits[9..<13].allSatisfy(\.isASCIIDigit) else { return day }
        let zone = digits.last == 0x5A ? "UTC" : start.zone.map { shortened($0, 60) }
        return "\(day) \(text(9..<11)):\(text(11..<13))\(zone.map { " (\($0))" } ?? "")"
    }

    /// Limit: bytes of a guest's words; whole scalars.
    private static func shortened(_ text: String, _ limit: Int = 800) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x20 || scalar == "\n" {
            count += UTF8.width(scalar)
            guard count <= limit else { break }
            kept.append(scalar)
        }
        return String(kept)
    }
}

extension RSVP {
    fileprivate init?(_ answer: CalendarReply.Answer) {
        switch answer {
        case .accepted: self = .yes
        case .declined: self = .no
        case .tentative: self = .maybe
        case .delegated, .needsAction, .other: return nil
        }
    }
}
