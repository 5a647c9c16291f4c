/// A decision that somebody made about one version of a deliverable: it stands, or it was taken back or replaced.
package struct MadeDecision: Equatable, Sendable {
    package let id: DecisionID
    package let deliverable: DeliverableID
    package let version: Int
    package let kind: Decision.Kind
    package let person: PersonID
    package let door: Door
    package let at: Moment
    /// What was decided before, where this takes its place.
    package let insteadOf: Decision.Kind?
    /// The words that came with it.
    package let message: MessageNumber?
    /// When it was taken back or replaced.
    package let ended: Moment?

    init(
        id: DecisionID, deliverable: DeliverableID, version: Int, kind: Decision.Kind, person: PersonID, door: Door,
        at: Moment, insteadOf: Decision.Kind? = nil, message: MessageNumber? = nil, ended: Moment? = nil
    ) {
        self.id = id
        self.deliverable = deliverable
        self.version = version
        self.kind = kind
        self.person = person
        self.door = door
        self.at = at
        self.insteadOf = insteadOf
        self.message = message
        self.ended = ended
    }

    /// How long whoever decided can take it back. What the portal itself does because of a decision waits as long;
    /// people are told at once, and told again when it is taken back.
    package static let undoWindow = Moment.Span.minutes(10)

    /// The moment from which it cannot be taken back any more.
    package var final: Moment { at + Self.undoWindow }

    /// Until when it can be taken back; nil when it cannot, or not any more.
    package func undoable(at now: Moment) -> Moment? { ended == nil && now < final ? final : nil }

    /// Why its undo link does nothing; nil while it does.
    func shut(at now: Moment) -> Refusal? {
        if ended != nil { return .alreadyUsed }
        return undoable(at: now) == nil ? .expired : nil
    }
}
