import MailFormat

/// Those who come with a link or a code. Wrong codes are counted, and the count commits with the refusal.
extension Transaction {
    func linkHolder(_ secret: Secret, _ code: SixDigitCode?, _ browser: SecretDigest) throws -> Identity {
        guard let link = try PortalLinkRecord.find(secret.digest, in: connection),
            let participant = try participant(link.person, .portalLink(link, browser: browser)),
            participant.person.access != .ended
        else { return .turnedAway(.refused(.notFound), known: nil) }
        let refusal = try link.shut(at: now) ?? codeRefusal(of: link, code, browser)
        if let refusal { return .turnedAway(.refused(refusal), known: participant) }
        guard participant.organization.settings.portalOpen else {
            return .turnedAway(.refused(.portalClosed), known: participant)
        }
        return .participant(participant)
    }

    private func codeRefusal(
        of link: PortalLink, _ code: SixDigitCode?, _ browser: SecretDigest
    ) throws -> Refusal? {
        guard let stored = link.code else { return nil }
        if try PortalLinkRecord.remembers(browser, for: link.id, at: now, in: connection) { return nil }
        guard !link.isLocked else { return .tooManyAttempts }
        guard let code else { return .accessCodeNeeded }
        if stored.matches(code) { return nil }
        try PortalLinkRecord.countAttempt(on: link.id, in: connection)
        return .wrongCode(left: PortalLink.mostAttempts - link.attempts - 1)
    }

    func signingIn(_ secret: Secret, _ browser: SecretDigest) throws -> Identity {
        // Elsewhere than in the browser that asked, the link looks like one that never was; there the code is typed.
        guard let signIn = try SignInRecord.find(secret.digest, in: connection), signIn.browser == browser else {
            return .turnedAway(.refused(.notFound), known: nil)
        }
        return try admit(signIn)
    }

    func signingIn(_ code: SixDigitCode, _ browser: SecretDigest, _ slug: String) throws -> Identity {
        guard let organization = try OrganizationRecord.find(slug, in: connection),
            let signIn = try SignInRecord.newest(askedIn: browser, of: organization.id, in: connection),
            signIn.shut(at: now) == nil, let stored = signIn.code
        else { return .turnedAway(.refused(.wrongCode(left: 0)), known: nil) }
        guard stored.matches(code) else {
            try SignInRecord.countAttempt(on: signIn.id, in: connection)
            return .turnedAway(.refused(.wrongCode(left: 0)), known: nil)
        }
        return try admit(signIn)
    }

    /// Asked for by mail: no browser asked, so the code is typed, which programs that look at links do not do.
    func signingIn(_ secret: Secret, _ code: SixDigitCode) throws -> Identity {
        guard let signIn = try SignInRecord.find(secret.digest, in: connection), signIn.browser == nil,
            signIn.shut(at: now) == nil, let stored = signIn.code
        else { return .turnedAway(.refused(.wrongCode(left: 0)), known: nil) }
        guard stored.matches(code) else {
            try SignInRecord.countAttempt(on: signIn.id, in: connection)
            return .turnedAway(.refused(.wrongCode(left: 0)), known: nil)
        }
        return try admit(signIn)
    }

    /// Also while the portal is closed: whoever wants no mail gets none.
    func muter(_ secret: Secret) throws -> Identity {
        guard let person = try MuteLinkRecord.find(secret.digest, in: connection),
            let participant = try participant(person, .muteLink), participant.person.access != .ended
        else { return .turnedAway(.refused(.notFound), known: nil) }
        return .participant(participant)
    }

    /// Whoever has a link that has expired can ask for another, and nothing else.
    func expiredLinkHolder(_ secret: Secret) throws -> Identity {
        guard let link = try PortalLinkRecord.find(secret.digest, in: connection), link.shut(at: now) == .expired,
            let participant = try participant(link.person, .expiredLink(link)), participant.person.access != .ended,
            participant.organization.settings.portalOpen
        else { return .turnedAway(.refused(.notFound), known: nil) }
        return .participant(participant)
    }

    private func admit(_ signIn: SignIn) throws -> Identity {
        guard signIn.shut(at: now) == nil, let participant = try participant(signIn.person, .signIn(signIn)),
            participant.person.mayAct
        else { return .turnedAway(.refused(.notFound), known: nil) }
        return .participant(participant)
    }
}
