import MailFormat
import PortalCore
import Templates

/// How each kind of list is called in mails, and how it is answered.
struct ListWords {
    /// `To-dos`
    let what: String
    /// How the list is answered by number; empty where there is nothing to answer.
    let hint: String
    /// The verb of a prefilled reply, where one helps.
    private let verb: String?

    init(_ tool: Tool) {
        switch tool {
        case .todos:
            (what, hint, verb) = ("To-dos", "Answer with DONE and the numbers of what is done: DONE 1, 2", "DONE")
        case .menus: (what, hint, verb) = ("Menus", "", nil)
        case .itineraries: (what, hint, verb) = ("Itineraries", "", nil)
        case .invoices:
            (what, hint, verb) = ("Invoices", "Answer with PAY and a number for the way to pay: PAY 1", "PAY")
        case .requests:
            (what, hint, verb) = (
                "Requests",
                "Answer with CONFIRM and a number, or with DECLINE, a number and the reason: DECLINE 2 fully booked; ASSIGN, a number and a name gives one to a colleague",
                "CONFIRM"
            )
        case .passengers:
            (what, hint, verb) = (
                "Passengers",
                "Attach a travel document and answer with PASSPORT and the number of its passenger: PASSPORT 1. PASSENGER ADD with a name and a date of birth (PASSENGER ADD Ana Lima, 1980-02-01) puts somebody on the list, PASSENGER REMOVE 1 takes somebody off.",
                nil
            )
        case .guests:
            what = "Guests"
            hint = """
                Answer with GUEST ADD and a name and address, GUEST REMOVE and a number, or with what a guest says: \
                YES 2, YES 2 +1, NO 3, MAYBE 4. A CSV file with names and addresses adds them all.
                """
            verb = nil
        case .forms: (what, hint, verb) = ("Forms", "", nil)
        case .boards: (what, hint, verb) = ("Vision boards", "", nil)
        case .floorplans: (what, hint, verb) = ("Floor plans", "", nil)
        case .documents:
            let hint = "Answer with SIGN and a number, and you get a link to the page where it is signed: SIGN 1"
            (what, self.hint, verb) = ("Documents", hint, "SIGN")
        case .deliverables: (what, hint, verb) = ("Deliverables", "", "APPROVE")
        case .files: (what, hint, verb) = ("Files", "Answer with GET and the numbers of what you want: GET 1, 2", "GET")
        case .messages: (what, hint, verb) = ("Things", "", nil)
        }
    }

    /// `DONE 2`: how a thing of this kind is answered; nil where it is not.
    func example(_ number: Int) -> String? { verb.map { "\($0) \(number)" } }

    /// What one of them asks for.
    static func one(_ tool: Tool) -> String {
        switch tool {
        case .deliverables: "decision"
        case .todos: "to-do"
        case .documents: "signature"
        default: ListWords(tool).what
        }
    }

    /// The texts of prefilled replies. Limit: the first three numbers.
    func prefilled(_ numbers: [Int]) -> [String] {
        guard let verb else { return [] }
        return numbers.prefix(3).map { "\(verb) \($0)" }
    }
}

/// One entry of a list, in words.
struct ListedThingWords {
    let text: String
    let detail: String?
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
            let due = toDo.settings.due.map { "due \(PeopleTime.day($0))" }
            let whose = toDo.person == reader.id ? nil : "for \(toDo.personName)"
            let details = toDo.settings.details.utf8.isEmpty ? nil : toDo.settings.details
            let parts = [due, whose, details].compactMap { $0 }
            detail = parts.isEmpty ? nil : parts.joined(separator: "; ")
            isDone = toDo.done != nil
        case .exhibit(let exhibit):
            text = exhibit.settings.title
            detail = exhibit.version.number > 1 ? "version \(exhibit.version.number)" : nil
            isDone = false
        case .file(let file, let title):
            text = file.content.name
            let size = ReadableSize.text(file.content.size)
            detail = title.map { "\(size); \($0)" } ?? size
            isDone = false
        case .request(let request):
            text = request.title
            let whose = reader.isStaff ? "from \(request.clientName)" : nil
            let assignee = request.assigneeName.map { "with \($0)" }
            detail = [whose, RequestWording.status(request.state), assignee].compactMap { $0 }.joined(separator: "; ")
            isDone = !request.isPending
        case .passenger(let passenger):
            text = passenger.details.name
            let born = "born \(PeopleTime.day(passenger.details.bornText))"
            let whose = reader.isStaff ? "of \(passenger.clientName)" : nil
            let documents = RequestWording.documents(passenger.documents)
            detail = [whose, born, documents].compactMap { $0 }.joined(separator: "; ")
            isDone = false
        case .form(let form):
            text = form.settings.title
            let due = form.settings.due.map { "due \(PeopleTime.day($0))" }
            let left = form.blanks.isEmpty ? "complete" : "still to be answered: \(form.blanks.count)"
            detail = [due, left].compactMap { $0 }.joined(separator: "; ")
            isDone = form.blanks.isEmpty
        case .guest(let guest):
            text = guest.name
            let note = guest.note.utf8.isEmpty ? nil : guest.note
            let state =
                guest.bounced != nil
                ? "the mail did not arrive" : guest.asked == nil && guest.reply == .open ? "not asked yet" : nil
            let answer = state ?? ItemWording.answer(guest.reply, party: guest.party)
            detail = [guest.address.text, answer, note].compactMap { $0 }.joined(separator: "; ")
            isDone = false
        case .document(let document):
            text = "\(document.settings.title), version \(document.settings.version)"
            let missing = document.missing.map(\.name).joined(separator: ", ")
            let state = document.isComplete ? "signed by all" : "to be signed by \(missing)"
            detail = document.signers.isEmpty ? nil : state
            isDone = document.isSigned(by: reader.id)
        }
    }
}
