import MailFormat
import PortalCore
import Testing

@testable import MailChannel
@testable import WebChannel

/// Both doors, for requests and passengers.
@Suite("Both doors, for requests and passengers")
struct RequestDoorsTests {
    private static let request = RequestID(number: 4)
    private static let ida = PassengerID(number: 6)
    private static let scan = FileContent(
        name: "scan.pdf", contentType: "application/pdf", size: 3, digest: ContentDigest(of: [1, 2, 3]))

    /// The commands that a reply to a mail about these things of the organization makes.
    private static func commands(_ reply: String, to things: [Thing], files: [FileContent] = []) -> [Command] {
        let subject = ReplySubject(subject: .things(ListedThings(things, in: nil)), open: [], locale: "en", logo: nil)
        return ReplyTranslation(subject, in: nil, text: reply, files: files).commands
    }

    @Test("REQUEST is what the form sends, with its lines and files")
    func submit() {
        let form = RequestForm(
            client: "", project: "2", text: "a day on the river\nDate: 12 May", attachments: [Self.scan])
        let expected = [Command.item(.request(.submit(form.request)))]
        #expect(
            ItemDoorsTests.commands("REQUEST: a day on the river\nDate: 12 May", to: [], files: [Self.scan]) == expected
        )
        #expect(
            ItemDoorsTests.commands("REQUEST\na day on the river\nDate: 12 May", to: [], files: [Self.scan])
                == expected)
        let new = RequestForm(client: "", project: "", text: "a day on the river", attachments: [])
        #expect(Self.commands("REQUEST: a day on the river", to: []) == [.item(.request(.submit(new.request)))])
    }

    @Test(
        "staff answer the request that the mail was about",
        arguments: [
            ("CONFIRM", RequestCommand.confirm(request)), ("Confirmed.", .confirm(request)),
            ("DECLINE: fully booked", .decline(request, reason: "fully booked")),
            ("DECLINE\nWe are fully booked.", .decline(request, reason: "We are fully booked.")),
            ("DECLINE", .decline(request, reason: "")), ("ASSIGN Maya", .assign(request, to: "Maya")),
            ("ASSIGN maya@studio.example", .assign(request, to: "maya@studio.example")),
            ("When will you need it?", .remark(request, text: "When will you need it?", attachments: [])),
        ])
    func answers(reply: String, command: RequestCommand) {
        #expect(Self.commands(reply, to: [.request(Self.request)]) == [.item(.request(command))])
    }

    @Test(
        "an ordinary sentence confirms and declines nothing",
        arguments: [
            ("Confirm with the pilot first, please", "CONFIRM"), ("I can confirm tomorrow", "CONFIRM"),
            ("Declined? No, we only wait.", nil), ("Should I assign Maya?", nil),
        ])
    func sentence(reply: String, close: String?) {
        let hint = close.map { Command.item(.misnumbered(Misnumbered(unread: $0, in: nil))) }
        #expect(
            Self.commands(reply, to: [.request(Self.request)])
                == [.item(.request(.remark(Self.request, text: reply, attachments: [])))] + [hint].compactMap(\.self))
    }

    @Test("a list of requests is answered by number, and asks for one where several are listed")
    func numbered() {
        let things = [3, 4].map { Thing.request(RequestID(number: $0)) }
        #expect(Self.commands("CONFIRM 2", to: things) == [.item(.request(.confirm(Self.request)))])
        #expect(
            Self.commands("DECLINE 2: fully booked", to: things)
                == [.item(.request(.decline(Self.request, reason: "fully booked")))])
        #expect(Self.commands("ASSIGN 2 Maya", to: things) == [.item(.request(.assign(Self.request, to: "Maya")))])
        #expect(Self.commands("CONFIRM", to: things) == [.item(.misnumbered(Misnumbered(nil, in: nil)))])
        #expect(Self.commands("CONFIRM 3", to: things) == [.item(.misnumbered(Misnumbered(3, in: nil)))])
    }

    @Test("where no request is shown, its verbs are words")
    func elsewhere() {
        let message = NewMessage(project: ItemDoorsTests.project, text: "CONFIRM", attachments: [])
        #expect(ItemDoorsTests.commands("CONFIRM", to: []) == [.postMessage(message)])
    }

    @Test("passengers are added, removed and asked for")
    func passengers() {
        let list = Command.item(.list(ListThings(.passengers, in: nil)))
        let details = PassengerForm(name: "Ida Lind", born: "1980-02-01", client: "").details
        #expect(
            Self.commands("PASSENGER ADD Ida Lind, 1980-02-01", to: [])
                == details.map { [.item(.passenger(.add($0, of: nil)))] })
        #expect(ItemDoorsTests.commands("PASSENGERS", to: []) == [list])
        #expect(
            Self.commands("PASSENGER REMOVE 1", to: [.passenger(Self.ida)]) == [.item(.passenger(.remove(Self.ida)))])
        #expect(Self.commands("PASSENGER REMOVE 2", to: [.passenger(Self.ida)]) == [list])
    }

    @Test("a travel document goes to its passenger, and into no conversation whatever else is wrong")
    func documents() {
        let kept = Command.item(.passenger(.keepDocuments(Self.ida, [Self.scan])))
        let unclear = Command.item(.passenger(.keepDocuments(nil, [Self.scan])))
        #expect(Self.commands("PASSPORT 1", to: [.passenger(Self.ida)], files: [Self.scan]) == [kept])
        for reply in ["PASSPORT", "PASSPORT 3"] {
            #expect(Self.commands(reply, to: [.passenger(Self.ida)], files: [Self.scan]) == [unclear])
            #expect(ItemDoorsTests.commands(reply, to: [], files: [Self.scan]) == [unclear])
        }
        #expect(
            ItemDoorsTests.commands("PASSPORT 1", to: [.toDo(ToDoID(number: 2))], files: [Self.scan]) == [unclear])
        let message = NewMessage(project: ItemDoorsTests.project, text: "That is Ida's.", attachments: [])
        #expect(
            ItemDoorsTests.commands("PASSPORT 1\n\nThat is Ida's.", to: [], files: [Self.scan])
                == [unclear, .postMessage(message)])
    }

    @Test("words that belong to no conversation are kept for staff")
    func unplaced() {
        #expect(Self.commands("Thank you", to: [.passenger(Self.ida)]) == [.item(.unplaced(Unplaced()))])
    }
}
