package import MailFormat

/// Who someone says they are, and by which evidence. Only the core turns a claim into a participant.
package enum Claim: Sendable {
    /// A mail to a reply address.
    case reply(Secret, MailEvidence)
    /// A bounce or an automatic answer to a reply address: believed in nothing but that it came.
    case mailSystem(Secret)
    /// A session's cookie, at an organization's pages.
    case session(Secret, organization: String)
    /// A mail that names no reply address of ours.
    case stranger
    /// The secret of an invitation.
    case invitation(Secret)
    /// The secret of a portal link, with the access code typed or the cookie of a browser that typed it before.
    case portalLink(Secret, code: SixDigitCode?, browser: Secret)
    /// The secret of a confirmation page.
    case confirmation(Secret)
    /// The secret of the link that takes a decision back.
    case undoLink(Secret)
    /// The secret of the link by which a guest answers.
    case guestLink(Secret)
    /// The secret of the link that opens the page on which a document is signed.
    case signing(Secret)
    /// The secret of a sign-in link, in a browser.
    case signInLink(Secret, browser: Secret)
    /// The code of a sign-in mail, typed in the browser that asked.
    case signInCode(SixDigitCode, browser: Secret, organization: String)
    /// The secret and the code of a sign-in mail that was asked for by mail, in any browser.
    case mailedSignIn(Secret, SixDigitCode)
    /// The secret of a notification's unsubscribe link.
    case muteLink(Secret)
    /// The secret of a portal link that has expired.
    case expiredLink(Secret)
    /// Anybody at all, at an organization's door.
    case visitor(organization: String)
    /// The payment service of an organization.
    case paymentService(PaymentEvidence, organization: String)
    /// Staff speaking at the machine's shell.
    case staff(EmailAddress, organization: String)
    /// Whoever can write the configuration and run the command.
    case administrator
}

/// What a mail shows for its sender (security policy: E2 and E3). Gathered by the mail channel, judged by the core.
package struct MailEvidence: Sendable, Equatable {
    package let sender: Sender
    package let authentication: Authentication
    /// Why this mail may not decide anything whatever its evidence: duplicate headers, views that differ, …
    package let ambiguities: [String]
    /// The Message-ID of the mail, for threading only.
    package let messageID: String?

    package init(sender: Sender, authentication: Authentication, ambiguities: [String], messageID: String?) {
        self.sender = sender
        self.authentication = authentication
        self.ambiguities = ambiguities
        self.messageID = messageID
    }

    /// E2: exactly one From with exactly one plain address.
    package enum Sender: Sendable, Equatable {
        case one(EmailAddress)
        case ambiguous(String)
    }

    /// E3: what the configured border says, or our own check where that says nothing.
    package enum Authentication: Sendable, Equatable {
        case pass(String)
        case none(String)
        case fail(String)
        case forged(String)
    }
}
