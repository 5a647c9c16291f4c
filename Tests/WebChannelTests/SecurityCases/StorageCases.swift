import Foundation
import MailFormat
import Testing

@testable import PortalCore
@testable import WebChannel

/// What lies on disk, and what a fault shows.
struct StorageCases {
    @Test("TK-01: secrets are long, never the same twice, and in no file of the database, sent or waiting")
    func secretsOnDisk() async throws {
        let world = try await World.acme()
        var secrets: [String] = []
        for number in 0..<120 {
            let address = EmailAddress("client\(number)@client.test")!
            try await world.order(.setPerson(World.person(address, "C", .client), organization: "acme"))
            try await world.order(.invite(address, organization: "acme"))
            let link = PortalLinkSettings(client: address, name: "l", code: nil, days: nil, notified: true)
            try await world.order(.createPortalLink(link, organization: "acme", handedOver: nil))
        }
        for (count, entry) in try world.portal.dueMails(limit: 1000).enumerated() {
            guard let letter = try world.portal.letter(for: entry) else { continue }
            let link: Secret? =
                switch letter.content {
                case .invitation(let secret, _, _), .portalLink(_, let secret): secret
                default: nil
                }
            let words = [letter.reply.text] + (link.map { [$0.text] } ?? [])
            secrets += words
            let mail = SealedLetter(
                id: entry.id, sender: "replies+\(letter.reply.text)@acme.test", recipient: "dana@client.test",
                bytes: Array("https://acme.test/l/\(words.joined(separator: " "))".utf8))
            try await world.portal.seal(
                mail, of: letter, messageID: MessageID("\(entry.id)@portal.test")!, subject: "a mail")
            #expect(try world.portal.sealedLetter(entry.id) == mail)
            if count.isMultiple(of: 2) { try await world.portal.settle(entry.id, .sent("250 ok")) }
        }
        #expect(secrets.count >= 480 && Set(secrets).count == secrets.count)
        #expect(secrets.allSatisfy { $0.utf8.count == 26 || $0.utf8.count == 52 })
        for name in try FileManager.default.contentsOfDirectory(atPath: world.folder) where name.hasPrefix("portal.") {
            let bytes = try #require(FileManager.default.contents(atPath: "\(world.folder)/\(name)"))
            for secret in secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)") }
        }
    }

    @Test("a copy of the database without its key owes the mail anew")
    func lostKey() async throws {
        let world = try await World.acme()
        try await world.order(.invite(.dana, organization: "acme"))
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let mail = SealedLetter(id: entry.id, sender: "r@acme.test", recipient: "dana@client.test", bytes: [1, 0, 2])
        try await world.portal.seal(mail, of: letter, messageID: MessageID("1@portal.test")!, subject: "a mail")
        try FileManager.default.removeItem(atPath: "\(world.folder)/portal.key")
        let other = try Portal(folder: world.folder, clock: { World.start })
        #expect(try other.sealedLetter(entry.id) == nil)
        try await other.recoverOutbox()
        #expect(try other.outboxEntry(entry.id)?.state == .owed)
        other.close()
    }

    @Test("TK-26: secrets are found by their digest; where bytes are compared, time says nothing")
    func comparisons() throws {
        for folder in [
            "Invitations", "SignIns", "PortalLinks", "Sessions", "Confirmations", "ReplyAddresses", "Secrets",
        ] {
            let source = try SourceText.files(in: "Sources/PortalCore/\(folder)")
            #expect(!source.contains(/(?:secret|code|token)(?:\.text|\.digits)? ==/))
            #expect(!source.contains(/WHERE [a-z.]*(?:secret|code) =/))
        }
        #expect(try SourceText.files(in: "Sources/PortalCore/Secrets").contains("CRYPTO_memcmp"))
    }

    @Test(
        "WB-12: a fault shows a number and nothing else",
        arguments: Array(RouteTable.numbered.keys) + ["dashboard", "signIn"])
    func faults(route: String) async throws {
        let cast = try await Cast()
        try await serving(cast.world) { port in
            let browser = try await cast.browser(of: .danaOfAcme, port: port)
            let page = try await browser.get("/acme/projects/1")
            for table in ["projects", "organizations"] {
                _ = try await cast.world.portal.database.write {
                    try $0.execute("ALTER TABLE \(table) RENAME TO gone_\(table)", [])
                }
            }
            let path = RouteTable.numbered[route]?("acme", 1) ?? RouteTable.rooms[route]?("acme") ?? ""
            let forms =
                ["messages", "decision", "undo", "organizationTool remark", "organizationTool passenger"]
                + ["people", "links", "deliverables", "files", "release"].map { "staff \($0)" }
            let isForm = forms.contains(route)
            let reply =
                isForm
                ? try await browser.post(path, ["form": page.token(for: path), "text": "x"])
                : try await browser.get(path)
            #expect(reply.status == 500)
            for word in ["SQL", "no such", "gone_", ".swift", "Error", cast.world.folder] {
                #expect(!reply.text.contains(word))
            }
            #expect(reply.text.contains(/tell us this number: [0-9a-f]{8}/))
        }
    }
}
