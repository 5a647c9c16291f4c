import MailChannel
import MailFormat
import PortalCore
import Testing

/// `security/cases.md`, CM-17: what is not in one's own list is answered alike, whether it is there or not.
@Suite(.serialized)
struct ItemCommandTests {
    private static let lee = EmailAddress("lee@client.test")!

    /// Two to-dos of Dana's, and behind them one of Lee's.
    private static let acme = DesiredOrganization.acme.with { acme in
        acme.people.append(
            .init(address: lee, name: "Lee", role: .client, locale: nil, notified: true, admitted: true))
        acme.projects[0].people.append(lee)
        acme.items = [
            ("photos", "Send photos", EmailAddress.dana), ("name", "Find a name", .dana), ("secret", "Sue us", lee),
        ]
        .map {
            .toDo(
                ToDoSettings(project: "rebrand", name: $0.0, title: $0.1, details: "", assignee: $0.2, due: nil))
        }
    }

    /// Dana is in, and the mail that lists her to-dos lies before her.
    private func listed() async throws -> (World, Secret) {
        let world = try await World()
        _ = try await world.danaIsAsked()
        try await world.apply(Self.acme)
        let asked = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        return (world, try asked.secret(at: world.mailbox))
    }

    private static let others = [
        "DONE 3", "DONE 7", "DONE 999999", "DONE -1", "DONE 7; DONE 8", "DONE 0", "done 1, 2, 7",
        "DONE 9999999999999999999999", "erledigt 7",
    ]

    @Test(arguments: others)
    func `CM-17: DONE of what is not in the list changes nothing, and says no more than that`(_ body: String)
        async throws
    {
        let (world, secret) = try await listed()
        var mail = MailText()
        mail.body = body
        let effects = try await world.receive(mail.bytes(secret))
        #expect(effects.words.isSubset(of: [.refuse, .post]) && effects.words.contains(.refuse), "\(effects.outcomes)")
        let sent = try await world.send()
        let told = sent.filter { $0.recipient != "ana@acme.test" }
        #expect(told.map(\.recipient) == ["dana@client.test"])
        #expect(told[0].plain.contains("Nothing was changed") && !told[0].plain.contains("Sue us"))
        mail.messageID = "m2@client.test"
        mail.body = "DONE 1, 2"
        #expect(
            try await world.receive(mail.bytes(secret)).outcomes
                == [.done(.item(.toDosDone(["Send photos", "Find a name"])))])
    }

    @Test(arguments: others)
    func `CM-17: whoever was shown no list gets one, in which what is another's stays so`(_ body: String) async throws {
        let (world, _) = try await listed()
        var mail = MailText()
        mail.body = body
        let effects = try await world.receive(mail.bytes(try await world.anaWrites()))
        #expect(effects.outcomes == [.done(.item(.listMailed(.todos)))])
        let list = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        mail.messageID = "m2@client.test"
        mail.body = "DONE 3"
        let others = try await world.receive(mail.bytes(list.secret(at: world.mailbox)))
        #expect(others.outcomes == [.refused(.item(.notTheirs))])
    }
}
