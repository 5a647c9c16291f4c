import PortalCore
import Templates

/// The sentences of a receipt: how each part of a mail was read, and what came of it.
struct ReceiptWording {
    /// The title of the deliverable that the mail was about, where it was about one.
    let deliverable: String?
    let time: PeopleTime

    /// `We read it as …`.
    func read(_ asked: Receipt.Asked) -> String {
        switch asked {
        case .message(let attachments):
            "a message\(Self.with(attachments))"
        case .decision(.approved, _): "APPROVE"
        case .decision(.revisionRequested, _): "REVISE"
        case .decision(.rejected, _): "REJECT"
        case .undo: "UNDO"
        case .item(let name): ItemWording.verb(name)
        case .itemWithFiles(let name, let files): ItemWording.verb(name) + Self.with(files)
        case .unclearDecision: "something close to a decision, but not quite one"
        }
    }

    private static func with(_ files: [FileContent]) -> String {
        switch files.count {
        case 0: ""
        case 1: " with one file"
        default: " with \(files.count) files"
        }
    }

    /// One or two whole sentences.
    func did(_ item: Receipt.Item) -> String {
        switch item.outcome {
        case .done(let effect): did(effect)
        case .refused(let refusal): refused(refusal, item.asked) + words(of: item.asked)
        case .needsConfirmation: "We have sent you a page on which to confirm it."
        case .nothingToDo: "There was nothing to do."
        case .held: "It is kept for somebody to look at."
        }
    }

    private func words(of asked: Receipt.Asked) -> String {
        guard case .decision(_, commented: true) = asked else { return "" }
        return " What you wrote with it is in the project's conversation."
    }

    private var thing: String { deliverable.map { "“\($0)”" } ?? "it" }

    private func did(_ effect: Outcome.Effect) -> String {
        switch effect {
        case .messagePosted: "It is in the project's conversation now, and everybody there is being told."
        case .decided(_, let version, let kind): decided(kind, version: version)
        case .takenBack(_, let version, let kind):
            "What you decided about version \(version) of \(thing) (\(Wording.status(kind))) is taken back. It waits for your decision again."
        case .item(let effect): ItemWording.did(effect)
        case .accepted, .signedIn, .signedOut, .organizationSet, .personSet, .projectSet, .deliverableSet,
            .fileShared, .invited, .linkCreated, .linkRevoked, .linkNotificationsSet, .examinationNoted, .bounceBooked,
            .automaticReplyNoted, .reminded:
            "It is done."
        }
    }

    func decided(_ kind: Decision.Kind, version: Int) -> String {
        switch kind {
        case .approved: "Version \(version) of \(thing) is approved."
        case .revisionRequested: "Changes to version \(version) of \(thing) are requested, with your reason."
        case .rejected: "Version \(version) of \(thing) is rejected."
        }
    }

    private func refused(_ refusal: Refusal, _ asked: Receipt.Asked) -> String {
        switch refusal {
        case .newerVersion(let shown, let current):
            "Nothing was decided: you answered about version \(shown) of \(thing), and there is a version \(current) now."
        case .alreadyDecided(let kind, let moment):
            "Nothing was changed: \(thing) is already decided (\(Wording.status(kind)), \(time.date(moment)))."
        case .nothingToTakeBack:
            "Nothing was changed: there is no decision of yours about \(thing) that could be taken back."
        case .decisionIsFinal(let moment):
            "Nothing was changed: a decision can be taken back for ten minutes, and yours was final at \(time.timeOfDay(moment)). Write to us, and we find a way."
        case .notByMail:
            "Nothing was decided: decisions are made on the portal's page only. The link below leads there."
        case .reasonMissing:
            "Nothing was decided yet: to request changes, please say what should change, behind the word REVISE or below it."
        case .onlyClientsDecide: "Nothing was decided: only the client decides about \(thing)."
        case .empty: "We found nothing to read in it. Perhaps the text stood below the quoted mail?"
        case .tooLong(let limit):
            "It was more than a message can hold (\(ReadableSize.limit(Int64(limit))) of text, 50 files). Your mail is kept, and somebody will look at it."
        case .storageFull:
            "There is no room for its files at the moment. Your mail is kept, and somebody will look at it."
        case .item(let refusal): ItemWording.refused(refusal)
        case .contradictory: "Nothing was decided: it asked for two things that exclude each other."
        case .toolOff, .portalClosed:
            "This is switched off at the moment. Your mail is kept, and somebody will look at it."
        case .revoked, .expired, .notSignedIn, .accessCodeNeeded, .wrongCode, .tooManyAttempts, .alreadyUsed:
            "Your access does not allow it any more. Your mail is kept, and somebody will look at it."
        case .notFound, .versionIsFixed: "There is nothing here that this could be done with."
        }
    }
}
