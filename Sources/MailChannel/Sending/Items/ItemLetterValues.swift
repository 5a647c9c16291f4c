import Localization
import PortalCore
import Templates

/// What mails about the things of a project say: one line for each kind of mail.
struct ItemLetterValues {
    private let letter: ItemLetter

    init(_ letter: ItemLetter) { self.letter = letter }

    /// The name of the template.
    var template: String {
        switch letter {
        case .list: "list"
        case .digest: "digest"
        case .onPage: "do-on-page"
        case .given: "given"
        case .account(let letter): AccountLetterValues(letter).template
        case .staff(let letter): StaffLetterValues(letter).template
        case .toDosDone: "todos-done"
        case .exhibit(let letter): ExhibitLetterValues(letter: letter).template
        case .invoice(let invoice): InvoiceValues(letter: invoice).template
        case .request(let letter): RequestLetterValues(letter: letter).template
        case .formAsked: "form-asked"
        case .formRead: "form-read"
        case .formAnswers: "form-answers"
        case .guestAsked: "guest-asked"
        case .guestUninvited: "guest-uninvited"
        case .guestNoted: "guest-noted"
        case .guestOnPage: "guest-on-page"
        case .guestAnswers: "guest-answers"
        case .guestProposes: "guest-proposes"
        case .document(let letter): DocumentLetterValues(letter: letter).template
        }
    }

    /// What a reply that is begun by a button is about.
    func about(_ organization: Organization) -> Phrase {
        if case .list(let list) = letter {
            return .joined([ListWords(list.tool).what, .verbatim(place(organization))], by: ", ")
        }
        return .verbatim(place(organization))
    }

    /// The title of what it is about, or the organization's name.
    private func place(_ organization: Organization) -> String {
        switch letter {
        case .list(let list): list.project?.settings.title ?? organization.settings.name
        case .digest(let digest): digest.project?.settings.title ?? organization.settings.name
        case .onPage(let project, _, _): project?.settings.title ?? organization.settings.name
        case .toDosDone(let project, _, _): project.settings.title
        case .exhibit(let letter): letter.exhibit.settings.title
        case .given(let given): given.project.settings.title
        case .account(let letter): AccountLetterValues(letter).about(organization)
        case .staff: organization.settings.name
        case .invoice(let invoice): InvoiceValues(letter: invoice).about
        case .request(let letter): letter.request.title
        case .guestProposes(let project, _, _, _): project.settings.title
        case .guestAsked(let letter), .guestUninvited(let letter), .guestNoted(let letter, _, _),
            .guestOnPage(let letter):
            letter.project.settings.title
        case .guestAnswers(let news): news.project.settings.title
        case .formAsked(_, let form), .formRead(_, let form, _), .formAnswers(_, let form): form.settings.title
        case .document(let letter): letter.document.settings.title
        }
    }

    func values(_ frame: LetterValues) -> TemplateValue {
        switch letter {
        case .list(let list): ListValues(list: list, frame: frame).all
        case .digest(let digest): DigestValues(digest: digest, frame: frame).all
        case .given(let given): GivenValues(given: given, frame: frame).all
        case .account(let letter): AccountLetterValues(letter).values(frame)
        case .staff(let letter): StaffLetterValues(letter).values(frame)
        case .invoice(let invoice): InvoiceValues(letter: invoice).values(frame)
        case .onPage(let project, let tool, let asked):
            [
                "project": project.map { frame.value(of: $0) } ?? .absent,
                "asked": .phrase(VerbWords.phrase(named: asked)),
                "about": .text(place(frame.organization)), "page": .text(frame.page(of: tool, in: project)),
            ]
        case .request(let letter): RequestLetterValues(letter: letter).values(frame)
        case .toDosDone(let project, let toDos, let person):
            [
                "project": frame.value(of: project), "by": .text(person.name),
                "titles": .list(toDos.map { .text($0.settings.title) }),
            ]
        case .exhibit(let letter): ExhibitLetterValues(letter: letter).values(frame)
        case .guestAsked(let letter): GuestLetterValues(frame: frame).asked(letter)
        case .guestUninvited(let letter), .guestOnPage(let letter): GuestLetterValues(frame: frame).about(letter)
        case .guestNoted(let letter, let reply, let party):
            GuestLetterValues(frame: frame).noted(letter, reply, party)
        case .guestAnswers(let news): GuestLetterValues(frame: frame).news(news)
        case .formAsked(let project, let form), .formAnswers(let project, let form):
            FormLetterValues(frame: frame, project: project, form: form).all
        case .formRead(let project, let form, let read):
            FormLetterValues(frame: frame, project: project, form: form).read(read)
        case .guestProposes(let project, let guest, let proposal, let note):
            GuestLetterValues(frame: frame).proposed(project, guest, proposal, note)
        case .document(let letter): DocumentLetterValues(letter: letter).values(frame)
        }
    }
}

/// A numbered list, as its template takes it.
struct ListValues {
    let list: ThingList
    let frame: LetterValues

    var all: TemplateValue {
        let words = ListWords(list.tool)
        return [
            "project": list.project.map { frame.value(of: $0) } ?? .absent, "what": .phrase(words.what),
            "about": .text(list.project?.settings.title ?? frame.organization.settings.name),
            "page": .text(frame.page(of: list.tool, in: list.project)),
            "new": .flag(!list.news.isEmpty), "empty": .flag(list.entries.isEmpty), "hint": .phrase(words.hint),
            "prefilled": .list(
                words.prefilled(answerable).map {
                    ["label": .phrase($0), "link": frame.reply($0)]
                }),
            "entries": .list(list.entries.enumerated().map(entry)),
        ]
    }

    /// The numbers of the entries for which there is something to do.
    private var answerable: [Int] {
        list.entries.enumerated().filter { !words(of: $1).isDone }.map { $0.offset + 1 }
    }

    private func words(of listed: ListedThing) -> ListedThingWords { ListedThingWords(listed, in: frame) }

    private func entry(_ index: Int, _ listed: ListedThing) -> TemplateValue {
        let words = words(of: listed)
        return [
            "number": .number(index + 1), "text": .text(words.text), "detail": .optional(words.detail),
            "done": .flag(words.isDone), "new": .flag(list.news.contains(listed.thing)),
        ]
    }
}

extension LetterValues {
    /// The page of a tool, in a project or in the organization.
    func page(of tool: Tool, in project: Project?) -> String {
        project.map { site.tool(tool, of: $0.id, organization) } ?? site.tool(tool, organization)
    }
}
