import Localization
import PortalCore

/// Why a form was not carried out, for the top of the page that shows it again.
enum RefusalWords {
    static func text(_ refusal: Refusal) -> Phrase {
        switch refusal {
        case .onlyClientsDecide: Phrase("Only clients decide. Nothing was changed.")
        case .newerVersion(_, let current):
            Phrase("Nothing was changed: version \(current) has arrived meanwhile. Please look at it first.")
        case .alreadyDecided(let kind, _): Phrase("This version was decided before: \(kind.past). Nothing was changed.")
        case .nothingToTakeBack: Phrase("There is no decision of yours here that could be taken back.")
        case .decisionIsFinal: Phrase("The ten minutes in which it could be taken back are over. Please write to us.")
        case .notByMail: Phrase("Decisions are made here, not by mail.")
        case .reasonMissing: Phrase("Please say what should change, so that the next version can be better.")
        case .empty: Phrase("Please write something, or add a file.")
        case .tooLong(let limit) where limit < NewMessage.longest:
            Phrase("That is too long: at most \(limit) letters, please.")
        case .tooLong: Phrase("That is more than one message can hold. Please shorten it, or add it as a file.")
        case .storageFull:
            Phrase("There is no room for these files at the moment. Please tell your contact; nothing was sent.")
        case .wrongCode(let left) where left > 0:
            Phrase(
                left, one: "That is not the code. You can try one more time.",
                other: "That is not the code. You can try \(left) more times.")
        case .wrongCode:
            Phrase("That code does not fit. Codes work for ten minutes, in the browser that asked for them.")
        case .accessCodeNeeded: Phrase("Please type the six digits of your access code.")
        case .tooManyAttempts: Phrase("There were too many wrong codes.")
        case .contradictory: Phrase("These entries contradict each other. Nothing was changed.")
        case .item(let refusal): ItemRefusalWords.text(refusal)
        case .notFound, .notSignedIn, .portalClosed, .toolOff, .alreadyUsed, .expired, .revoked,
            .versionIsFixed:
            Phrase("That is not possible any more. Nothing was changed.")
        }
    }

    /// The same for a decision.
    static func decision(_ refusal: Refusal) -> Phrase {
        guard case .newerVersion(_, let current) = refusal else { return text(refusal) }
        return Phrase(
            "Your decision was not taken: version \(current) has arrived meanwhile. Please look at it and decide again."
        )
    }

    /// For a decision form that was sent without a choice.
    static let noChoice = Phrase("Please choose one of the three.")
}
