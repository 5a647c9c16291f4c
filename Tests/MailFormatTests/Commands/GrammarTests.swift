import Testing

@testable import MailFormat

struct GrammarTests {
    @Test(
        "Every command of the grammar is read, and says itself in canonical form",
        arguments: [
            ("approve 3, 1 and 2", "APPROVE 3, 1, 2"), ("Approve #2", "APPROVE 2"), ("APPROVE: 1 & 3", "APPROVE 1, 3"),
            ("revise 2: the logo is small", "REVISE 2 the logo is small"), ("REVISE 2 the logo", "REVISE 2 the logo"),
            ("Revise 2\nThe logo is small", "REVISE 2 The logo is small"), ("reject 4", "REJECT 4"),
            ("REVISE 2 of the photos are dark", "REVISE 2 of the photos are dark"),
            ("REJECT 2. too dark", "REJECT 2 too dark"),
            ("confirm", "CONFIRM"), ("Confirmed!", "CONFIRM"), ("confirm 3.", "CONFIRM 3"),
            ("decline", "DECLINE"), ("decline: crew is ill", "DECLINE crew is ill"),
            ("DECLINE 2 crew is ill", "DECLINE 2 crew is ill"),
            ("assign Ana", "ASSIGN Ana"), ("Assign to Ana Lima", "ASSIGN Ana Lima"),
            ("ASSIGN bob smith", "ASSIGN bob smith"), ("assign 2 Ana Lima", "ASSIGN 2 Ana Lima"),
            ("assign ana@acme.test", "ASSIGN ana@acme.test"), ("Zuweisen an Jörg Müller", "ASSIGN Jörg Müller"),
            ("PASSENGER ADD Ana Lima, 1980-02-01", "PASSENGER ADD Ana Lima, 1980-02-01"),
            ("add passenger: Zoë O’Hara, 1959/2/1", "PASSENGER ADD Zoë O’Hara, 1959-02-01"),
            ("passenger add Ana Lima 1980-2-1", "PASSENGER ADD Ana Lima, 1980-02-01"),
            ("passenger remove 2", "PASSENGER REMOVE 2"), ("Passengers", "PASSENGERS"), ("passport 2", "PASSPORT 2"),
            ("invoices", "INVOICES"), ("Invoices, please", "INVOICES"), ("GET 3", "GET 3"), ("get 3, 5", "GET 3, 5"),
            ("get inv-12", "GET INV-12"), ("Get menu", "GET menu"), ("get menu, INV-7", "GET menu, INV-7"),
            ("télécharger la carte", ""), ("télécharger carte", "GET menu"), ("clients", "CLIENTS"),
            ("invite ana@acme.test", "INVITE ana@acme.test"),
            ("Invite <ana@acme.test> to Summer Gala", "INVITE ana@acme.test TO Summer Gala"),
            ("INVITE ana@acme.test<mailto:ana@acme.test>", "INVITE ana@acme.test"),
            ("login", "LOGIN"), ("Log in", "LOGIN"), ("test", "TEST"), ("sign", "SIGN"), ("Sign 2", "SIGN 2"),
            ("pay", "PAY"), ("pay inv-12", "PAY INV-12"), ("pay 2", "PAY 2"), ("files", "FILES"),
            ("q3: Thirty people", "Q3: Thirty people"), ("Question 3: yes", "Q3: yes"), ("Frage 12: ja", "Q12: ja"),
            ("Q3:\nThirty people\nand a dog", "Q3: Thirty people and a dog"),
            ("guest add Ana Lima <ana@acme.test>", "GUEST ADD Ana Lima <ana@acme.test>"),
            ("GUEST ADD Ana Lima, ana@acme.test", "GUEST ADD Ana Lima <ana@acme.test>"),
            ("GUEST ADD 李雷 <a@b.test>", "GUEST ADD 李雷 <a@b.test>"),
            ("GUEST ADD محمد علي a@b.test", "GUEST ADD محمد علي <a@b.test>"),
            ("GUEST ADD प्रिया शर्मा <a@b.test>", "GUEST ADD प्रिया शर्मा <a@b.test>"),
            ("guest remove 4", "GUEST REMOVE 4"), ("Guests", "GUESTS"), ("Guest list", "GUESTS"),
            ("YES +2", "YES +2"), ("yes 2 +2", "YES 2 +2"), ("Yes, +1!", "YES +1"), ("no 3", "NO 3"),
            ("maybe 1 + 1", "MAYBE 1 +1"),
            ("RSVP yes +2", "YES +2"), ("rsvp: no", "NO"), ("RSVP maybe", "MAYBE"),
            ("done 1, 3", "DONE 1, 3"), ("Done 2 & 5.", "DONE 2, 5"), ("done", "DONE"),
            ("erledigt: 1 und 3", "DONE 1, 3"),
            ("access", "ACCESS"), ("mute", "MUTE"), ("unmute", "UNMUTE"), ("extend", "EXTEND"), ("status", "STATUS"),
            ("orgs", "ORGS"), ("undo", "UNDO"), ("Undo please", "UNDO"), ("rückgängig machen", "UNDO"),
        ])
    func canonical(text: String, canonical: String) {
        let commands = ReadReply(text, offering: CommandVerb.all).commands
        #expect(commands.map(\.canonicalText) == (canonical.isEmpty ? [] : [canonical]))
    }

    @Test(
        "What a verb does not take is no command",
        arguments: [
            "DONE -1", "DONE 7; DONE 8", "DONE 0", "DONE 1000000", "DONE 1-3", "done 1,", "done 2 days ago", "Done 1.5",
            "approve 2 of 3", "Approve 1, 2 but not 3", "approve 50%", "APPROVE 2nd", "passport", "passport 1, 2",
            "assign",
            "Assign it to Bob", "assign this", "Assign somebody else", "PASSENGER ADD Ana Lima",
            "PASSENGER ADD Ana, 1980-02-30", "PASSENGER ADD Ana, 01.02.1980", "PASSENGER ADD 1980-02-01",
            "GUEST ADD Ana",
            "GUEST ADD Ana <nobody>", "GUEST ADD <ana@acme.test>", "invite Ana", "INVITE ana@acme.test bob@acme.test",
            "invite ana@acme.test to dinner?", "get", "Get well soon", "get lost", "get real", "pay menu", "pay 1, 2",
            "pay attention", "Q3", "Q: what?", "Q3 results look good", "Q0: x", "YES 2 guests", "yes +100", "no +2",
            "Yes, but",
            "sign here", "Files attached", "Test it", "Status?", "undo that", "mute button is broken",
            "Approve, please",
            "Sign please", "confirm by Friday", "Request denied", "request you to call", "RSVP", "RSVP by Friday",
            "rsvp yes?",
        ])
    func refused(text: String) {
        #expect(ReadReply(text, offering: CommandVerb.all).commands.isEmpty)
    }

    @Test("A list has a hundred numbers at most, and each once")
    func manyNumbers() {
        let numbers = (1...100).map(String.init).joined(separator: ", ")
        #expect(ReadReply("done \(numbers)", offering: [.done]).commands.first?.numbers.count == 100)
        #expect(ReadReply("done \(numbers), 101", offering: [.done]).commands.isEmpty)
        #expect(ReadReply("done 2, 2, 1", offering: [.done]).commands.first?.numbers == [2, 1])
        #expect(ReadReply("done 999999", offering: [.done]).commands.first?.numbers == [999_999])
    }

    @Test("A request is the rest of the mail, with its fields")
    func request() {
        let text =
            "REQUEST\nLisbon to Geneva with four people.\n\nFrom: Lisbon\nDeparture date: 12 March, 10:30\nhttps://acme.test"
        guard case .request(let whole, let fields) = ReadReply(text, offering: [.request]).commands.first?.argument
        else {
            Issue.record("no request")
            return
        }
        #expect(whole.hasPrefix("Lisbon to Geneva"))
        #expect(fields.map(\.name) == ["From", "Departure date"])
        #expect(fields.map(\.value) == ["Lisbon", "12 March, 10:30"])
        #expect(ReadReply("REQUEST", offering: [.request]).reading == .incomplete(.request))
    }

    @Test("Entries of a list can be decided one by one")
    func oneByOne() {
        let reply = ReadReply(
            "APPROVE 1\nREVISE 2 too dark\nand too small\nREJECT 3\nThanks, Dana", offering: CommandVerb.all)
        #expect(
            reply.commands == [
                ReplyCommand(.approve, .numbers([1])), .revise(2, reason: "too dark\nand too small"),
                .reject(3, reason: "Thanks, Dana"),
            ])
        #expect(ReadReply("APPROVE 1\nREJECT 1").reading == .contradictory([.approve, .reject]))
        #expect(ReadReply("APPROVE\nREJECT 2").reading == .contradictory([.approve, .reject]))
        #expect(ReadReply("YES 1\nNO 2", offering: CommandVerb.attendance).commands.count == 2)
        #expect(ReadReply("YES\nNO", offering: CommandVerb.attendance).commands.isEmpty)
    }

    @Test("A verb that was not offered is ordinary text")
    func offering() {
        #expect(ReadReply("Yes").commands.isEmpty)
        #expect(ReadReply("DONE 1", offering: CommandVerb.decisions).reading == .message)
        #expect(ReadReply("APPROVE", offering: [.done]).reading == .message)
        #expect(ReadReply("Ablehnen", offering: [.confirm, .decline]).commands.map(\.verb) == [.decline])
        #expect(ReadReply("Ablehnen", offering: CommandVerb.all).commands.map(\.verb) == [.reject])
    }

    @Test("CM-18: a bare yes answers an invitation only where nothing else was asked")
    func bareYes() {
        #expect(ReadReply("Yes!", offering: CommandVerb.attendance).commands.map(\.verb) == [.yes])
        #expect(ReadReply("No, thanks", offering: CommandVerb.attendance).commands.map(\.verb) == [.no])
        #expect(ReadReply("Yes", offering: CommandVerb.all).reading == .almost(.yes))
        #expect(ReadReply("Yes 2", offering: CommandVerb.all).commands.map(\.canonicalText) == ["YES 2"])
        for refusal in ["Decline", "Declined.", "DECLINED"] {
            #expect(ReadReply(refusal, offering: CommandVerb.attendance).commands.map(\.verb) == [.no])
            #expect(ReadReply(refusal, offering: [.yes, .no, .decline]).commands.map(\.verb) == [.decline])
        }
        #expect(ReadReply("Décliné", in: .french, offering: CommandVerb.attendance).commands.map(\.verb) == [.no])
        #expect(ReadReply("Abgelehnt", in: .german, offering: CommandVerb.attendance).commands.map(\.verb) == [.no])
        #expect(ReadReply("Si, claro", offering: CommandVerb.attendance).commands.isEmpty)
        #expect(ReadReply("Tak", offering: CommandVerb.attendance).commands.isEmpty)
        #expect(ReadReply("Tak", in: .polish, offering: CommandVerb.attendance).commands.map(\.verb) == [.yes])
        #expect(ReadReply("No", in: .polish, offering: CommandVerb.attendance).commands.isEmpty)
    }

    @Test(
        "CM-17: numbers that cannot be read, with no other word, are a command that lacks them",
        arguments: [
            ("DONE -1", true), ("DONE 7; DONE 8", true), ("DONE 0", true), ("DONE 9999999", true), ("DONE 1-3", true),
            ("DONE 2 days ago", false), ("DONE 7?", false), ("DONE; APPROVE 8", false), ("I am DONE 7", false),
        ])
    func misnumbered(text: String, isLacking: Bool) {
        let reading = ReadReply(text, offering: [.done, .approve]).reading
        #expect((reading == .incomplete(.done)) == isLacking, "\(reading)")
        if case .commands = reading { Issue.record("\(text) was carried out") }
    }
}
