import MailFormat
import PortalCore
import Testing

@testable import MailChannel

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
        "an ordinary sentence ticks off nothing",
        arguments: ["Done 1 of them, the rest tomorrow", "I am done", "When will you be done?", "not done"])
    func sentence(reply: String) {
        let message = NewMessage(project: Self.project, text: reply, attachments: [])
        #expect(Self.commands(reply, to: Self.toDos) == [.postMessage(message)])
    }
}
