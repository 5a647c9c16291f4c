/// Everything that the web can do.
extension Website {
    ///
    /// - Throws: `Problem.notFound` for what a tool does not have.
    func acts(at place: Place) throws(Problem) -> Acts {
        switch place {
        case .home: Acts(get: { _ in home() })
        case .health: Acts(get: { _ in try health() })
        case .style(let version): Acts(get: { _ in try style(version) })
        case .invitation(let secret):
            Acts(get: { try showInvitation(secret, $0) }, post: { try await acceptInvitation(secret, $0) })
        case .portalLink(let secret):
            Acts(get: { try showPortalLink(secret, $0) }, post: { try await openPortalLink(secret, $0) })
        case .signInLink(let secret):
            Acts(get: { try showSignInLink(secret, $0) }, post: { try await signIn(byLink: secret, $0) })
        case .confirmation(let secret):
            Acts(get: { try showConfirmation(secret, $0) }, post: { try await confirm(secret, $0) })
        case .paymentHook(let slug): Acts(post: { try await takePayment(slug, $0) })
        case .undoLink(let secret): Acts(get: { try showUndo(secret, $0) }, post: { try await undo(secret, $0) })
        case .muteLink(let secret): Acts(get: { try showMuting(secret, $0) }, post: { try await mute(secret, $0) })
        case .guestLink(let secret):
            Acts(
                get: { try showEventInvitation(secret, $0) },
                post: { try await answerEventInvitation(secret, $0) })
        case .signing(let secret): Acts(get: { try showSigning(secret, $0) }, post: { try await sign(secret, $0) })
        case .signingFile(let secret): Acts(get: { try signingFile(secret, as: .kept, $0) })
        case .signingView(let secret): Acts(get: { try signingFile(secret, as: .shown, $0) })
        case .organization(let slug, let room): try acts(at: room, of: slug)
        }
    }

    private func acts(at room: Place.Room, of slug: String) throws(Problem) -> Acts {
        switch room {
        case .dashboard: Acts(get: { try showDashboard(slug, $0) })
        case .signIn: Acts(get: { try showSignIn(slug, $0) }, post: { try await askToSignIn(slug, $0) })
        case .signInCode: Acts(get: { try showSignInCode(slug, $0) }, post: { try await signIn(byCode: slug, $0) })
        case .signOut: Acts(post: { try await signOut(slug, $0) })
        case .logo: Acts(get: { try await logo(slug, $0) })
        case .notifications: Acts(post: { try await notify(slug, $0) })
        case .staff(let place): try staffActs(place, slug)
        case .style(let version): Acts(get: { _ in try style(version, of: slug) })
        case .project(let id): Acts(get: { try showProject(id, slug, $0) })
        case .tool(let project, let place): try acts(at: place, in: project, of: slug)
        case .organizationTool(let place): try acts(at: place, of: slug)
        case .messages(let id): Acts(post: { try await postMessage(id, slug, $0) })
        case .deliverable(let id): Acts(get: { try showDeliverable(id, slug, $0) })
        case .decision(let id): Acts(post: { try await decide(id, slug, $0) })
        case .undo(let id): Acts(post: { try await undo(id, slug, $0) })
        case .file(let id): Acts(get: { try file(id, slug, $0) })
        }
    }
}

/// What can be done at a place: looked at (GET, and HEAD), or acted upon (POST).
struct Acts {
    typealias Act = (Visit) async throws -> Answer
    var get: Act?
    var post: Act?
}
