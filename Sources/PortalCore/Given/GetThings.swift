package import MailFormat

/// Asks for things themselves by mail: `GET 3`, `GET INV-12`.
///
/// The security policy lets files out to pages only, to somebody who has shown who they are. What is mailed goes to the
/// registered address, whoever asked; so a mail that shows its sender beyond doubt gets what is small as files, every other
/// mail, and every client who is asked for an access code besides, gets links to pages that want a sign-in.
package struct GetThings: ItemAct {
    let wanted: [Wanted]
    let inProject: ProjectID

    package init(_ wanted: [Wanted], in project: ProjectID) {
        self.wanted = wanted
        inProject = project
    }

    /// As it was named.
    package enum Wanted: Equatable, Sendable {
        /// By its number in the answered list.
        case thing(Thing)
        case called(NamedThing)
    }

    var name: String { "get" }
    var weight: Command.Weight { .decision }

    func project(in connection: any Connection) -> ProjectID? { inProject }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        try mail(to: participant, attached: !transaction.asksForCode(participant.person), transaction)
    }

    func offer(to participant: Participant, in transaction: Transaction) throws -> Outcome {
        let outcome = try mail(to: participant, attached: false, transaction)
        if case .done = outcome { return .needsConfirmation }
        return outcome
    }

    /// All of them or none.
    private func mail(to participant: Participant, attached: Bool, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        guard participant.reaches(inProject),
            let project = try ProjectRecord.find(inProject, seenBy: participant.person, in: connection)
        else { return .refused(.notFound) }
        let nouns = Nouns.named.filter { participant.mayUse($0.tool) }
        let things = try wanted.compactMap { wanted -> Thing? in
            switch wanted {
            case .thing(let thing): thing
            case .called(let name):
                try nouns.lazy.compactMap {
                    try $0.thing(called: name, in: project, for: participant.person, connection)
                }
                .first
            }
        }
        let given = try things.compactMap {
            try Nouns.given($0, by: nouns, in: project, participant.person, connection)
        }
        guard !given.isEmpty, given.count == wanted.count else { return .refused(.notFound) }
        let notice = GivenNotice(things: things, project: inProject, attached: attached)
        try transaction.oweOnce(.item(.given(notice)), to: participant.person.id)
        return .done(.item(.mailed))
    }
}

extension Nouns {
    /// What stands for a thing, by the noun that knows it.
    static func given(
        _ thing: Thing, by nouns: [any Noun.Type], in project: Project, _ person: Person, _ connection: any Connection
    ) throws -> GivenThing? {
        for noun in nouns {
            if let given = try noun.given(thing, in: project, for: person, connection) { return given }
        }
        return nil
    }
}

extension Transaction {
    /// Whether the only door of a client is a link with an access code: what that keeps back is not mailed.
    fileprivate func asksForCode(_ person: Person) throws -> Bool {
        guard !person.isStaff, person.access != .active else { return false }
        return try PortalLinkRecord.all(of: person.organization, in: connection)
            .contains { $0.person == person.id && $0.shut(at: now) == nil && $0.hasCode }
    }
}
