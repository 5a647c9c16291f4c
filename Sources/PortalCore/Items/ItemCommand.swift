import MailFormat

/// What can be asked about the things that a project holds: one case for each noun, whose folder says the rest.
package enum ItemCommand: Equatable, Sendable {
    case toDo(ToDoCommand)
    case exhibit(ExhibitCommand)
    case floorPlan(FloorPlanCommand)
    case invoice(InvoiceCommand)
    case request(RequestCommand)
    case passenger(PassengerCommand)
    case guest(GuestCommand)
    case form(QuestionnaireCommand)
    case document(DocumentCommand)
    /// Mails a list that can be answered by number.
    case list(ListThings)
    /// Something was asked for in a line that cannot be read.
    case misnumbered(Misnumbered)
    /// Mails things themselves, as files or as links.
    case get(GetThings)
    case account(AccountCommand)
    /// A message that belongs to no conversation.
    case unplaced(Unplaced)
    case people(PeopleCommand)
    case links(LinkCommand)
    case work(WorkCommand)
    case roundTrip(RoundTripCommand)
    case sending(SendingCommand)

    var act: any ItemAct {
        switch self {
        case .toDo(let act): act
        case .exhibit(let act): act
        case .floorPlan(let act): act
        case .invoice(let act): act
        case .request(let act): act
        case .passenger(let act): act
        case .guest(let act): act
        case .form(let act): act
        case .document(let act): act
        case .list(let act): act
        case .misnumbered(let act): act
        case .get(let act): act
        case .account(let act): act
        case .unplaced(let act): act
        case .people(let act): act
        case .links(let act): act
        case .work(let act): act
        case .roundTrip(let act): act
        case .sending(let act): act
        }
    }
}

/// A command about one kind of thing, as far as the rest of the core has to know it.
protocol ItemAct: Equatable, Sendable {
    /// As the history and receipts name it: the verb by which it is asked for by mail.
    var name: String { get }
    /// How much it weighs when it comes by mail.
    var weight: Command.Weight { get }
    /// As a receipt says how it was read.
    var asked: Receipt.Asked { get }
    /// The page where the same can be done.
    var page: Tool? { get }
    /// Whether `decisions: by_mail` is about it.
    var isDecision: Bool { get }
    /// The project it is about, as it was named: perhaps there is none.
    func project(in connection: any Connection) throws -> ProjectID?
    /// The rule: whoever asks is somebody, and their mail may do this.
    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome
    /// What a mail gets that may not do it by itself.
    func offer(to participant: Participant, in transaction: Transaction) throws -> Outcome
    /// The rule for the machine's shell, where no person of the portal speaks.
    func carryOutForAdministrator(in transaction: Transaction) throws -> Outcome
}

extension ItemAct {
    func offer(to participant: Participant, in transaction: Transaction) throws -> Outcome {
        try transaction.showPage(for: self, to: participant)
    }
    var isDecision: Bool { false }
    var page: Tool? { nil }
    var asked: Receipt.Asked { .item(name) }
    func carryOutForAdministrator(in transaction: Transaction) throws -> Outcome { .refused(.notFound) }
}

/// A number that the answered list does not have, or that is missing; or a verb without what belongs behind it.
package struct Misnumbered: ItemAct {
    let name: String
    let inProject: ProjectID?
    private let refusal: ItemRefusal

    /// - Parameter number: nil where several things were listed, and none was typed.
    package init(_ number: Int?, in project: ProjectID?) {
        name = "number"
        refusal = number.map(ItemRefusal.noSuchNumber) ?? .numberNeeded
        inProject = project
    }

    /// - Parameter verb: as the commands' table says it: `GUEST REMOVE`.
    package init(unread verb: String, in project: ProjectID?) {
        name = verb.asciiLowercased
        refusal = .unread(verb)
        inProject = project
    }

    var weight: Command.Weight { .speak }
    func project(in connection: any Connection) -> ProjectID? { inProject }
    func carryOut(by participant: Participant, in transaction: Transaction) -> Outcome { .refused(.item(refusal)) }
}

/// Words in answer to a mail about no project: there is no conversation to put them into, so staff get to see the mail.
package struct Unplaced: ItemAct {
    package init() {}

    var name: String { "message" }
    var weight: Command.Weight { .speak }
    var asked: Receipt.Asked { .message(attachments: []) }
    func project(in connection: any Connection) -> ProjectID? { nil }
    func carryOut(by participant: Participant, in transaction: Transaction) -> Outcome { .refused(.item(.unplaced)) }
}
