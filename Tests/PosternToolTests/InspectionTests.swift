import ArgumentParser
import Foundation
import MailFormat
import PortalCore
import TestGround
import Testing

@testable import MailSignatures
@testable import PosternTool

struct InspectionTests {
    private static func mail(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "\(Workshop.folderOfTests)/Mails/\(name).eml")))
    }

    @Test(arguments: ["approval", "bounce", "odd"])
    func `a mail is explained to people and to programs`(name: String) throws {
        let inspection = Inspection(try Self.mail(name))
        try expectGolden(InspectionPage(inspection).text + "\n", "inspect-\(name).txt")
        try expectGolden(inspection.json + "\n", "inspect-\(name).json")
    }

    @Test(arguments: [[], [0], [0x0D, 0x0A], Array("From".utf8), [UInt8](0...255), Array("\u{FEFF}\n\n".utf8)])
    func `of any bytes something can be said, with every key`(bytes: [UInt8]) throws {
        let json = Inspection(bytes).json
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(
            Set(object?.keys ?? [:].keys)
                == [
                    "from", "to", "cc", "subject", "date", "message_id", "in_reply_to", "references", "text", "html",
                    "attachments", "depth", "reply", "commands", "kind", "failed_recipients", "warnings",
                ])
        #expect(!json.utf8.contains(0x0A))
        #expect(!InspectionPage(Inspection(bytes)).text.isEmpty)
    }

    @Test func `nothing of a mail reaches the terminal as a control`() throws {
        let page = InspectionPage(Inspection(try Self.mail("odd"))).text
        #expect(!page.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test func `a digest does not change with line ends`() throws {
        let attached = "Content-Type: text/csv\n\na,b\nc,d\n"
        let changed = "Content-Type: text/csv\r\n\r\na,b\r\nc,d\r\n\r\n"
        let digests = [attached, changed].map { Inspection(Array($0.utf8)).attachments.first?.content?.digest }
        #expect(digests[0] != nil && digests[0] == digests[1])
    }
}

struct InspectVerbTests {
    let workshop: Workshop
    let config: String

    init() throws {
        workshop = try Workshop()
        config = try workshop.copyExample()
    }

    @Test func `with a configuration it says what the portal would do, and does nothing`() async throws {
        _ = try await workshop.run("apply", "--config", config)
        let installation = try Installation(Configuration(folder: config))
        defer { installation.portal.close() }
        let inspection = Inspection(Array("From: a@b.example\nTo: c@d.example\n\nAPPROVE\n".utf8))
        let portal = try await InspectionInPortal(of: inspection.message, in: installation)
        var page = InspectionPage(inspection)
        portal.add(to: &page)
        #expect(page.text.contains("sent to none of our reply addresses"))
        #expect(page.text.contains("Would be   held: it went to no reply address"))
        #expect(inspection.json(in: portal).contains(#""outcomes": ["held: it went to no reply address"]"#))
        #expect(try installation.portal.inbox(newest: 10).isEmpty)
    }

    @Test func `CM-13: with a configuration an organization's own words are commands, too`() async throws {
        let words = "    words: {approve: [druckreif]}\n"
        try workshop.replace("    # reminders:", with: words + "    # reminders:", in: "config/portal.yaml")
        _ = try await workshop.run("apply", "--config", config)
        let installation = try Installation(Configuration(folder: config))
        defer { installation.portal.close() }
        let entry = try #require(try installation.portal.dueMails(limit: 1).first)
        let letter = try #require(try installation.portal.letter(for: entry))
        try await installation.portal.seal(
            SealedLetter(id: entry.id, sender: "", recipient: "", bytes: [1]), of: letter,
            messageID: MessageID("1@portal.example")!, subject: "")
        let mail = "From: a@b.example\nTo: replies+\(letter.reply.text)@portal.example\n\nDRUCKREIF\n"
        let portal = try await InspectionInPortal(of: MailFormat.Message(Array(mail.utf8)), in: installation)
        #expect(Inspection(Array(mail.utf8), words: portal.words).commandTexts == ["APPROVE"])
        #expect(Inspection(Array(mail.utf8)).commandTexts == [])
    }

    @Test func `each piece of our own evidence is named`() throws {
        let signature = try #require(
            Header(
                Array(
                    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed; d=b.example; s=s1; h=from; bh=\(Self.digest); b=AAAA\n\n"
                        .utf8)
            ).fields.first.flatMap { try? Signature($0) })
        let check = CheckedSender(
            signatures: [
                CheckedSignature(signature: signature, result: .valid),
                CheckedSignature(signature: nil, result: .invalid("its version is not 1")),
            ],
            policy: DomainPolicy(Array("v=DMARC1; p=reject; adkim=s".utf8), of: "b.example"),
            authentication: .none(reason: "why"))
        #expect(
            check.lines == [
                "DKIM signature 1: b.example, selector s1, rsa-sha256, relaxed/simple: valid",
                "DKIM signature 2: unreadable: its version is not 1",
                "DMARC record of b.example: p=reject, alignment strict", "our own check: nothing: why",
            ])
    }

    private static let digest = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

    @Test func `many at once are for programs, and say where the mails are`() throws {
        for words in [["inspect", "--batch"], ["inspect", "--batch", "--json", "mail.eml"]] {
            #expect(throws: (any Error).self) { try Postern.parseAsRoot(words) }
        }
    }
}
