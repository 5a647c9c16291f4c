import MailFormat

/// What a mail may do, on its evidence: the decision table of the security policy.
enum Verdict: Equatable {
    case act
    /// Do it, and mark it “sender not verified”.
    case actMarked
    /// Do nothing; mail a link to a page to the registered address.
    case confirm
    /// Keep it for staff; nothing leaves the house.
    case hold(Hold)
    /// Do nothing, and say so.
    case refuse(Refusal)

    /// E1 (the reply address) is met where this is asked; E2 and E3 are weighed here.
    init(for weight: Command.Weight, on evidence: MailEvidence, from person: Person) {
        if let hold = Self.senderProblem(evidence, person) {
            self = .hold(hold)
            return
        }
        switch (evidence.authentication, weight) {
        case (.forged(let reason), _): self = .hold(.forgedTrace(reason))
        case (.fail(let reason), _): self = .hold(.authenticationFailed(reason))
        case (.pass, .speak): self = evidence.ambiguities.isEmpty ? .act : .actMarked
        case (.none, .speak): self = .actMarked
        case (.pass, .easilyUndone), (.pass, .decision): self = evidence.ambiguities.isEmpty ? .act : .confirm
        case (.none, .easilyUndone), (.none, .decision): self = .confirm
        case (_, .binding): self = .confirm
        }
    }

    /// What remains of it where the organization has its own word about decisions by mail. It only ever allows less.
    func limited(by allowed: DecisionsByMail) -> Verdict {
        switch (self, allowed) {
        case (.hold, _), (.refuse, _), (_, .execute): self
        case (_, .confirm): .confirm
        case (_, .off): .refuse(.notByMail)
        }
    }

    /// What remains of it before the mail servers were examined: what acts by the sender's evidence is asked about on a
    /// page, for nobody knows yet whether that evidence can be forged. Messages are posted all the same.
    func limited(byExamination isExamined: Bool, of command: Command) -> Verdict {
        isExamined || command.weight == .speak ? self : limited(by: .confirm)
    }

    /// E2: exactly the address that the reply address was issued to.
    private static func senderProblem(_ evidence: MailEvidence, _ person: Person) -> Hold? {
        switch evidence.sender {
        case .ambiguous(let reason): .ambiguousSender(reason)
        case .one(let address): address == person.address ? nil : .otherPerson(address.text)
        }
    }
}
