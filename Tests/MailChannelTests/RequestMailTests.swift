import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// Requests and passengers by mail, through the whole channel.
@Suite(.serialized)
struct RequestMailTests {
    private func mail(_ body: String, _ number: Int, from person: String = "Dana <dana@client.test>") -> MailText {
        var mail = MailText()
        mail.body = body
        mail.from = ["From: \(person)"]
        mail.messageID = "m\(number)@client.test"
        if person.hasPrefix("Ana") {
            mail.results = ["mx.acme.test; dkim=pass header.d=acme.test header.s=s1; dmarc=pass header.from=acme.test"]
        }
        return mail
    }

    private func toDana(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "dana@client.test" } }
    private func toAna(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "ana@acme.test" } }

    /// Dana has asked for a trip in the project's conversation.
    private func asked(_ world: World, _ body: String = "REQUEST: a trip to Oslo\r\nDate: 12 May") async throws
        -> [Sent]
    {
        try await world.danaAccepts()
        try await world.send()
        let secret = try await world.anaWrites()
        _ = try await world.receive(mail(body, 1).bytes(secret))
        return try await world.send()
    }

    @Test func `a request, its receipt, an answer to it and what the client hears`() async throws {
        let world = try await World()
        let sent = try await asked(world)
        try expectMail(toAna(sent), "request-received")
        try expectMail(toDana(sent), "request-receipt")
        let request = try #require(toAna(sent)).secret(at: world.mailbox)
        _ = try await world.receive(mail("How many are you?", 2, from: "Ana <ana@acme.test>").bytes(request))
        let remark = toDana(try await world.send())
        try expectMail(remark, "request-remark")
        let answer = try await world.receive(
            mail("Four of us.", 3).bytes(try #require(remark).secret(at: world.mailbox)))
        #expect(answer.outcomes == [.done(.item(.remarked("a trip to Oslo")))])
        try await world.send()
        _ = try await world.receive(mail("CONFIRM", 4, from: "Ana <ana@acme.test>").bytes(request))
        try expectMail(toDana(try await world.send()), "request-confirmed")
    }

    @Test func `a request that is declined, with the reason`() async throws {
        let world = try await World()
        let request = try #require(toAna(try await asked(world))).secret(at: world.mailbox)
        _ = try await world.receive(
            mail("DECLINE: we are fully booked that day", 2, from: "Ana <ana@acme.test>").bytes(request))
        try expectMail(toDana(try await world.send()), "request-declined")
    }

    @Test func `a reason in small letters below DECLINE is its reason`() async throws {
        let world = try await World()
        let request = try #require(toAna(try await asked(world))).secret(at: world.mailbox)
        _ = try await world.receive(mail("DECLINE\r\nno aircraft", 2, from: "Ana <ana@acme.test>").bytes(request))
        #expect(try #require(toDana(try await world.send())).plain.contains("no aircraft"))
    }

    @Test func `without evidence for the sender a request comes in, marked, and nothing is confirmed`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        try await world.send()
        let secret = try await world.anaWrites()
        var unsure = mail("REQUEST: a trip to Oslo", 1)
        unsure.results = []
        _ = try await world.receive(unsure.bytes(secret))
        let received = try #require(toAna(try await world.send()))
        #expect(received.plain.contains("(sender not verified)"))
        var answer = mail("CONFIRM", 2, from: "Ana <ana@acme.test>")
        answer.results = []
        #expect(
            try await world.receive(answer.bytes(received.secret(at: world.mailbox))).outcomes == [.needsConfirmation])
        try expectMail(toAna(try await world.send()), "request-on-page")
    }

    @Test func `passengers are listed, added, and given their documents by number`() async throws {
        let world = try await World(.acme.with { $0.settings.requests.needDocuments = true })
        try await world.danaAccepts()
        try await world.send()
        let secret = try await world.anaWrites()
        let body = "PASSENGER ADD Ida Lind, 1980-02-01\r\nPASSENGER ADD Bo Lind, 2019-11-30\r\nPASSENGERS"
        _ = try await world.receive(mail(body, 1).bytes(secret))
        let sent = try await world.send().filter { $0.recipient == "dana@client.test" }
        let list = try #require(sent.first { if case .item(.list) = $0.content { true } else { false } })
        try expectMail(list, "passengers")
        let numbers = try list.secret(at: world.mailbox)
        var scan = mail("", 2)
        scan.content = ["Content-Type: multipart/mixed; boundary=b"]
        scan.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nPASSPORT 2\r\n--b\r\n"
            + "Content-Type: application/pdf; name=bo.pdf\r\n\r\n%PDF\r\n--b--"
        #expect(
            try await world.receive(scan.bytes(numbers)).outcomes == [.done(.item(.documentsKept(of: "Bo Lind")))])
        let receipt = try #require(toDana(try await world.send()))
        try expectMail(receipt, "passport-receipt")
        #expect(receipt.message.files.isEmpty)
        let asked = try await world.receive(mail("REQUEST: a trip to Oslo", 3).bytes(numbers))
        #expect(
            asked.outcomes == [.done(.item(.requested("a trip to Oslo", confirmed: false, missing: ["Ida Lind"])))])
        try expectMail(toAna(try await world.send()), "request-waits-for-documents")
    }

    @Test func `words in answer to a list of passengers are kept for staff, and their writer is told`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        try await world.send()
        _ = try await world.receive(mail("PASSENGERS", 1).bytes(world.anaWrites()))
        let list = try #require(toDana(try await world.send()))
        let effects = try await world.receive(mail("My aunt comes, too.", 2).bytes(list.secret(at: world.mailbox)))
        #expect(effects.filing == .quarantine)
        #expect(effects.outcomes == [.refused(.item(.unplaced))])
        try expectMail(toDana(try await world.send()), "unplaced-receipt")
    }

    @Test func `a passport without its number reaches nobody's conversation`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        try await world.send()
        var scan = mail("", 1)
        scan.content = ["Content-Type: multipart/mixed; boundary=b"]
        scan.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nPASSPORT 1\r\n--b\r\n"
            + "Content-Type: application/pdf; name=bo.pdf\r\n\r\n%PDF\r\n--b--"
        let effects = try await world.receive(scan.bytes(world.anaWrites()))
        #expect(effects.outcomes == [.refused(.item(.numberNeeded))])
        #expect(try await world.send().allSatisfy { $0.recipient == "dana@client.test" })
    }
}
