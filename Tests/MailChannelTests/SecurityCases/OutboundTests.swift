import Foundation
import Logging
import MailChannel
import MailFormat
import PortalCore
import Synchronization
import Testing

/// `security/cases.md`, OB: what strangers' words do in what we send. What the writer itself holds: WritingTests and
/// MailFormatTests/Compose.
struct OutboundTests {
    private static let fields: Set = [
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
        "X-Auto-Response-Suppress", "X-Postern-Instance", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version",
        "Content-Type",
    ]

    private static let hostile: [Case] = [
        Case("OB-01 subject", []) { $0.subject = ["Subject: =?utf-8?q?Re:_x=0D=0ABcc:_a=40attack.test?="] },
        Case("OB-01 subject in base64", []) { $0.subject = ["Subject: =?utf-8?B?eA0KQmNjOiBhQGF0dGFjay50ZXN0?="] },
        Case("OB-02 subject", []) { $0.subject = ["Subject: =?utf-8?q?x=0Ay=C2=85z=E2=80=A8=00=0B?="] },
        Case("OB-01 name", []) { $0.from = ["From: =?utf-8?q?D=0D=0ABcc=3A_a=40attack.test?= <dana@client.test>"] },
        Case("OB-01 Message-ID", []) { $0.messageID = "a@b>\r\n\tBcc: <a@attack.test" },
        Case("OB-02 long Message-ID", []) { $0.messageID = String(repeating: "a", count: 3_000) + "@client.test" },
        Case("OB-01 References", []) {
            $0.below = [
                "References: <a@b>\r\n =?utf-8?q?=0D=0ABcc:_a=40attack.test?= <c\r\n\td@e>", "In-Reply-To: <x\u{7}y@z>",
            ]
        },
        Case("OB-01 text", []) {
            $0.body = "hello\r\nBcc: a@attack.test\r\n.\r\nMAIL FROM:<a@attack.test>\r\n..\r\n.x"
        },
        Case("OB-04 dots", []) { $0.body = ".\r\n\n.\r\n\r.\r\r\n..\r\n. ." },
        Case("OB-01 comment", []) { $0.body = "REVISE: x\r\n\r\nSubject: y\r\n\r\nBcc: a@attack.test" },
        file("OB-01 file", "=?utf-8?q?a=0D=0ABcc:_a=40attack.test?=.pdf"),
        file("OB-02 file", "a\u{85}b\u{2028}c\u{202E}fdp.exe"), file("FL-01 file", "../../etc/cron.d/x"),
        file("OB-01 markup", "<img src=https://attack.test/x>.png"),
        file("OB-05 long file", String(repeating: "n", count: 900)),
        Case("OB-01 extended name", []) {
            $0.content = ["Content-Type: multipart/mixed; boundary=b"]
            $0.body =
                "--b\r\n\r\nsee file\r\n--b\r\nContent-Type: application/pdf\r\n"
                + "Content-Disposition: attachment; filename*=utf-8''a%0D%0ABcc%3A%20a@attack.test\r\n\r\nx\r\n--b--"
        },
        Case("OB-09 markup", []) {
            $0.body = "<a href=\"https://attack.test\">click</a> <script>x</script> {{link}} {{{x}}}"
        },
    ]

    private static func file(_ id: String, _ name: String) -> Case {
        Case(id, []) {
            $0.content = ["Content-Type: multipart/mixed; boundary=b"]
            $0.body =
                "--b\r\n\r\nsee file\r\n--b\r\nContent-Type: application/pdf; name=\"\(name)\"\r\n\r\nx\r\n--b--"
        }
    }

    @Test(arguments: hostile)
    func `whatever a mail says, what we write about it has our own fields and our own links`(_ row: Case) async throws {
        let world = try await World()
        _ = try await world.receive(row.mail.bytes(world.danaIsAsked()))
        let sent = try await world.send()
        #expect(sent.contains { $0.recipient == "ana@acme.test" })
        for mail in sent {
            #expect(["dana@client.test", "ana@acme.test"].contains(mail.recipient))
            let names = mail.message.header.fields.map(\.name)
            #expect(Set(names).isSubset(of: Self.fields) && Set(names).count == names.count, "\(names)")
            #expect(mail.message.warnings.isEmpty, "\(mail.message.warnings)")
            #expect(mail.message.to.map(\.address) == [mail.recipient] && mail.message.cc.isEmpty)
            let lines = mail.letter.bytes.split(separator: 10, omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.count <= 998 && $0.allSatisfy { $0 < 0x80 && $0 != 0 } })
            let html = try #require(mail.message.html)
            #expect(
                !html.contains("<script") && !html.contains("=\"https://attack.test") && !html.contains("<img src=h"))
        }
    }

    @Test(arguments: ["https://attack.test", "www.attack.test", "attack.test/x?y=z", "mailto:a@attack.test"])
    func `OB-09: a name that is an address of a page becomes no link`(_ name: String) async throws {
        let world = try await World(
            .acme.with {
                $0.people[1].name = name
                $0.projects[0].title = name
            })
        _ = try await world.receive(MailText().bytes(world.danaIsAsked()))
        for mail in try await world.send() {
            let html = try #require(mail.message.html)
            for link in html.matches(of: /(?:href|src)="([^"]*)"/) {
                let target = String(link.1)
                let isOurs = ["https://portal.acme.test", "https://acme.test", "cid:", "mailto:"].contains {
                    target.hasPrefix($0)
                }
                #expect(isOurs && !target.hasPrefix("mailto:a@attack"), "\(target)")
            }
        }
    }

    @Test func `MO-02: a mail belongs where its reply address does, whatever else it quotes`() async throws {
        let world = try await World()
        let asked = try await world.danaIsAsked()
        let beta = DesiredOrganization.acme.with {
            $0.settings.slug = "beta"
            $0.settings.name = "Beta Works"
            $0.projects[0].name = "fair"
            $0.deliverables = []
        }
        _ = try await world.portal.apply(
            Plan(
                current: world.portal.currentPortal(),
                desired: DesiredPortal(organizations: [.acme, beta])))
        try await world.send()
        var mail = MailText()
        mail.to = ["To: replies@acme.test"]
        let quoted = try #require(try world.portal.outbox(newest: 100).compactMap(\.messageID).first)
        mail.below = ["In-Reply-To: <\(quoted)>", "References: <\(quoted)>"]
        let effects = try await world.receive(mail.bytes(asked))
        #expect(effects.words == [.quarantine] && effects.owed.isEmpty)
        #expect(try !world.isDecided())
    }

    @Test func `OB-13: a mail leaves no word of its own in the log`() async throws {
        let book = Mutex([String]())
        let world = try await World()
        var mail = MailText()
        mail.subject = ["Subject: planted\u{1B}[2J \(String(repeating: "planted", count: 10_000))"]
        mail.from = ["From: planted\u{1B}]0;x\u{7} <dana@client.test>"]
        mail.messageID = "planted@client.test"
        mail.body = "planted"
        let secret = try await world.danaIsAsked()
        let logger = Logger(label: "test") { _ in
            Noting { line in book.withLock { $0.append(line) } }
        }
        _ = try await MailReceiver(portal: world.portal, mailbox: world.mailbox, border: world.border, logger: logger)
            .receive([mail.bytes(secret)])
        let lines = book.withLock { $0 }
        #expect(lines.count == 1 && lines.allSatisfy { !$0.contains("planted") && $0.utf8.count < 500 })
        #expect(lines.allSatisfy { !$0.contains(secret.text) })
    }
}

/// A log that keeps what it is told.
private struct Noting: LogHandler {
    let note: @Sendable (String) -> Void
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(note: @escaping @Sendable (String) -> Void) { self.note = note }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { note("\(event.message) \(event.metadata ?? [:])") }
}
