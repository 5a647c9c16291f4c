import MailFormat

extension Transaction {
    /// Somebody typed an address. The outcome is the same whether it is known or not; a mail goes only to the known.
    func askToSignIn(_ typed: String, browser: Secret, at organization: Organization) throws -> Outcome {
        guard let address = EmailAddress(typed),
            let person = try PersonRecord.find(address, of: organization.id, at: now, in: connection),
            person.mayAct, try mayAsk(person, in: browser.digest)
        else { return .nothingToDo(.notTold) }
        let id = try SignInRecord.add(for: person.id, askedIn: browser.digest, at: now, in: connection)
        try owe(.signIn(id), to: person.id, expires: now + SignIn.lifetime)
        return .nothingToDo(.notTold)
    }

    /// Somebody asks by mail: the link works in any browser, with the code that stands beside it.
    func mailSignIn(to participant: Participant) throws -> Outcome {
        let since = now + .seconds(-SignIn.window.milliseconds / 1000)
        guard
            try SignInRecord.count(of: participant.person.id, in: nil, since: since, connection: connection)
                < SignIn.mostRequests,
            try SignInRecord.count(ofAll: participant.person.organization, since: since, in: connection)
                < limits.signInMails
        else { return .nothingToDo(.notTold) }
        let id = try SignInRecord.add(for: participant.person.id, askedIn: nil, at: now, in: connection)
        try owe(.item(.account(.login(id))), to: participant.person.id, expires: now + SignIn.lifetime)
        return .done(.item(.mailed))
    }

    /// Whether another mail may go to this person. A browser in which they signed in before has a count of its own, so
    /// that whoever asks in their name elsewhere does not lock them out.
    private func mayAsk(_ person: Person, in browser: SecretDigest) throws -> Bool {
        let since = now + .seconds(-SignIn.window.milliseconds / 1000)
        guard
            try SignInRecord.count(ofAll: person.organization, since: since, in: connection) < limits.signInMails
        else { return false }
        let known = try SignInRecord.hasSignedIn(person.id, in: browser, connection: connection)
        return try SignInRecord.count(of: person.id, in: known ? browser : nil, since: since, connection: connection)
            < SignIn.mostRequests
    }

    func signIn(_ session: Secret, by participant: Participant) throws -> Outcome {
        guard case .signIn(let signIn) = participant.grounds else { return .refused(.notFound) }
        try SignInRecord.use(signIn.id, at: now, in: connection)
        try SessionRecord.start(session.digest, for: participant.person.id, by: nil, at: now, in: connection)
        return .done(.signedIn)
    }

    func signOut(_ participant: Participant) throws -> Outcome {
        guard case .session(let digest, _) = participant.grounds else { return .refused(.notFound) }
        try SessionRecord.end(digest, at: now, in: connection)
        return .done(.signedOut)
    }
}
