import Localization
import MailFormat
import PortalCore
import Templates

/// How each kind of list is called in mails, and how it is answered.
struct ListWords {
    /// `To-dos`
    let what: Phrase
    /// How the list is answered by number; empty where there is nothing to answer.
    let hint: Phrase
    /// The verb of a prefilled reply, where one helps.
    private let verb: CommandVerb?

    init(_ tool: Tool) {
        switch tool {
        case .todos:
            (what, hint, verb) = (
                Phrase("To-dos"), Phrase("Answer with DONE and the numbers of what is done: DONE 1, 2"), .done
            )
        case .menus: (what, hint, verb) = (Phrase("Menus"), .empty, nil)
        case .itineraries: (what, hint, verb) = (Phrase("Itineraries"), .empty, nil)
        case .invoices:
            (what, hint, verb) = (
                Phrase("Invoices"), Phrase("Answer with PAY and a number for the way to pay: PAY 1"), .pay
            )
        case .requests:
            (what, hint, verb) = (
                Phrase("Requests"),
                Phrase(
                    "Answer with CONFIRM and a number, or with DECLINE, a number and the reason: DECLINE 2 fully booked; ASSIGN, a number and a name gives one to a colleague"
                ),
                .confirm
            )
        case .passengers:
            (what, hint, verb) = (
                Phrase("Passengers"),
                Phrase(
                    "Attach a travel document and answer with PASSPORT and the number of its passenger: PASSPORT 1. PASSENGER ADD with a name and a date of birth (PASSENGER ADD Ana Lima, 1980-02-01) puts somebody on the list, PASSENGER REMOVE 1 takes somebody off."
                ),
                nil
            )
        case .guests:
            what = Phrase("Guests")
            hint = Phrase(
                "Answer with GUEST ADD and a name and address, GUEST REMOVE and a number, or with what a guest says: YES 2, YES 2 +1, NO 3, MAYBE 4. A CSV file with names and addresses adds them all."
            )
            verb = nil
        case .forms: (what, hint, verb) = (Phrase("Forms"), .empty, nil)
        case .boards: (what, hint, verb) = (Phrase("Vision boards"), .empty, nil)
        case .floorplans: (what, hint, verb) = (Phrase("Floor plans"), .empty, nil)
        case .documents:
            (what, hint, verb) = (
                Phrase("Documents"),
                Phrase("Answer with SIGN and a number, and you get a link to the page where it is signed: SIGN 1"),
                .sign
            )
        case .deliverables: (what, hint, verb) = (Phrase("Deliverables"), .empty, .approve)
        case .files:
            (what, hint, verb) = (
                Phrase("Files"), Phrase("Answer with GET and the numbers of what you want: GET 1, 2"), .get
            )
        case .messages: (what, hint, verb) = (Phrase("Things"), .empty, nil)
        }
    }

    /// `DONE 2`: how a thing of this kind is answered; nil where it is not.
    func example(_ number: Int) -> Phrase? { verb.map { VerbWords.phrase($0, number) } }

    /// What one of them asks for.
    static func one(_ tool: Tool) -> Phrase {
        switch tool {
        case .deliverables: Phrase("decision")
        case .todos: Phrase("to-do")
        case .documents: Phrase("signature")
        case .forms: Phrase("form")
        case .invoices: Phrase("invoice")
        case .guests: Phrase("RSVP")
        default: ListWords(tool).what
        }
    }

    /// The texts of prefilled replies. Limit: the first three numbers.
    func prefilled(_ numbers: [Int]) -> [Phrase] {
        guard let verb else { return [] }
        return numbers.prefix(3).map { VerbWords.phrase(verb, $0) }
    }
}

/// One entry of a list, in words.
struct ListedThingWords {
    let text: String
    let detail: Phrase?
    let isDone: Bool

    init(_ listed: ListedThing, in frame: LetterValues) {
        let reader = frame.letter.recipient
        switch listed {
        case .invoice(let invoice):
            text = "\(invoice.settings.name): \(invoice.settings.title)"
            detail = InvoiceWording(frame).line(invoice)
            isDone = invoice.paid != nil || invoice.settings.cancelled
        case .toDo(let toDo):
            text = toDo.settings.title
            let due = toDo.settings.due.map { Phrase("due \(PeopleTime.day($0))") }
            let whose = toDo.person == reader.id ? nil : Phrase("for \(toDo.personName)")
            let details = Phrase.verbatim(toDo.settings.details)
            detail = .joined([due, whose, details].compactMap { $0 }, by: "; ")
            isDone = toDo.done != nil
        case .exhibit(let exhibit):
            text = exhibit.settings.title
            detail = exhibit.version.number > 1 ? Phrase("version \(exhibit.version.number)") : nil
            isDone = false
        case .file(let file, let title):
            text = file.content.name
            let size = ReadableSize.text(file.content.size)
            detail = .joined([size, .verbatim(title ?? "")], by: "; ")
            isDone = false
        case .request(let request):
            text = request.title
            let whose = reader.isStaff ? Phrase("from \(request.clientName)") : .empty
            let assignee = request.assigneeName.map { Phrase("with \($0)") } ?? .empty
            detail = .joined([whose, RequestWording.status(request.state), assignee], by: "; ")
            isDone = !request.isPending
        case .passenger(let passenger):
            text = passenger.details.name
            let born = Phrase("born \(PeopleTime.day(passenger.details.bornText))")
            let whose = reader.isStaff ? Phrase("of \(passenger.clientName)") : .empty
            let documents = RequestWording.documents(passenger.documents)
            detail = .joined([whose, born, documents], by: "; ")
            isDone = false
        case .form(let form):
            text = form.settings.title
            let due = form.settings.due.map { Phrase("due \(PeopleTime.day($0))") } ?? .empty
            let left =
                form.blanks.isEmpty ? Phrase("complete") : Phrase("still to be answered: \(form.blanks.count)")
            detail = .joined([due, left], by: "; ")
            isDone = form.blanks.isEmpty
        case .guest(let guest):
            text = guest.name
            detail = .joined(
                [.verbatim(guest.address.text), Self.state(of: guest), .verbatim(guest.note)], by: "; ")
            isDone = false
        case .document(let document):
            text = document.settings.title
            detail = .joined(
                [Phrase("version \(document.settings.version)"), Self.state(of: document)], by: "; ")
            isDone = document.isSigned(by: reader.id)
        }
    }

    private static func state(of document: Document) -> Phrase {
        if document.signers.isEmpty { return .empty }
        if document.isComplete { return Phrase("signed by all") }
        return Phrase("to be signed by \(document.missing.map(\.name).joined(separator: ", "))")
    }

    private static func state(of guest: Guest) -> Phrase {
        if guest.bounced != nil { return Phrase("the mail did not arrive") }
        if guest.asked == nil, guest.reply == .open { return Phrase("not asked yet") }
        return ItemWording.answer(guest.reply, party: guest.party)
    }
}
