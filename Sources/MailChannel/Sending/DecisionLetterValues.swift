import Localization
import MailFormat
import PortalCore
import Templates

/// What the letters about decisions say.
extension LetterValues {
    func made(
        _ decision: MadeDecision, _ item: ProjectDeliverable, by person: Person, _ comment: PortalCore.Message?
    ) -> TemplateValue {
        about(item).adding([
            "version": .number(decision.version), "by": .text(person.name),
            "approved": .flag(decision.kind == .approved), "revision": .flag(decision.kind == .revisionRequested),
            "rejected": .flag(decision.kind == .rejected), "comment": lines(comment?.text),
            "until": .optional(decision.undoable(at: letter.at).map(time.timeOfDay)),
            "instead": .optional(decision.insteadOf.map { Wording.status($0) }),
        ])
    }

    func takenBack(_ decision: MadeDecision, _ item: ProjectDeliverable, by person: Person) -> TemplateValue {
        about(item).adding([
            "version": .number(decision.version), "by": .text(person.name),
            "was": .phrase(Wording.status(decision.kind)),
            "own": .flag(person.id == letter.recipient.id), "decide": prefilledReplies,
        ])
    }

    /// - Parameter asked: whether a mail asked for it that could not do it by itself.
    func undo(
        of decision: MadeDecision, _ item: ProjectDeliverable, _ offer: Letter.UndoOffer?, _ asked: Bool
    ) -> TemplateValue {
        let wording = ReceiptWording(deliverable: item.deliverable.settings.title, time: time)
        return about(item).adding([
            "asked": .flag(asked), "decided": .phrase(wording.decided(decision.kind, version: decision.version)),
            "undo": value(of: offer),
        ])
    }

    func value(of offer: Letter.UndoOffer?) -> TemplateValue {
        guard let offer else { return .absent }
        return [
            "version": .number(offer.decision.version), "was": .phrase(Wording.status(offer.decision.kind)),
            "until": .phrase(time.timeOfDay(offer.until)), "link": .text(site.undo(offer.secret)),
            "reply": reply(VerbWords.phrase(.undo)),
            "instead": .optional(offer.decision.insteadOf.map { Wording.status($0) }),
        ]
    }

    private func about(_ item: ProjectDeliverable) -> TemplateValue {
        ["project": value(of: item.project), "deliverable": value(of: item.deliverable)]
    }
}
