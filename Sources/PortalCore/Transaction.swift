import MailFormat

/// One write transaction while it runs: the connection, the moment, chance, and what made it happen.
struct Transaction {
    let connection: any Connection
    let now: Moment
    let randomness: Randomness
    let cause: Cause
    /// Signs what the chain of receipts holds.
    let chainKey: ChainKey
    var limits = PortalLimits()
    /// The portal's own mailbox.
    var mailbox: EmailAddress?
    /// What was made of the pictures that came, by the digest of what came.
    var pictures: [ContentDigest: PreparedPicture] = [:]
    var mailSetup = MailSetup.unknown
    var paymentSecrets = PaymentSecrets()

    /// Refuses an address at which the portal would mail itself.
    func refusal(of address: EmailAddress) -> Outcome? {
        guard let mailbox, address.arrives(at: mailbox) else { return nil }
        return .refused(.item(.ownMailbox(address.text)))
    }

    /// Notes what somebody is owed; it is a row of this same transaction, so “changed but nobody told” cannot be.
    func owe(_ notice: Notice, to person: PersonID, expires: Moment? = nil) throws {
        try OutboxRecord.add(notice, to: person, at: now, expires: expires, in: connection)
    }

    /// Owes a notice to everybody of a project who hears of things, except one.
    func owe(_ notice: Notice, aboutProject project: Project, except author: PersonID) throws {
        for person in try audience(of: project) where person.id != author { try owe(notice, to: person.id) }
    }

    /// Clients assigned to the project, and the staff responsible: those assigned, else owners and admins.
    func audience(of project: Project) throws -> [Person] {
        let assigned = try PersonRecord.assigned(to: project.id, at: now, in: connection).filter(\.hears)
        guard !assigned.contains(where: \.isStaff) else { return assigned }
        let everybody = try PersonRecord.all(of: project.organization, at: now, in: connection)
        return assigned + everybody.filter { $0.hears && ($0.role == .owner || $0.role == .admin) }
    }
}
