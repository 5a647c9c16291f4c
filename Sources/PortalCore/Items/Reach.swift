extension Participant {
    /// Whether these grounds reach into a project at all: a reply reaches only what its notice was about.
    func reaches(_ project: ProjectID) -> Bool {
        switch grounds {
        case .session, .shell: true
        case .reply(let address, _): address.subject.project == project
        case .mailSystem, .invitation, .portalLink, .confirmation, .undoLink, .signing, .signIn, .muteLink,
            .expiredLink:
            false
        }
    }

    /// Whether these grounds reach what belongs to the organization or to the person, beside any project: whoever may answer
    /// any of our mails may ask for something new.
    var reachesOrganization: Bool {
        switch grounds {
        case .session, .shell: true
        case .reply(let address, _): address.subject != .nothing
        case .mailSystem, .invitation, .portalLink, .confirmation, .undoLink, .signing, .signIn, .muteLink,
            .expiredLink:
            false
        }
    }

    /// Whether these grounds reach this very thing: a reply reaches only what its notice listed.
    func reaches(_ thing: Thing) -> Bool {
        switch grounds {
        case .session, .shell: return true
        case .reply(let address, _):
            guard case .things(let list) = address.subject else { return false }
            return list.things.contains(thing)
        case .mailSystem, .invitation, .portalLink, .confirmation, .undoLink, .signing, .signIn, .muteLink,
            .expiredLink:
            return false
        }
    }

    /// Clients use what their organization has switched on; staff always.
    func mayUse(_ tool: Tool) -> Bool { person.isStaff || organization.settings.tools.contains(tool) }
}

extension Transaction {
    /// The project, where this participant may use this tool in it.
    func project(_ id: ProjectID, _ tool: Tool, for participant: Participant) throws -> Result<Project, Refusal> {
        guard participant.reaches(id),
            let project = try ProjectRecord.find(id, seenBy: participant.person, in: connection)
        else { return .failure(.notFound) }
        return participant.mayUse(tool) ? .success(project) : .failure(.toolOff(tool))
    }

    /// Owes a notice unless the same is owed already and has not gone out: a list says all that is new at once.
    ///
    /// - Parameter due: when it is to go out, so that more may come until then.
    func oweOnce(_ notice: Notice, to person: PersonID, due: Moment? = nil) throws {
        guard try !OutboxRecord.isOwed(notice, to: person, in: connection) else { return }
        try OutboxRecord.add(notice, to: person, at: now, due: due, expires: nil, in: connection)
    }
}
