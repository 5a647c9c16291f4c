/// What a visible reply asks for, and what else it says.
///
/// Commands are read line by line from the top, behind at most one line of greeting. The first line that is no command
/// ends them; what follows is the comment. `REVISE`, `REJECT`, `DECLINE` and `REQUEST` take the rest of the mail as their
/// text: on their own line when the verb is in capitals or has a colon behind it, and on the lines below.
package struct ReadReply: Equatable, Sendable {
    /// How the reply was understood.
    package enum Reading: Equatable, Sendable {
        /// One to ten commands, to be carried out in this order.
        case commands([ReplyCommand])
        /// An ordinary message; perhaps an empty one.
        case message
        /// A message that comes close to this decision, and is none: its sender is owed a link to the page.
        case almost(CommandVerb)
        /// The verb was typed as a command, but what it needs behind it is missing, or cannot be read.
        case incomplete(CommandVerb)
        /// Commands that exclude one another; none is carried out.
        case contradictory([CommandVerb])
        /// More than ten commands; none is carried out.
        case tooMany
    }

    /// How the reply was understood.
    package let reading: Reading
    /// The comment that goes with the commands, or the whole message where no command stands; `""` where there is none.
    package let message: String

    /// The commands to carry out; empty unless the reading says so.
    package var commands: [ReplyCommand] {
        if case .commands(let commands) = reading { commands } else { [] }
    }

    /// The verb that the sender came close to without a command.
    package var nearMiss: CommandVerb? {
        switch reading {
        case .almost(let verb), .incomplete(let verb): verb
        case .commands, .message, .contradictory, .tooMany: nil
        }
    }

    /// Limit: commands in one mail.
    package static let mostCommands = 10

    /// Reads the visible reply `text`.
    ///
    /// Only the verbs `offered` by what was answered are commands; to every other word a reply is ordinary text. Where
    /// invitations and other decisions are offered together, a bare `YES`, `NO` or `MAYBE` answers neither: with a number,
    /// as `YES +2` or as `RSVP yes` it does.
    /// - Parameter language: synonyms count in this language and English, in all languages where it is `nil`.
    package init(
        _ text: String, in language: CommandLanguage? = nil, offering offered: Set<CommandVerb> = CommandVerb.decisions,
        vocabulary: CommandVocabulary = .standard
    ) {
        var reader = ReplyReader(text, Offer(verbs: offered, language: language, vocabulary: vocabulary))
        self = reader.read()
    }

    init(_ reading: Reading, message: String) {
        self.reading = reading
        self.message = message
    }
}
