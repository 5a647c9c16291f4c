import Localization
import MailFormat
import PortalCore
import Templates

/// The sentences of a receipt: how each part of a mail was read, and what came of it.
struct ReceiptWording {
    /// The title of the deliverable that the mail was about, where it was about one.
    let deliverable: String?
    let time: PeopleTime
    /// Whether a client reads it: what staff send waits for nobody.
    var isForClient = true

    /// `We read it as …`.
    func read(_ item: Receipt.Item) -> Phrase {
        if case .refused(.item(.unread(let verb))) = item.outcome {
            return Phrase("something close to \(VerbWords.phrase(named: verb)), but not quite that")
        }
        return read(item.asked)
    }

    private func read(_ asked: Receipt.Asked) -> Phrase {
        switch asked {
        case .message(let attachments):
            attachments.isEmpty
                ? Phrase("a message")
                : Phrase(
                    attachments.count, one: "a message with one file",
                    other: "a message with \(attachments.count) files")
        case .decision(.approved, _): VerbWords.phrase(.approve)
        case .decision(.revisionRequested, _): VerbWords.phrase(.revise)
        case .decision(.rejected, _): VerbWords.phrase(.reject)
        case .undo: VerbWords.phrase(.undo)
        case .item(let name): VerbWords.phrase(named: name)
        case .itemWithFiles(let name, let files):
            files.isEmpty
                ? VerbWords.phrase(named: name)
                : Phrase(
                    files.count, one: "\(VerbWords.phrase(named: name)) with one file",
                    other: "\(VerbWords.phrase(named: name)) with \(files.count) files")
        case .unclearDecision: Phrase("something close to a decision, but not quite one")
        }
    }

    /// One or two whole sentences.
    func did(_ item: Receipt.Item) -> Phrase {
        switch item.outcome {
        case .done(let effect): .joined([did(effect), held(item.asked)], by: " ")
        case .refused(let refusal): .joined([refused(refusal, item.asked), words(of: item.asked)], by: " ")
        case .needsConfirmation: Phrase("We have sent you a page on which to confirm it.")
        case .nothingToDo: Phrase("There was nothing to do.")
        case .held: Phrase("It is kept for somebody to look at.")
        }
    }

    /// What is said of files that run: they are kept, and not yet for others.
    private func held(_ asked: Receipt.Asked) -> Phrase {
        let files =
            switch asked {
            case .message(let files), .itemWithFiles(_, let files): files.filter(\.runs)
            case .decision, .unclearDecision, .undo, .item: [FileContent]()
            }
        guard isForClient, !files.isEmpty else { return .empty }
        let names = ItemWording.quoted(files.map(\.name))
        return Phrase(
            files.count, one: "\(names) can run programs: other clients get it when the team has looked at it.",
            other: "\(names) can run programs: other clients get them when the team has looked at them.")
    }

    private func words(of asked: Receipt.Asked) -> Phrase {
        guard case .decision(_, commented: true) = asked else { return .empty }
        return Phrase("What you wrote with it is in the project's conversation.")
    }

    private var thing: Phrase { deliverable.map { Phrase("“\($0)”") } ?? Phrase("it") }

    private func did(_ effect: Outcome.Effect) -> Phrase {
        switch effect {
        case .messagePosted: Phrase("It is in the project's conversation now, and everybody there is being told.")
        case .decided(_, let version, let kind): decided(kind, version: version)
        case .takenBack(_, let version, let kind):
            Phrase(
                "What you decided about version \(version) of \(thing) (\(Wording.status(kind))) is taken back. It waits for your decision again."
            )
        case .item(let effect): ItemWording.did(effect)
        case .accepted, .signedIn, .signedOut, .organizationSet, .personSet, .projectSet, .deliverableSet,
            .fileShared, .invited, .linkCreated, .linkRevoked, .linkNotificationsSet, .examinationNoted, .bounceBooked,
            .automaticReplyNoted, .reminded:
            Phrase("It is done.")
        }
    }

    func decided(_ kind: Decision.Kind, version: Int) -> Phrase {
        switch kind {
        case .approved: Phrase("Version \(version) of \(thing) is approved.")
        case .revisionRequested: Phrase("Changes to version \(version) of \(thing) are requested, with your reason.")
        case .rejected: Phrase("Version \(version) of \(thing) is rejected.")
        }
    }

    private func refused(_ refusal: Refusal, _ asked: Receipt.Asked) -> Phrase {
        switch refusal {
        case .newerVersion(let shown, let current):
            Phrase(
                "Nothing was decided: you answered about version \(shown) of \(thing), and there is a version \(current) now."
            )
        case .alreadyDecided(let kind, let moment):
            Phrase("Nothing was changed: \(thing) is already decided (\(Wording.status(kind)), \(time.date(moment))).")
        case .nothingToTakeBack:
            Phrase("Nothing was changed: there is no decision of yours about \(thing) that could be taken back.")
        case .decisionIsFinal(let moment):
            Phrase(
                "Nothing was changed: a decision can be taken back for ten minutes, and yours was final at \(time.timeOfDay(moment)). Write to us, and we find a way."
            )
        case .notByMail:
            Phrase("Nothing was decided: decisions are made on the portal's page only. The link below leads there.")
        case .reasonMissing:
            Phrase(
                "Nothing was decided yet: to request changes, please say what should change, behind the word REVISE or below it."
            )
        case .onlyClientsDecide: Phrase("Nothing was decided: only the client decides about \(thing).")
        case .empty: Phrase("We found nothing to read in it. Perhaps the text stood below the quoted mail?")
        case .tooLong(let limit):
            Phrase(
                "It was more than a message can hold (\(ReadableSize.limit(Int64(limit))) of text, 50 files). Your mail is kept, and somebody will look at it."
            )
        case .storageFull:
            Phrase("There is no room for its files at the moment. Your mail is kept, and somebody will look at it.")
        case .item(let refusal): ItemWording.refused(refusal)
        case .contradictory: Phrase("Nothing was decided: it asked for two things that exclude each other.")
        case .toolOff, .portalClosed:
            Phrase("This is switched off at the moment. Your mail is kept, and somebody will look at it.")
        case .revoked, .expired, .notSignedIn, .accessCodeNeeded, .wrongCode, .tooManyAttempts, .alreadyUsed:
            Phrase("Your access does not allow it any more. Your mail is kept, and somebody will look at it.")
        case .notFound, .versionIsFixed: Phrase("There is nothing here that this could be done with.")
        }
    }
}
