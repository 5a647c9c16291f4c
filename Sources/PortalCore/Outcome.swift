/// What came of a command. Every outcome is an answer: it commits, its cause is spent, history says so.
///
/// A fault, after which the same should be tried again, is thrown instead.
package enum Outcome: Equatable, Sendable, Codable {
    case done(Effect)
    case refused(Refusal)
    /// Nothing was done; a page asks the person to press a button.
    case needsConfirmation
    case nothingToDo(Quiet)
    /// A mail that is kept for staff to look at. Nothing leaves the house.
    case held(Hold)

    package enum Effect: Equatable, Sendable, Codable {
        case messagePosted(MessageNumber)
        case decided(DeliverableID, version: Int, Decision.Kind)
        case takenBack(DeliverableID, version: Int, Decision.Kind)
        case item(ItemEffect)
        case accepted
        case signedIn
        case signedOut
        case organizationSet, personSet, projectSet, deliverableSet, fileShared
        case invited(PersonID)
        case linkCreated(PortalLinkID)
        case linkRevoked(PortalLinkID)
        case linkNotificationsSet(PortalLinkID, Bool)
        case examinationNoted
        /// How many mails remind people.
        case reminded(Int)
        case bounceBooked
        case automaticReplyNoted
    }

    package enum Quiet: String, Equatable, Sendable, Codable {
        /// This cause was carried out before.
        case alreadyDone
        /// Everything is as asked for.
        case unchanged
        /// Whatever happens next happens out of sight: the answer is the same for known and unknown people.
        case notTold
    }
}

/// Why something was not done, fit to be told to the person who asked.
package enum Refusal: Error, Equatable, Sendable, Codable {
    /// Unknown and foreign look the same.
    case notFound
    case notSignedIn
    case portalClosed
    case toolOff(Tool)
    case onlyClientsDecide
    case newerVersion(shown: Int, current: Int)
    case alreadyDecided(Decision.Kind, at: Moment)
    /// This person made no decision here that stands.
    case nothingToTakeBack
    case decisionIsFinal(since: Moment)
    /// The organization takes decisions only on its pages.
    case notByMail
    /// The files of a version that people may have decided about were changed: they need a new version.
    case versionIsFixed(Int)
    case reasonMissing
    case empty
    case tooLong(limit: Int)
    /// The organization's conversations hold as many files as they may.
    case storageFull
    case alreadyUsed
    case expired
    case revoked
    case wrongCode(left: Int)
    case tooManyAttempts
    case accessCodeNeeded
    case contradictory
    case item(ItemRefusal)
}

/// Why a mail is kept aside, for staff.
package enum Hold: Equatable, Sendable, Codable {
    case unknownReplyAddress
    case noReplyAddress
    case expiredReplyAddress
    case otherPerson(String)
    case ambiguousSender(String)
    case authenticationFailed(String)
    case forgedTrace(String)
    case ambiguous(String)
    case nothingToReplyTo
    case notAllowedIn
    case unreadable(String)
}
