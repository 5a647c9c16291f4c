import MailFormat
import PortalCore
import Testing

@testable import MailChannel

/// Both doors, for what people ask about themselves, and for decisions by number.
@Suite("Both doors, for accounts and lists")
struct AccountDoorsTests {
    private static let project = ItemDoorsTests.project
    private static let logo = Thing.deliverable(DeliverableID(number: 4), version: 3)
    private static let poster = Thing.deliverable(DeliverableID(number: 6), version: 1)

    private static func commands(
        _ reply: String, to subject: ReplyAddress.Subject, staff: Bool = false
    ) -> [Command] {
        let subject = ReplySubject(subject: subject, open: [], locale: "en", logo: nil, isStaff: staff)
        return ReplyTranslation(subject, in: subject.subject.project, text: reply, files: []).commands
    }

    private static let subjects: [ReplyAddress.Subject] = [
        .decision(DeliverableID(number: 4), version: 3, project), .conversation(project),
        .things(ListedThings([logo, poster], in: project)),
    ]

    static let rows: [(String, ItemCommand)] = [
        ("STATUS", .account(.status(project))), ("status.", .account(.status(project))),
        ("LOGIN", .account(.login)), ("MUTE", .account(.notify(false))), ("UNMUTE", .account(.notify(true))),
        ("EXTEND", .account(.askExtension)), ("ORGS", .account(.organizations)),
        ("FILES", .list(ListThings(.files, in: project))), ("GET", .list(ListThings(.files, in: project))),
        ("GET INV-12", .get(GetThings([.called(.reference("INV-12"))], in: project))),
        ("GET contract", .get(GetThings([.called(.only(.contract))], in: project))),
    ]

    @Test("the verbs of accounts mean the same whatever the mail was about", arguments: rows)
    func verbs(reply: String, command: ItemCommand) {
        for subject in Self.subjects { #expect(Self.commands(reply, to: subject) == [.item(command)]) }
    }

    @Test("verbs of staff are ordinary words of clients", arguments: ["CLIENTS", "ACCESS", "TEST", "INVITE a@b.test"])
    func staff(reply: String) {
        for subject in Self.subjects {
            let message = NewMessage(project: Self.project, text: reply, attachments: [])
            #expect(Self.commands(reply, to: subject) == [.postMessage(message)])
            #expect(
                Self.commands(reply, to: subject, staff: true).contains { if case .item = $0 { true } else { false } })
        }
    }

    @Test("INVITE and TEST are what the staff's pages ask for, whatever the mail was about")
    func invitations() throws {
        let address = try #require(EmailAddress("kim@client.test"))
        let rows: [(String, ItemCommand)] = [
            ("INVITE kim@client.test", .people(.invite(NewClient(address)))),
            (
                "INVITE kim@client.test TO Summer party",
                .people(.invite(NewClient(address, to: .called("Summer party"))))
            ),
            ("TEST", .roundTrip(.ask)),
        ]
        for (reply, command) in rows {
            for subject in Self.subjects + [.nothing] {
                #expect(Self.commands(reply, to: subject, staff: true) == [.item(command)], "\(reply)")
            }
        }
    }

    @Test("whatever answers a test mail is the answer", arguments: ["Fine", "APPROVE", "TEST", ""])
    func tested(reply: String) {
        let subject = ReplySubject(subject: .nothing, open: [], locale: "en", logo: nil, isStaff: true, isTest: true)
        let translation = ReplyTranslation(subject, in: nil, text: reply, files: [])
        #expect(translation.commands == [.item(.roundTrip(.answered))])
    }

    @Test(
        "ordinary sentences with these words are messages",
        arguments: ["Status of the poster?", "Get well soon", "mute the music in the film", "log in does not work"])
    func sentences(reply: String) {
        for subject in Self.subjects {
            #expect(!Self.commands(reply, to: subject).contains { if case .item = $0 { true } else { false } })
        }
    }

    @Test("a mail about no project takes what one asks for oneself, and nothing else")
    func nothing() {
        #expect(Self.commands("EXTEND", to: .nothing) == [.item(.account(.askExtension))])
        for reply in ["STATUS", "FILES", "Hello?", "EXTEND\n\nuntil the festival"] {
            #expect(Self.commands(reply, to: .nothing) == [])
        }
    }

    private static func decide(_ thing: Thing, _ kind: Decision.Kind, _ comment: String = "") -> Command {
        guard case .deliverable(let id, let version) = thing else { return .signOut }
        return .decide(Decision(deliverable: id, version: version, kind: kind, comment: comment))
    }

    static let decisions: [(String, [Command])] = [
        ("APPROVE 2", [decide(poster, .approved)]),
        ("APPROVE 1, 2", [decide(logo, .approved), decide(poster, .approved)]),
        ("APPROVE 1\n\nLovely!", [decide(logo, .approved, "Lovely!")]),
        ("REVISE 2: larger letters", [decide(poster, .revisionRequested, "larger letters")]),
        ("APPROVE 1\nREJECT 2", [decide(logo, .approved), decide(poster, .rejected)]),
        ("APPROVE 3", [.item(.misnumbered(Misnumbered(3, in: project)))]),
    ]

    @Test("numbers decide about the version that was listed", arguments: decisions)
    func byNumber(reply: String, commands: [Command]) {
        #expect(
            Self.commands(reply, to: .things(ListedThings([Self.logo, Self.poster], in: Self.project))) == commands)
    }

    @Test("a verb without a number decides about the only one, and about none of several")
    func alone() {
        let one = ReplyAddress.Subject.things(ListedThings([Self.logo], in: Self.project))
        #expect(Self.commands("APPROVE", to: one) == [Self.decide(Self.logo, .approved)])
        let message = NewMessage(project: Self.project, text: "APPROVE", attachments: [])
        #expect(Self.commands("APPROVE", to: Self.subjects[2]) == [.postMessage(message)])
    }
}
