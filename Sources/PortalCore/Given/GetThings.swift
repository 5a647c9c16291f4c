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
        let asksForCode = try PortalLinkRecord.asksForCode(
            participant.person, at: transaction.now, in: transaction.connection)
        return try mail(to: participant, attached: !asksForCode, transaction)
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
        guard !things.isEmpty, things.count == wanted.count else { return .refused(.notFound) }
        var (given, notices): ([Thing], [ItemNotice]) = ([], [])
        for thing in things {
            if let own = try Nouns.answer(with: thing, by: nouns, in: project, attached: attached, connection) {
                notices.append(own)
            } else if try Nouns.given(thing, by: nouns, in: project, participant.person, connection) != nil {
                given.append(thing)
            } else {
                return .refused(.notFound)
            }
        }
        if !given.isEmpty {
            notices.append(.given(GivenNotice(things: given, project: inProject, attached: attached)))
        }
        for notice in notices { try transaction.oweOnce(.item(notice), to: participant.person.id) }
        return .done(.item(.mailed))
    }
}

extension Nouns {
    /// The notice that answers with a thing in words of its own, by the noun that knows it.
    static func answer(
        with thing: Thing, by nouns: [any Noun.Type], in project: Project, attached: Bool, _ connection: any Connection
    ) throws -> ItemNotice? {
        for noun in nouns {
            if let own = try noun.answer(with: thing, in: project, attached: attached, connection) { return own }
        }
        return nil
    }

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

extension PortalLinkRecord {
    /// Whether the only door of a client is a link with an access code: what that keeps back is not mailed.
    static func asksForCode(_ person: Person, at now: Moment, in connection: any Connection) throws -> Bool {
        guard !person.isStaff, person.access != .active else { return false }
        return try all(of: person.organization, in: connection)
            .contains { $0.person == person.id && $0.shut(at: now) == nil && $0.hasCode }
    }
}
