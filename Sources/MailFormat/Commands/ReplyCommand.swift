/// One command as the grammar of commands by mail reads it; only the reader makes one, so that the argument fits the verb.
package struct ReplyCommand: Equatable, Sendable {
    /// What shall be done.
    package let verb: CommandVerb
    /// With what.
    package let argument: CommandArgument

    init(_ verb: CommandVerb, _ argument: CommandArgument = .nothing) {
        self.verb = verb
        self.argument = argument
    }

    /// Limit: numbers or things in one command.
    package static let mostNumbers = 100
    /// Limit: the greatest number that may be typed.
    package static let greatestNumber = 999_999
}

/// What stands behind the verb of a command.
package enum CommandArgument: Equatable, Sendable {
    /// Nothing: the command acts on what the notice was about.
    case nothing
    /// One to a hundred numbers of the notice's list, each once, in the order typed.
    case numbers([Int])
    /// A number of the notice's list and a reason, one of both at least; the reason is never blank.
    case reason(number: Int?, text: String?)
    /// A number of the notice's list, and how many come along; one of both at least.
    case attendance(number: Int?, companions: Int?)
    /// The text of a request, and its `Field: value` lines in order, which the text has too.
    case request(text: String, fields: [RequestField])
    /// The name of a person, as typed, and a number of the notice's list.
    case name(String, number: Int?)
    /// A person and the day of birth.
    case passenger(name: String, born: CalendarDay)
    /// A person to be put on the guest list.
    case guest(name: String, address: EmailAddress)
    /// Who shall be invited, and to which project where one was named.
    case invitation(EmailAddress, project: String?)
    /// One to a hundred things, each once.
    case things([NamedThing])
    /// The answer to a question, by its number in the form; never blank.
    case answer(question: Int, text: String)
}

/// A `Field: value` line of a request.
package struct RequestField: Equatable, Sendable {
    /// What stands before the colon, as typed.
    package let name: String
    /// What stands behind it; never blank.
    package let value: String
}

extension ReplyCommand {
    /// The numbers that it names of the notice's list; empty where it acts on what the notice was about.
    package var numbers: [Int] {
        switch argument {
        case .numbers(let numbers): numbers
        case .reason(let number?, _), .attendance(let number?, _), .name(_, let number?): [number]
        case .things(let things): things.compactMap { if case .number(let number) = $0 { number } else { nil } }
        default: []
        }
    }

    /// The reason that it gives; never blank.
    package var reason: String? {
        if case .reason(_, let text) = argument { text } else { nil }
    }

    static let approve = ReplyCommand(.approve)

    static func revise(_ number: Int? = nil, reason: String) -> ReplyCommand {
        ReplyCommand(.revise, .reason(number: number, text: reason))
    }

    static func reject(_ number: Int? = nil, reason: String?) -> ReplyCommand {
        number == nil && reason == nil
            ? ReplyCommand(.reject) : ReplyCommand(.reject, .reason(number: number, text: reason))
    }
}
