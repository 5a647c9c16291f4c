/// What somebody asks about their own access, their mails, and where their work stands.
package enum AccountCommand: Equatable, Sendable {
    /// Mails where a project stands, with what can be decided, by number.
    case status(ProjectID)
    /// Mails a link and a code to sign in.
    case login
    /// News by mail for this person: on or off.
    case notify(Bool)
    /// Asks the staff for a link that is good for longer.
    case askExtension
    /// Mails the organizations where the same address has access.
    case organizations
    /// Mails staff the clients of their organization.
    case clients
    /// Mails staff the portal links of their organization.
    case access
}

extension AccountCommand: ItemAct {
    var name: String {
        switch self {
        case .status: "status"
        case .login: "login"
        case .notify(let on): on ? "unmute" : "mute"
        case .askExtension: "extend"
        case .organizations: "orgs"
        case .clients: "clients"
        case .access: "access"
        }
    }

    /// What is mailed goes to the registered address only, whoever asked.
    var weight: Command.Weight {
        switch self {
        case .status, .login, .askExtension, .organizations, .clients, .access: .speak
        case .notify: .easilyUndone
        }
    }

    func project(in connection: any Connection) -> ProjectID? {
        if case .status(let project) = self { project } else { nil }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard participant.mayAsk(self) else { return .refused(.notFound) }
        return switch self {
        case .status(let project): try transaction.mailStatus(of: project, to: participant)
        case .login: try transaction.mailSignIn(to: participant)
        case .notify(let on): try transaction.notify(participant, on)
        case .askExtension: try transaction.askExtension(by: participant)
        case .organizations: try transaction.mail(.organizations, to: participant)
        case .clients: try transaction.mailToStaff(.clients, participant)
        case .access: try transaction.mailToStaff(.access, participant)
        }
    }

    func offer(to participant: Participant, in transaction: Transaction) throws -> Outcome {
        try transaction.offerMuting(to: participant)
    }
}

extension Participant {
    /// A link that ends notifications does nothing else, and one that has expired only asks for another. A complaint is as
    /// good as that link, which is in the same mail.
    fileprivate func mayAsk(_ command: AccountCommand) -> Bool {
        switch (grounds, command) {
        case (.session, _), (.reply, _), (.shell, _), (.muteLink, .notify), (.expiredLink, .askExtension): true
        case (.mailSystem, .notify(false)): person.access != .ended
        default: false
        }
    }
}

extension Transaction {
    /// Mails an answer; the same that waits to be sent is not mailed twice.
    func mail(_ notice: AccountNotice, to participant: Participant) throws -> Outcome {
        try oweOnce(.item(.account(notice)), to: participant.person.id)
        return .done(.item(.mailed))
    }

    fileprivate func mailToStaff(_ notice: AccountNotice, _ participant: Participant) throws -> Outcome {
        guard participant.person.isStaff else { return .refused(.item(.onlyStaff)) }
        return try mail(notice, to: participant)
    }
}
