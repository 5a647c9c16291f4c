import Synchronization

/// Who has just looked at which project's page, and which messages it showed; in memory only. What is forgotten is mailed.
final class Presence: Sendable {
    struct Look: Equatable {
        let at: Moment
        /// The first and the last of the messages that it showed.
        let shown: ClosedRange<Int64>?
    }

    private struct Viewer: Hashable {
        let person: PersonID
        let project: ProjectID
    }

    /// Limit: looks that are remembered; past it the old ones are let go.
    private static let most = 10_000

    /// Protects the looks, which pages on several threads note.
    private let looks = Mutex<[Viewer: Look]>([:])

    func note(_ look: Look, of person: PersonID, at project: ProjectID, span: Moment.Span) {
        looks.withLock { looks in
            if looks.count >= Self.most { looks = looks.filter { $0.value.at + span > look.at } }
            if looks.count >= Self.most { looks = [:] }
            looks[Viewer(person: person, project: project)] = look
        }
    }

    func look(of person: PersonID, at project: ProjectID) -> Look? {
        looks.withLock { $0[Viewer(person: person, project: project)] }
    }
}

/// What becomes of the mail about a message to somebody who may have its page open.
enum PresenceTurn: Equatable {
    case mail
    /// The page was open when it came: they will see it there, if they look again.
    case wait(until: Moment)
    /// A page that they have looked at showed it.
    case seen

    /// The rule: only a page that showed this very message spares its mail, and nothing waits longer than the span.
    init(_ message: MessageNumber, cameAt came: Moment, _ look: Presence.Look?, now: Moment, span: Moment.Span) {
        guard let look, span.milliseconds > 0 else {
            self = .mail
            return
        }
        if let shown = look.shown, shown.contains(message.number) {
            self = .seen
        } else {
            let isOpen = look.at + span > came && look.at <= now
            self = isOpen && now < came + span ? .wait(until: came + span) : .mail
        }
    }
}

extension Portal {
    /// Somebody has this page before their eyes. It costs no write.
    ///
    /// Only a client who signed in counts: a portal link may have been handed on, and then somebody else has looked.
    package func noteSeen(_ page: ProjectPage) {
        guard onPage.milliseconds > 0, !page.viewer.person.isStaff, case .session(_, link: nil) = page.viewer.grounds,
            page.viewer.mayUse(.messages)
        else { return }
        let numbers = page.messages.map(\.id.number)
        let shown = numbers.min().flatMap { first in numbers.max().map { first...$0 } }
        presence.note(
            Presence.Look(at: clock(), shown: shown), of: page.viewer.person.id, at: page.project.id, span: onPage)
    }

    /// Whether a mail is left to the page: it waits, or its message was seen there.
    func isLeftToPage(_ entry: OutboxEntry) async throws -> Bool {
        guard onPage.milliseconds > 0, entry.state == .owed, let message = entry.notice.saidInConversation,
            let project = try database.read({ try MessageRecord.project(of: message, in: $0) })
        else { return false }
        let look = presence.look(of: entry.person, at: project)
        switch PresenceTurn(message, cameAt: entry.created, look, now: clock(), span: onPage) {
        case .mail: return false
        case .wait(let moment):
            try await database.write { try AskRecord.wait(entry.id, until: moment, in: $0) }
        case .seen:
            try await database.write { [clock] in
                try OutboxRecord.dropOwed(entry.id, result: "seen on the page", at: clock(), in: $0)
            }
        }
        return true
    }
}

extension Notice {
    /// The message that it is news of, which stands on the project's page; nil for all that is mailed in any case.
    fileprivate var saidInConversation: MessageNumber? {
        switch self {
        case .newMessage(let number), .item(.exhibit(.commented(let number, about: _))): number
        default: nil
        }
    }
}
