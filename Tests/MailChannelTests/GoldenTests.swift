import MailChannel
import MailFormat
import PortalCore
import TestGround
import Testing

/// Every mail as people get it: header and text in one file, HTML in another.
@Suite(.serialized)
struct GoldenTests {
    private func toDana(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "dana@client.test" } }
    private func toAna(_ sent: [Sent]) -> Sent? { sent.last { $0.recipient == "ana@acme.test" } }

    @Test func `an invitation`() async throws {
        let world = try await World()
        try expectMail(toDana(try await world.send()), "invitation")
    }

    @Test func `a portal link with access code and expiry`() async throws {
        let link = PortalLinkSettings(client: .dana, name: "main", code: .init("123456"), days: 14, notified: true)
        let world = try await World(
            .acme.with {
                $0.invitations = []
                $0.links = [link]
            })
        try expectMail(
            try await world.send().first { if case .portalLink = $0.content { true } else { false } }, "portal-link")
    }

    @Test func `a sign-in code`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        try await world.send()
        _ = try await world.portal.perform(
            [.askToSignIn(address: "dana@client.test", browser: world.portal.freshSecret())],
            for: .visitor(organization: "acme"), because: world.press())
        try expectMail(toDana(try await world.send()), "sign-in")
    }

    @Test func `a decision is asked, with the logo in the mail`() async throws {
        let world = try await World(
            .acme.with {
                $0.settings.logo = .some(.placeholder)
                $0.deliverables[0].files = [
                    FileContent(
                        name: "logo-v3.svg", contentType: "image/svg+xml", size: 48_200, digest: .init(of: [1])),
                    FileContent(
                        name: "logo-v3.pdf", contentType: "application/pdf", size: 1_240_000, digest: .init(of: [2])),
                ]
            })
        try await world.danaAccepts()
        try expectMail(toDana(try await world.send()), "decision-asked")
    }

    @Test func `a decision was made, and its receipt`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = "REVISE: the letters are too thin\r\n\r\nOtherwise we like it."
        _ = try await world.receive(mail.bytes(world.danaIsAsked()))
        let sent = try await world.send()
        try expectMail(toAna(sent), "decision-made")
        try expectMail(toDana(sent), "receipt-done")
    }

    @Test func `a new message with a file, and its receipt`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.content = ["Content-Type: multipart/mixed; boundary=b"]
        mail.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nHere is our old logo.\r\n\r\nPlease keep the colour!\r\n--b\r\n"
            + "Content-Type: application/pdf; name=old-logo.pdf\r\n\r\n%PDF\r\n--b--"
        mail.results = []
        _ = try await world.receive(mail.bytes(world.danaIsAsked()))
        let sent = try await world.send()
        try expectMail(toAna(sent), "new-message")
        try expectMail(toDana(sent), "receipt-message")
    }

    @Test func `FL-12: a client's file that can run programs is kept, not offered to other clients, and said so`()
        async throws
    {
        let world = try await World(
            .acme.with {
                $0.people.append(
                    .init(
                        address: EmailAddress("lee@client.test")!, name: "Lee", role: .client, locale: nil,
                        notified: true, admitted: true))
                $0.projects[0].people.append(EmailAddress("lee@client.test")!)
                $0.links = [
                    PortalLinkSettings(
                        client: EmailAddress("lee@client.test")!, name: "own", code: nil, days: nil, notified: true)
                ]
            })
        var mail = MailText()
        mail.content = ["Content-Type: multipart/mixed; boundary=b"]
        mail.body =
            "--b\r\nContent-Type: text/plain\r\n\r\nOur fonts.\r\n--b\r\n"
            + "Content-Type: application/octet-stream; name=fonts.exe\r\n\r\nMZ\r\n--b\r\n"
            + "Content-Type: application/pdf; name=notes.pdf\r\n\r\n#!/bin/sh\r\n--b\r\n"
            + "Content-Type: application/pdf; name=list.pdf\r\n\r\n%PDF\r\n--b--"
        _ = try await world.receive(mail.bytes(world.danaIsAsked()))
        let sent = try await world.send()
        try expectMail(sent.last { $0.recipient == "lee@client.test" }, "new-message-held")
        try expectMail(toDana(sent), "receipt-held")
        #expect(try #require(toAna(sent)).plain.contains("fonts.exe (2 bytes), can run programs"))
        #expect(try world.portal.heldFiles(of: "acme").map(\.file.content.name) == ["notes.pdf", "fonts.exe"])
    }

    @Test func `a receipt for a decision about an older version`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        try await world.apply(.acme.with { $0.deliverables = [DesiredOrganization.logo(version: 4)] })
        _ = try await world.receive(MailText().bytes(secret))
        try expectMail(
            try await world.send().last { if case .receipt = $0.content { true } else { false } },
            "receipt-newer-version")
    }

    @Test func `a confirmation is needed`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.results = []
        mail.body = "APPROVE\r\n\r\nLovely work."
        _ = try await world.receive(mail.bytes(world.danaIsAsked()))
        try expectMail(toDana(try await world.send()), "confirmation-needed")
    }

    @Test func `a decision on a page has a receipt, and can be taken back`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.results = []
        _ = try await world.receive(mail.bytes(world.danaIsAsked()))
        let asked = try #require(toDana(try await world.send()))
        guard case .confirmation(let secret, let confirmation, _) = asked.content else { throw Unexpected() }
        _ = try await world.portal.perform(
            [
                .decide(
                    Decision(
                        deliverable: confirmation.deliverable, version: confirmation.version, kind: .approved,
                        comment: ""))
            ], for: .confirmation(secret), because: world.press())
        let receipt = try #require(toDana(try await world.send()))
        try expectMail(receipt, "undo-offered")
        guard case .undoOffered(_, let decision, let offer?, _) = receipt.content else { throw Unexpected() }
        _ = try await world.portal.perform(
            [.undo(decision.deliverable, version: decision.version)], for: .undoLink(offer.secret),
            because: world.press())
        let sent = try await world.send()
        try expectMail(toAna(sent), "decision-taken-back")
        try expectMail(toDana(sent), "decision-taken-back-own")
    }

    @Test func `a delivery failed`() async throws {
        let world = try await World()
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let written = try world.writer.write(letter, logo: nil)
        try await world.portal.seal(written.sealed, of: letter, messageID: written.messageID, subject: written.subject)
        try await world.portal.settle(entry.id, .rejected("550 5.1.1 <dana@client.test>: no such user"))
        try expectMail(toAna(try await world.send()), "delivery-failed")
    }
}
