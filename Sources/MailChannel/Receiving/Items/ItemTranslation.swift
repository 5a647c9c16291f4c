import MailFormat
import PortalCore

/// What a verb means for the things of a project, by the nouns that know it.
struct ItemTranslation {
    /// What the answered notice listed; empty where it listed nothing.
    let things: [Thing]
    /// Nil where the notice was about something of the organization.
    let project: ProjectID?
    /// What came along with the mail.
    let files: [FileContent]

    /// A noun's reading of a command; nil where the verb is not its own.
    typealias Reading = @Sendable (ReplyCommand, ItemTranslation) -> ItemCommand?

    /// One line for each noun.
    private static let readings: [Reading] = [
        ToDoVerbs.read, ExhibitVerbs.read, InvoiceVerbs.read, GuestVerbs.read, FormVerbs.read, RequestVerbs.read,
        PassengerVerbs.read, GetVerbs.read, AccountVerbs.read,
        DocumentVerbs.read,
    ]

    /// The verbs that are read in every conversation, whatever the notice was about.
    private static let everywhere: Set<CommandVerb> = RequestVerbs.verbs.union(PassengerVerbs.verbs)
        .union(AccountVerbs.personal)

    /// Those that need a project.
    private static let inProjects: Set<CommandVerb> = ToDoVerbs.verbs.union(ExhibitVerbs.verbs)
        .union(InvoiceVerbs.verbs).union(GuestVerbs.verbs).union(AccountVerbs.verbs).union(GetVerbs.verbs).union(
            DocumentVerbs.verbs)

    /// The verbs that mean something in this conversation: these, and those of what was listed.
    var verbs: Set<CommandVerb> {
        let known = project == nil ? Self.everywhere : Self.everywhere.union(Self.inProjects)
        return known.union(listsRequests ? RequestVerbs.answers : [])
            .union(isAboutGuests ? CommandVerb.attendance : []).union(isAboutQuestions ? [.answer] : [])
    }

    /// A noun's reading of words that are no command; nil where they are a message to the project.
    typealias Saying = @Sendable (String, ItemTranslation) -> ItemCommand?

    private static let sayings: [Saying] = [ExhibitVerbs.said, RequestVerbs.said]

    /// What the words and files of a mail are, that answers a mail about one thing; nil where they are a message.
    func said(_ text: String) -> Command? {
        Self.sayings.lazy.compactMap { $0(text, self) }.first.map(Command.item)
    }

    /// The command; nil where the verb means nothing here.
    func command(_ command: ReplyCommand) -> ItemCommand? {
        // These say themselves what comes of a number that is in no list of passengers.
        if PassengerVerbs.verbs.contains(command.verb) { return PassengerVerbs.read(command, self) }
        if let missing = command.numbers.first(where: { thing($0) == nil }) {
            guard things.isEmpty else { return .misnumbered(Misnumbered(missing, in: project)) }
            // Whoever has no list to choose from gets one.
            switch command.verb {
            case .get: return project.map(GetVerbs.list)
            case .done: return ToDoVerbs.unread(self)
            default: return nil
            }
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

extension Command {
    /// Whether the files of the mail belong to it, and to nothing else.
    var takesFiles: Bool {
        guard case .item(let command) = self else { return false }
        return switch command {
        case .request(.submit), .passenger(.keepDocuments): true
        case .request, .passenger, .toDo, .exhibit, .floorPlan, .guest, .form, .invoice, .document, .list, .misnumbered,
            .get, .account, .unplaced, .people, .links, .work, .roundTrip, .sending:
            false
        }
    }
}
