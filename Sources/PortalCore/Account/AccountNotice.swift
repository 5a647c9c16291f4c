/// What is mailed about somebody's own access, and about where their work stands.
package enum AccountNotice: Equatable, Sendable, Codable {
    case status(ProjectID)
    case login(SignInID)
    /// A mail that was not sure enough asked to be muted, or not to be any more.
    case muting
    case organizations
    case clients
    case access
    /// To staff: this client asks for a link that is good for longer.
    case extensionAsked(PersonID, PortalLinkID)
    /// To staff: this person's mail service reports that they called a mail of ours unwanted.
    case complained(PersonID)
    /// To a client: this link ends soon.
    case linkExpiring(PortalLinkID)
    /// To somebody who has another address now: at the one before, and at this one.
    case addressChanged(AddressChange, toldAt: AddressChange.Place)
}

/// What such a mail says, loaded.
package enum AccountLetter: Sendable {
    case status(ProjectStatus)
    case login(Secret, SixDigitCode, expires: Moment)
    case muting(Secret)
    case organizations([Organization])
    case clients(ClientList)
    case access(LinkList)
    case extensionAsked(Person, PortalLink)
    case complained(Person)
    case linkExpiring(PortalLink)
    case addressChanged(AddressChange, toldAt: AddressChange.Place)
}

extension AccountNotice: ItemNews {
    var topic: String {
        switch self {
        case .status(let project): "status-\(project)"
        case .login(let id): "sign-in-\(id)"
        case .muting: "muting"
        case .organizations: "organizations"
        case .clients: "clients"
        case .access: "access"
        case .extensionAsked(let person, _): "extension-\(person)"
        case .complained(let person): "complaint-\(person)"
        case .linkExpiring(let link): "link-end-\(link)"
        case .addressChanged(_, let place): "address-\(place.rawValue)"
        }
    }

    var isNews: Bool {
        switch self {
        case .extensionAsked, .complained, .linkExpiring: true
        case .status, .login, .muting, .organizations, .clients, .access, .addressChanged: false
        }
    }

    func recipient(insteadOf person: Person, by loader: LetterLoader) -> Person? {
        guard case .addressChanged(let change, .former) = self else { return person }
        return person.reached(at: change.former)
    }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .status(let project): try loader.status(of: project, for: recipient)
        case .login(let id): try loader.login(id)
        case .muting: loader.muting(of: recipient)
        case .organizations:
            (
                .item(
                    .account(
                        .organizations(
                            try OrganizationRecord.all(openTo: recipient.address, at: loader.now, in: loader.connection)
                        ))),
                .nothing, []
            )
        case .clients: try loader.clients(for: recipient)
        case .access: try loader.links(for: recipient)
        case .extensionAsked(let person, let link): try loader.extensionAsked(person, link)
        case .complained(let person): try loader.complained(person)
        case .linkExpiring(let link): try loader.linkExpiring(link)
        case .addressChanged(let change, let place):
            (.item(.account(.addressChanged(change, toldAt: place))), .nothing, [])
        }
    }
}

extension LetterLoader {
    fileprivate func login(_ id: SignInID) throws -> Loaded? {
        guard let signIn = try SignInRecord.find(id, in: connection), signIn.shut(at: now) == nil else { return nil }
        let secret = Secret(.link, from: randomness)
        let code = SixDigitCode(from: randomness)
        let key = Letter.Key.signIn(id, secret.digest, StoredCode(code, from: randomness))
        return (.item(.account(.login(secret, code, expires: signIn.expires))), .nothing, [key])
    }
}
