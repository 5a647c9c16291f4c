import Localization
import MailFormat
import PortalCore
import Templates

/// What mails to guests, and about them, say.
struct GuestLetterValues {
    let frame: LetterValues

    func asked(_ letter: GuestLetter) -> TemplateValue {
        about(letter).adding([
            "again": .flag(letter.event.sequence > 0), "details": frame.lines(letter.event.settings.details),
            "party": .number(letter.guest.party), "isParty": .flag(letter.guest.party > 1),
            "yes": frame.reply(VerbWords.phrase(.yes)), "no": frame.reply(VerbWords.phrase(.no)),
            "maybe": frame.reply(VerbWords.phrase(.maybe)),
        ])
    }

    func noted(_ letter: GuestLetter, _ reply: RSVP, _ party: Int) -> TemplateValue {
        about(letter).adding(["noted": .phrase(ItemWording.answer(reply, party: party))])
    }

    /// Name, time, place, and the page on which they answer.
    func about(_ letter: GuestLetter) -> TemplateValue {
        [
            "event": .text(letter.project.settings.title), "when": .phrase(when(letter.event.settings)),
            "place": letter.event.settings.place.utf8.isEmpty ? .absent : .text(letter.event.settings.place),
            "page": .optional(letter.secret.map(frame.site.guest)),
        ]
    }

    func news(_ news: GuestNews) -> TemplateValue {
        [
            "project": frame.value(of: news.project),
            "answers": .list(
                news.answered.enumerated().map { index, guest in
                    [
                        "number": .number(index + 1), "name": .text(guest.name),
                        "answer": .phrase(ItemWording.answer(guest.reply, party: guest.party)),
                        "note": guest.note.utf8.isEmpty ? .absent : .text(guest.note),
                    ]
                }),
            "yes": .number(news.counts.count(.yes)), "people": .number(news.counts.people),
            "no": .number(news.counts.count(.no)), "maybe": .number(news.counts.count(.maybe)),
            "open": .number(news.counts.count(.open)),
            "page": .text(frame.site.tool(.guests, of: news.project.id, frame.organization)),
        ]
    }

    func proposed(_ project: Project, _ guest: Guest, _ proposal: String, _ note: String) -> TemplateValue {
        [
            "project": frame.value(of: project), "name": .text(guest.name), "address": .text(guest.address.text),
            "proposal": .text(proposal), "note": frame.lines(note),
            "page": .text(frame.site.tool(.guests, of: project.id, frame.organization)),
        ]
    }

    private func when(_ event: EventSettings) -> Phrase {
        let zone = frame.organization.settings.timeZone
        let start = frame.time.text(event.starts.moment(in: zone))
        return event.ends.map { .span(from: start, to: frame.time.text($0.moment(in: zone))) } ?? start
    }
}

extension ItemLetter {
    /// The calendar that goes with a mail to a guest.
    ///
    /// - Parameter organizer: the guest's own reply address, so that the calendar's answer is known to be theirs.
    ///     The link of the mail is not in it: calendars are shared.
    func calendar(in letter: Letter, organizer: EmailAddress, domain: String) -> Draft.Calendar? {
        let guest: GuestLetter, method: Draft.Calendar.Method
        switch self {
        case .guestAsked(let letter): (guest, method) = (letter, .request)
        case .guestUninvited(let letter): (guest, method) = (letter, .cancel)
        default: return nil
        }
        var event = guest.calendarEvent(letter, domain)
        // RFC 5546 §3.2.5: a cancellation is a version of its own.
        if method == .cancel { event.sequence += 1 }
        event.scheduling = CalendarScheduling(
            organizer: .init(name: letter.organization.settings.name, address: organizer),
            attendees: [
                .init(
                    name: guest.guest.name, address: guest.guest.address, answer: guest.guest.reply.calendarAnswer)
            ], isCancelled: method == .cancel)
        return Draft.Calendar(method, [event])
    }
}

extension GuestLetter {
    fileprivate func calendarEvent(_ letter: Letter, _ domain: String) -> CalendarEvent {
        let settings = event.settings
        let zone = letter.organization.settings.timeZone
        return CalendarEvent(
            uid: "guest-\(guest.id)@\(domain)", sequence: event.sequence, stamp: letter.at.seconds,
            start: settings.starts.moment(in: zone).seconds, end: settings.ends?.moment(in: zone).seconds,
            title: project.settings.title, place: settings.place, details: settings.details)
    }
}

extension RSVP {
    fileprivate var calendarAnswer: CalendarScheduling.Answer {
        switch self {
        case .open: .needsAction
        case .yes: .accepted
        case .no: .declined
        case .maybe: .tentative
        }
    }
}
