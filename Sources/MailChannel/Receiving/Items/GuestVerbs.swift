import MailFormat
import PortalCore

/// Guests by mail, for those who keep the list: `GUEST ADD name <address>`, `GUEST REMOVE 4`, `YES 2 +1`.
enum GuestVerbs {
    static let verbs: Set<CommandVerb> = [.addGuest, .removeGuest, .guests]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project else { return nil }
        return switch command.verb {
        case .addGuest: add(command, project)
        case .removeGuest: mail.guests(named: command).map { .guest(.remove($0, in: project)) }
        case .guests: .list(ListThings(.guests, in: project))
        case .yes, .no, .maybe: answer(command, mail, project)
        default: nil
        }
    }

    private static func add(_ command: ReplyCommand, _ project: ProjectID) -> ItemCommand? {
        guard case .guest(let name, let address) = command.argument else { return nil }
        let guests = NewGuest(name: name, address: address).map { [$0] } ?? []
        return .guest(.add(GuestTable(guests: guests), in: project))
    }

    private static func answer(
        _ command: ReplyCommand, _ mail: ItemTranslation, _ project: ProjectID
    ) -> ItemCommand? {
        guard let guest = mail.guests(named: command)?.first, let reply = RSVP(command.verb) else { return nil }
        return .guest(.answer(guest, in: project, GuestAnswer(reply, party: command.companions.map { $0 + 1 })))
    }
}

extension RSVP {
    init?(_ verb: CommandVerb) {
        switch verb {
        case .yes: self = .yes
        case .no: self = .no
        case .maybe: self = .maybe
        default: return nil
        }
    }
}

extension ReplyCommand {
    /// How many come along.
    var companions: Int? { if case .attendance(_, let companions) = argument { companions } else { nil } }
}

extension ItemTranslation {
    /// Whether the answered mail listed guests.
    var isAboutGuests: Bool { things.contains { if case .guest = $0 { true } else { false } } }

    /// Nil where something else than a guest is named.
    fileprivate func guests(named command: ReplyCommand) -> [GuestID]? {
        let named = named(by: command)
        let guests = named.compactMap { if case .guest(let id) = $0 { id } else { nil } }
        return guests.count == named.count ? guests : nil
    }
}
