import MailFormat
import PortalCore

/// What a verb means for the things of a project, by the nouns that know it.
struct ItemTranslation {
    /// What the answered notice listed; empty where it listed nothing.
    let things: [Thing]
    let project: ProjectID
    /// What came along with the mail.
    let files: [FileContent]

    /// A noun's reading of a command; nil where the verb is not its own.
    typealias Reading = @Sendable (ReplyCommand, ItemTranslation) -> ItemCommand?

    /// One line for each noun.
    private static let readings: [Reading] = [
        ToDoVerbs.read, ExhibitVerbs.read, InvoiceVerbs.read, GetVerbs.read, AccountVerbs.read,
    ]

    /// The verbs that are read wherever a project is talked about, whatever the notice was about.
    static let verbs: Set<CommandVerb> = ToDoVerbs.verbs.union(ExhibitVerbs.verbs).union(InvoiceVerbs.verbs)
        .union(AccountVerbs.verbs).union(GetVerbs.verbs)

    /// A noun's reading of words that are no command; nil where they are a message to the project.
    typealias Saying = @Sendable (String, ItemTranslation) -> ItemCommand?

    private static let sayings: [Saying] = [ExhibitVerbs.said]

    /// What the words and files of a mail are, that answers a mail about one thing; nil where they are a message.
    func said(_ text: String) -> Command? {
        Self.sayings.lazy.compactMap { $0(text, self) }.first.map(Command.item)
    }

    /// The command; nil where the verb means nothing here.
    func command(_ command: ReplyCommand) -> ItemCommand? {
        if let missing = command.numbers.first(where: { thing($0) == nil }) {
            guard things.isEmpty else { return .misnumbered(Misnumbered(missing, in: project)) }
            // Whoever has no list to choose from gets one.
            return command.verb == .get ? GetVerbs.list(in: project) : nil
        }
        return Self.readings.lazy.compactMap { $0(command, self) }.first
    }

    /// The thing of a number that was typed.
    func thing(_ number: Int) -> Thing? { ListedThings(things, in: project).thing(number: number) }

    /// The things that a command names; where it names none and only one was listed, that one.
    func named(by command: ReplyCommand) -> [Thing] {
        let numbers = command.numbers
        return numbers.isEmpty ? (things.count == 1 ? things : []) : numbers.compactMap(thing)
    }
}
