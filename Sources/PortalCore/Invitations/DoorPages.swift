/// What the pages behind a link show before anybody has pressed anything. Looking changes nothing.
extension Portal {
    /// An invitation's page; nil for a secret that never opened anything.
    package func invitationPage(_ secret: Secret) throws -> InvitationPage? {
        try database.read { connection in
            guard let invitation = try InvitationRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(invitation.person, at: clock(), in: connection),
                person.access != .ended,
                let organization = try OrganizationRecord.find(person.organization, in: connection)
            else { return nil }
            return InvitationPage(
                invitation: invitation.id, organization: organization, person: person,
                refusal: invitation.accepting(at: clock()))
        }
    }

    /// A portal link's page; nil for a secret that never opened anything.
    package func portalLinkPage(_ secret: Secret, browser: Secret?) throws -> PortalLinkPage? {
        try database.read { connection in
            guard let link = try PortalLinkRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(link.person, at: clock(), in: connection), person.access != .ended,
                let organization = try OrganizationRecord.find(person.organization, in: connection)
            else { return nil }
            let known = try browser.map {
                try PortalLinkRecord.remembers($0.digest, for: link.id, at: clock(), in: connection)
            }
            let asksForCode = link.hasCode && known != true
            return PortalLinkPage(
                organization: organization, person: person, link: link,
                refusal: link.shut(at: clock()) ?? (asksForCode && link.isLocked ? .tooManyAttempts : nil),
                asksForCode: asksForCode)
        }
    }

    /// A confirmation's page; nil for a secret that never opened anything.
    package func confirmationPage(_ secret: Secret) throws -> ConfirmationPage? {
        try database.read { connection in
            guard let confirmation = try ConfirmationRecord.find(secret.digest, in: connection),
                let person = try PersonRecord.find(confirmation.person, at: clock(), in: connection), person.mayAct,
                let organization = try OrganizationRecord.find(person.organization, in: connection),
                let deliverable = try DeliverableRecord.find(
                    confirmation.deliverable, seenBy: person, in: connection),
                let project = try ProjectRecord.find(deliverable.project, in: connection)
            else { return nil }
            let files = try FileRecord.files(
                of: deliverable.id, version: deliverable.settings.version, in: connection)
            let trial = Decision(
                deliverable: deliverable.id, version: confirmation.version, kind: .approved, comment: "")
            var refusal = confirmation.shut(at: clock())
            if refusal == nil,
                case .failure(let reason) = deliverable.deciding(trial, by: person, through: .page, at: clock())
            {
                refusal = reason
            }
            return ConfirmationPage(
                organization: organization, person: person, confirmation: confirmation,
                item: ProjectDeliverable(project: project, deliverable: deliverable, files: files), refusal: refusal)
        }
    }

    /// A sign-in link's page; nil for a secret that never opened anything or is spent.
    package func signInPage(_ secret: Secret, browser: Secret?) throws -> SignInPage? {
        try database.read { connection in
            guard let signIn = try SignInRecord.find(secret.digest, in: connection),
                signIn.shut(at: clock()) == nil,
                let person = try PersonRecord.find(signIn.person, at: clock(), in: connection), person.mayAct,
                let organization = try OrganizationRecord.find(person.organization, in: connection)
            else { return nil }
            return SignInPage(
                organization: organization, person: person,
                sameBrowser: signIn.browser != nil && browser?.digest == signIn.browser,
                asksForCode: signIn.browser == nil)
        }
    }
}

package struct InvitationPage: Sendable, Equatable {
    package let invitation: InvitationID
    package let organization: Organization
    package let person: Person
    /// Why it cannot be accepted any more; nil while it can.
    package let refusal: Refusal?
}

package struct PortalLinkPage: Sendable, Equatable {
    package let organization: Organization
    package let person: Person
    package let link: PortalLink
    package let refusal: Refusal?
    package let asksForCode: Bool
}

package struct ConfirmationPage: Sendable, Equatable {
    package let organization: Organization
    package let person: Person
    package let confirmation: Confirmation
    package let item: ProjectDeliverable
    package let refusal: Refusal?
}

package struct SignInPage: Sendable, Equatable {
    package let organization: Organization
    package let person: Person
    /// Whether this is the browser that asked; elsewhere the code is typed where it was asked for.
    package let sameBrowser: Bool
    /// Whether a mail asked for it: then the code is typed on this page, in whichever browser.
    package let asksForCode: Bool
}
