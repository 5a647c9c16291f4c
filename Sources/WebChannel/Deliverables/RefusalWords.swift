import PortalCore

/// Why a form was not carried out, for the top of the page that shows it again.
enum RefusalWords {
    static func text(_ refusal: Refusal) -> String {
        switch refusal {
        case .onlyClientsDecide: "Only clients decide. Nothing was changed."
        case .newerVersion(_, let current):
            "Your decision was not taken: version \(current) has arrived meanwhile. Please look at it and decide again."
        case .alreadyDecided(let kind, _): "This version was decided before: \(kind.past). Nothing was changed."
        case .nothingToTakeBack: "There is no decision of yours here that could be taken back."
        case .decisionIsFinal: "The ten minutes in which it could be taken back are over. Please write to us."
        case .notByMail: "Decisions are made here, not by mail."
        case .reasonMissing: "Please say what should change, so that the next version can be better."
        case .empty: "Please write something, or add a file."
        case .tooLong: "That is more than one message can hold. Please shorten it, or add it as a file."
        case .storageFull: "There is no room for these files at the moment. Please tell your contact; nothing was sent."
        case .wrongCode(let left) where left > 0: "That is not the code. You can try \(left) more times."
        case .wrongCode: "That code does not fit. Codes work for ten minutes, in the browser that asked for them."
        case .accessCodeNeeded: "Please type the six digits of your access code."
        case .tooManyAttempts: "There were too many wrong codes."
        case .contradictory: "These entries contradict each other. Nothing was changed."
        case .item(let refusal): ItemRefusalWords.text(refusal)
        case .notFound, .notSignedIn, .portalClosed, .toolOff, .alreadyUsed, .expired, .revoked,
            .versionIsFixed:
            "That is not possible any more. Nothing was changed."
        }
    }

    /// For a decision form that was sent without a choice.
    static let noChoice = "Please choose one of the three."
}
