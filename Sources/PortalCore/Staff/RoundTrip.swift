/// Looks whether mail goes out and comes back: staff are mailed a test invitation, and answer it with any words.
package enum RoundTripCommand: Equatable, Sendable {
    case ask
    /// The answer has come.
    case answered
}

extension RoundTripCommand: ItemAct {
    var name: String { self == .ask ? "test" : "test-answer" }
    /// What is mailed goes to whoever the reply address is for, and lets nobody in.
    var weight: Command.Weight { .speak }
    var asked: Receipt.Asked { self == .ask ? .item(name) : .message(attachments: []) }

    func project(in connection: any Connection) throws -> ProjectID? { nil }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        guard participant.person.isStaff else { return .refused(.item(.onlyStaff)) }
        return switch self {
        case .ask: try transaction.mailTest(to: participant)
        case .answered: try transaction.noteTestAnswer(from: participant)
        }
    }
}

extension Transaction {
    fileprivate func mailTest(to participant: Participant) throws -> Outcome {
        switch participant.grounds {
        case .session(_, link: nil), .shell, .reply: break
        default: return .refused(.notFound)
        }
        try oweOnce(.item(.staff(.test)), to: participant.person.id)
        return .done(.item(.mailed))
    }

    /// Only a reply to the test mail itself is an answer.
    fileprivate func noteTestAnswer(from participant: Participant) throws -> Outcome {
        guard case .reply(let address, _) = participant.grounds,
            try OutboxRecord.find(address.entry, in: connection)?.notice == .item(.staff(.test))
        else { return .refused(.notFound) }
        return .done(.item(.testAnswered(verified: participant.isVerified)))
    }
}

/// How the last look of somebody went.
package struct RoundTrip: Equatable, Sendable {
    /// When the test mail came to be owed.
    package let asked: Moment
    package let answered: Moment?
}
