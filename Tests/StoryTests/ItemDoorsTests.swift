import MailFormat
import PortalCore
import Testing

@testable import MailChannel
@testable import WebChannel

/// Both doors, for what projects hold: a reply to a numbered list is the command that the page's button has.
@Suite("Both doors, for the things of a project")
struct ItemDoorsTests {
    static let project = ProjectID(number: 2)

    /// The commands that a reply to a list of these things makes.
    static func commands(_ reply: String, to things: [Thing], files: [FileContent] = []) -> [Command] {
        let subject = ReplySubject(
            subject: .things(ListedThings(things, in: project)), open: [], locale: "en", logo: nil)
        return ReplyTranslation(subject, in: project, text: reply, files: files).commands
    }

    private static let toDos = [5, 7, 9].map { Thing.toDo(ToDoID(number: $0)) }

    @Test(
        "DONE and numbers tick off to-dos",
        arguments: [("DONE 1", [5]), ("done 1, 3", [5, 9]), ("Done 3 and 2.", [9, 7])] as [(String, [Int64])])
    func done(reply: String, numbers: [Int64]) {
        let ids = numbers.map { ToDoID(number: $0) }
        #expect(
            Self.commands(reply, to: Self.toDos) == [.item(.toDo(.finish(ids, in: Self.project)))])
    }

    @Test("DONE alone ticks off the only one, and asks for a number where there are several")
    func alone() {
        #expect(
            Self.commands("DONE", to: [Self.toDos[0]])
                == [.item(.toDo(.finish([ToDoID(number: 5)], in: Self.project)))])
        #expect(Self.commands("DONE", to: Self.toDos) == [.item(.toDo(.finish([], in: Self.project)))])
    }

    @Test("a number that the list does not have is said to be none")
    func misnumbered() {
        #expect(
            Self.commands("DONE 4", to: Self.toDos) == [.item(.misnumbered(Misnumbered(4, in: Self.project)))])
    }

    @Test(
        "an ordinary sentence ticks off nothing; one that comes close is answered by how it is written",
        arguments: [
            ("Done 1 of them, the rest tomorrow", "DONE"), ("I am done", "DONE"), ("When will you be done?", nil),
            ("not done", nil),
        ])
    func sentence(reply: String, close: String?) {
        #expect(Self.commands(reply, to: Self.toDos) == Self.message(reply, close: close))
    }

    /// A message, and where its words come close to a verb, how that is written.
    static func message(_ reply: String, close verb: String?) -> [Command] {
        let hint = verb.map { Command.item(.misnumbered(Misnumbered(unread: $0, in: project))) }
        return [.postMessage(NewMessage(project: project, text: reply, attachments: []))] + [hint].compactMap(\.self)
    }

    private static let guests = [5, 7].map { Thing.guest(GuestID(number: $0)) }
    private static let eva = NewGuest(name: "Eva Nagy", address: EmailAddress("eva@guest.test")!)!

    @Test("GUEST ADD is what the form of the guest list asks for")
    func guestAdded() throws {
        let typed = Self.commands("GUEST ADD Eva Nagy <eva@guest.test>", to: Self.guests)
        let sent = try GuestForms.added("Eva Nagy", "eva@guest.test", party: "1", in: Self.project)
        #expect(typed == [.item(sent)])
        #expect(typed == [.item(.guest(.add(GuestTable(guests: [Self.eva]), in: Self.project)))])
    }

    @Test("a table is the same by mail and on the page")
    func guestTable() {
        let bytes = Array("name,email\nEva Nagy,eva@guest.test".utf8)
        let file = FileContent(name: "g.csv", contentType: "text/csv", size: 40, digest: ContentDigest(of: bytes))
        let table = GuestTable(SeparatedValues(bytes))
        let subject = ReplySubject(subject: .conversation(Self.project), open: [], locale: "en", logo: nil)
        let mailed = ReplyTranslation(
            subject, in: Self.project, text: "GUESTS", files: [file], tables: [table]
        ).commands
        #expect(mailed == [.item(.guest(.add(table, in: Self.project)))])
        #expect(table == GuestTable(guests: [Self.eva]))
        let sentence = ReplyTranslation(
            subject, in: Self.project, text: "Here is a table.", files: [file], tables: [table]
        ).commands
        let message = NewMessage(project: Self.project, text: "Here is a table.", attachments: [file])
        #expect(sentence == [.postMessage(message)], "a table without GUESTS is a file")
    }

    @Test(
        "YES, NO, MAYBE with a number answer for a guest; GUEST REMOVE takes one off",
        arguments: [
            ("YES 2", .answer(GuestID(number: 7), in: project, GuestAnswer(.yes))),
            ("YES 2 +3", .answer(GuestID(number: 7), in: project, GuestAnswer(.yes, party: 4))),
            ("no 1", .answer(GuestID(number: 5), in: project, GuestAnswer(.no))),
            ("GUEST REMOVE 2", .remove([GuestID(number: 7)], in: project)),
        ] as [(String, GuestCommand)])
    func guestAnswered(reply: String, command: GuestCommand) {
        #expect(Self.commands(reply, to: Self.guests) == [.item(.guest(command))])
    }

    @Test(
        "a sentence about guests does nothing to them",
        arguments: [
            ("Yes, 2 of them come late", "YES"), ("Guest Remove is what he said", nil),
            ("No 2 seats together, please", nil),
        ])
    func guestSentence(reply: String, close: String?) {
        #expect(Self.commands(reply, to: Self.guests) == Self.message(reply, close: close))
    }
}
