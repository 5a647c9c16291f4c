/// News about the things that a project holds: one case for each noun.
package enum ItemNotice: Equatable, Sendable, Codable {
    case toDo(ToDoNotice)
    case exhibit(ExhibitNotice)
    case invoice(InvoiceNotice)
    case request(RequestNotice)
    case guest(GuestNotice)
    case form(QuestionnaireNotice)
    case document(DocumentNotice)
    /// A list that was asked for.
    case list(ListNotice)
    /// What waits for somebody.
    case digest(DigestNotice)
    /// A mail that was not sure enough asked for something: here is the page where it is done.
    case onPage(OnPageNotice)
    /// Things that were asked for.
    case given(GivenNotice)
    case account(AccountNotice)
    case staff(StaffNotice)

    var news: any ItemNews {
        switch self {
        case .toDo(let news): news
        case .exhibit(let news): news
        case .invoice(let news): news
        case .request(let news): news
        case .guest(let news): news
        case .form(let news): news
        case .document(let news): news
        case .list(let news): news
        case .digest(let news): news
        case .onPage(let news): news
        case .given(let news): news
        case .account(let news): news
        case .staff(let news): news
        }
    }
}

/// A notice about one kind of thing.
protocol ItemNews {
    /// Notices with one topic share a mail thread.
    var topic: String { get }
    /// Whether it is news, which can be muted: neither what somebody asked for just now, nor a mail to somebody outside.
    var isNews: Bool { get }
    /// What it asks for that waits for somebody; nil where it is no ask.
    var ask: Ask? { get }
    /// To whom the mail goes, where not to the person who is owed it; nil where they are gone.
    func recipient(insteadOf person: Person, by loader: LetterLoader) throws -> Person?
    /// What the mail says; nil where there is nothing left to say.
    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded?
}

extension ItemNews {
    var isNews: Bool { true }
    var ask: Ask? { nil }
    func recipient(insteadOf person: Person, by loader: LetterLoader) throws -> Person? { person }
}

/// What a mail about a thing says, loaded.
package enum ItemLetter: Sendable {
    case list(ThingList)
    case digest(Digest)
    /// Without a project for what belongs to the organization.
    case onPage(Project?, Tool, asked: String)
    case given(GivenThings)
    case account(AccountLetter)
    case staff(StaffLetter)
    case toDosDone(Project, [ToDo], by: Person)
    case exhibit(ExhibitLetter)
    case invoice(InvoiceLetter)
    case request(RequestLetter)
    case formAsked(Project, Questionnaire)
    case formRead(Project, Questionnaire, [ReadAnswer])
    case formAnswers(Project, Questionnaire)
    case guestAsked(GuestLetter)
    case guestUninvited(GuestLetter)
    case guestNoted(GuestLetter, RSVP, party: Int)
    case guestOnPage(GuestLetter)
    case guestAnswers(GuestNews)
    case guestProposes(Project, Guest, String, note: String)
    case document(DocumentLetter)
}
