/// What a notice asks for: things that a digest lists as well, so that it can travel in one.
enum Ask: Equatable {
    case thing(Thing)
    /// All that somebody has to do in a project.
    case toDos(in: ProjectID)

    /// Whether this is what waits.
    func isFor(_ waiting: WaitingThing) -> Bool {
        switch self {
        case .thing(let thing): waiting.thing == thing
        case .toDos(let project): waiting.tool == .todos && waiting.project == project
        }
    }
}

/// What becomes of an ask when its turn has come.
enum AskTurn: Equatable {
    case alone
    /// Something was asked a short while ago.
    case wait(until: Moment)
    /// One digest goes in the place of all.
    case together

    /// The rule: nobody is asked twice in a project within the span; what came to be asked meanwhile is one mail.
    ///
    /// - Parameters:
    ///   - others: how many other asks are owed to the same client in the same project.
    ///   - last: when the last one went; one from the future, after the clock was set back, says nothing.
    init(others: Int, last: Moment?, now: Moment, span: Moment.Span) {
        if span.milliseconds <= 0 {
            self = .alone
        } else if let last, last <= now, last + span > now {
            self = .wait(until: last + span)
        } else {
            self = others > 0 ? .together : .alone
        }
    }
}
