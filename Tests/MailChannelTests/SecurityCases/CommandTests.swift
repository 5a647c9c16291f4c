import Foundation
import MailFormat
import PortalCore
import Testing

/// `security/cases.md`, CM: which words decide.
struct CommandTests {
    private static func text(_ id: String, _ body: String, _ expected: Set<Effects.Word>) -> Case {
        Case(id, expected) { $0.body = body }
    }

    private static func html(_ id: String, _ body: String, _ expected: Set<Effects.Word>) -> Case {
        Case(id, expected) {
            $0.content = ["Content-Type: text/html; charset=utf-8"]
            $0.body = body
        }
    }

    private static let words: [Case] = [
        text("CM-01 dot", "approve.", [.execute]),
        text("CM-01 mark", "Approve!", [.execute]),
        text("CM-01 blanks", "  APPROVE  ", [.execute]),
        text("CM-01 comment", "APPROVE\r\nLooks good, thanks", [.execute]),
        text("CM-02 but", "APPROVE but fix the date", [.post, .confirm]),
        text("CM-02 I", "I approve", [.post, .confirm]),
        text("CM-02 ??", "approve??", [.post, .confirm]),
        text("CM-02 with", "approved with changes", [.post, .confirm]),
        text("CM-03 do not", "Do not approve", [.post]),
        text("CM-03 dis", "disapprove", [.post]),
        text("CM-03 NOT", "NOT APPROVE", [.post]),
        text("CM-03 no", "approve? no", [.post]),
        text("CM-04", "Thanks!\r\n> APPROVE", [.post]),
        text("CM-06", "see below\r\n-- \r\nAPPROVE Ltd", [.post]),
        text("CM-06 first", "-- \r\nAPPROVE", [.refuse]),
        text("CM-07", "APPROVE\r\nREVISE", [.post, .confirm]),
        text("CM-12 mark", "\u{FEFF}APPROVE", [.execute]),
        text("CM-12 NBSP", "\u{A0}APPROVE\u{A0}", [.execute]),
        text("CM-21", "---------- Forwarded message ---------\r\nAPPROVE", [.post]),
        text("CM-22", "", [.refuse]),
        text("German", "freigegeben", [.execute]),
        text("not her language", "approuvé", [.post]),
        text("REVISE", "REVISE the logo is too small", [.execute]),
        text("REVISE alone", "REVISE", [.refuse]),
        text("REJECT", "Reject: we go another way", [.execute]),
        html("CM-09 none", "<div style=display:none>APPROVE</div>Please wait", [.post]),
        html("CM-09 size", "<div style=font-size:0>APPROVE</div>Please wait", [.post]),
        html("CM-09 hidden", "<div hidden>APPROVE</div>Please wait", [.post]),
        html("CM-09 template", "<template>APPROVE</template><!--APPROVE--><title>APPROVE</title>Please wait", [.post]),
        html("CM-10", "<div dir=ltr>APPROVE</div><div class=gmail_quote>On …, Acme wrote:<br>x</div>", [.execute]),
        Case("CM-20", [.noted]) { $0.below = ["Auto-Submitted: auto-replied"] },
        Case("CM-22 subject", [.refuse]) {
            $0.subject = ["Subject: APPROVE"]
            $0.body = ""
        },
        Case("CM-24 QP", [.execute]) {
            $0.content.append("Content-Transfer-Encoding: quoted-printable")
            $0.body = "APPR=\r\nOVE"
        },
        Case("CM-24 base64", [.execute]) {
            $0.content.append("Content-Transfer-Encoding: base64")
            $0.body = "QVBQUk9WRQ=="
        },
        Case("CM-24 flowed", [.execute]) {
            $0.content = ["Content-Type: text/plain; charset=iso-8859-1; format=flowed"]
            $0.body = " APPROVE"
        },
        Case("CM-25 UTF-16", [.execute]) {
            $0.content = ["Content-Type: text/plain; charset=utf-16le", "Content-Transfer-Encoding: base64"]
            $0.body = "QQBQAFAAUgBPAFYARQA="
        },
        Case("CM-25 UTF-16 as it is", [.execute]) {
            $0.content = ["Content-Type: text/plain; charset=utf-16le"]
            $0.body = "A\0P\0P\0R\0O\0V\0E\0"
        },
        html("CM-09 white", "<div style='color:#fff;background:#fff'>APPROVE</div>Please wait", [.post]),
        html("CM-09 far", "<div style=position:absolute;left:-9999px>APPROVE</div>Please wait", [.post]),
        html("CM-09 details", "<details>APPROVE</details>Please wait", [.post]),
        html("CM-09 style", "<style>APPROVE</style>Please wait", [.post]),
        text("CM-17 task of another", "DONE 7", [.post]),
        text("CM-18 invitation of another", "RSVP yes +2", [.post]),
        text("CM-19", "SIGN", [.post]),
        Case("CM-25 UTF-7", [.post]) {
            $0.content = ["Content-Type: text/plain; charset=utf-7"]
            $0.body = "+AEEPPROVE-"
        },
        Case("CM-25 user-defined", [.post]) {
            $0.content = ["Content-Type: text/plain; charset=x-user-defined"]
            $0.body = "\u{E0}PPROVE"
        },
        Case("CM-26 mail", [.post]) {
            $0.content = ["Content-Type: multipart/mixed; boundary=b"]
            $0.body = "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: dana@client.test\r\n\r\nAPPROVE\r\n--b--"
        },
        Case("CM-26", [.post]) {
            $0.content = [
                "Content-Type: text/plain; name=reply.txt", "Content-Disposition: attachment; filename=reply.txt",
            ]
        },
        Case("two views", [.confirm]) {
            $0.content = ["Content-Type: multipart/alternative; boundary=b"]
            $0.body =
                "--b\r\nContent-Type: text/plain\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Please wait</p>\r\n--b--"
        },
        Case("a condition behind a picture", [.post, .confirm]) {
            $0.content = ["Content-Type: multipart/mixed; boundary=b"]
            $0.body =
                "--b\r\nContent-Type: text/plain\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: text/plain\r\n\r\nonly if it is free\r\n--b--"
        },
        Case("text behind a picture", [.confirm]) {
            $0.content = ["Content-Type: multipart/mixed; boundary=b"]
            $0.body =
                "--b\r\nContent-Type: text/plain\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: text/plain\r\n\r\nLovely colours\r\n--b--"
        },
    ]

    @Test(arguments: words)
    func `only a line that is nothing but a command decides`(_ row: Case) async throws {
        let world = try await World()
        let effects = try await world.receive(row.mail.bytes(world.danaIsAsked()))
        #expect(effects.words == row.expected, "\(effects.outcomes)")
    }

    private static let ownWords: [(String, Set<Effects.Word>)] = [
        ("druckreif", [.execute]), ("DRUCKREIF!", [.execute]), ("  Passt so. ", [.execute]),
        ("druckreif\r\nDanke", [.execute]), ("freigabe", [.execute]), ("approve", [.execute]),
        ("Korrektur nötig: das Logo", [.execute]),
        ("druckreif, aber das Datum ändern", [.post, .confirm]), ("noch nicht druckreif", [.post]),
        ("druckreif?", [.post, .confirm]), ("druckreif\r\naber nur das blaue", [.post, .confirm]),
        ("> druckreif", [.refuse]), ("druckreife Arbeit", [.post]), ("Passt so nicht", [.post]),
        ("druckreif\r\nablehnen", [.post, .confirm]), ("KORREKTUR NÖTIG ist die Seite", [.post, .confirm]),
    ]

    @Test(arguments: ownWords)
    func `CM-13: an organization's own word is read as the usual ones are`(
        _ body: String, _ expected: Set<Effects.Word>
    ) async throws {
        var words = OwnWords()
        for word in ["Druckreif", "passt so", "FREIGABE"] { try words.add(word, for: .approve) }
        try words.add("Korrektur nötig", for: .revise)
        let world = try await World(.acme.with { $0.settings.words = words })
        var mail = MailText()
        mail.body = body
        let effects = try await world.receive(mail.bytes(world.danaIsAsked()))
        #expect(effects.words == expected, "\(effects.outcomes)")
    }

    @Test func `CM-13: a word of one organization means nothing to another`() async throws {
        let world = try await World()
        var mail = MailText()
        mail.body = "druckreif"
        #expect(try await world.receive(mail.bytes(world.danaIsAsked())).words == [.post])
    }

    @Test func `CM-01: the rest of the mail is the comment`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        var mail = MailText()
        mail.body = "APPROVE\r\n\r\nLooks good, thanks"
        _ = try await world.receive(mail.bytes(secret))
        let toAna = try #require(try await world.send().first { $0.recipient == "ana@acme.test" })
        #expect(toAna.message.text?.contains("    Looks good, thanks") == true)
    }

    @Test func `CM-05: our own words quoted without a mark, and nothing above them, decide nothing`() async throws {
        let world = try await World()
        try await world.danaAccepts()
        let asked = try #require(try await world.send().first { $0.recipient == "dana@client.test" })
        var mail = MailText()
        let notice = try #require(asked.message.text).replacing("\n", with: "\r\n")
        #expect(notice.contains("APPROVE"))
        mail.body =
            "\r\n\r\n________________________________\r\nFrom: Acme Studio <\(asked.letter.sender)>\r\n"
            + "Sent: Monday, September 21, 2026 4:00 PM\r\nTo: Dana <dana@client.test>\r\n"
            + "Subject: \(asked.message.subject ?? "")\r\n\r\n\(notice)"
        let effects = try await world.receive(mail.bytes(asked.secret(at: world.mailbox)))
        #expect(effects.words == [.refuse], "\(effects.outcomes)")
    }

    @Test func `CM-14: a reply about an older version decides nothing and says that there is a newer one`() async throws
    {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        try await world.apply(.acme.with { $0.deliverables = [DesiredOrganization.logo(version: 4)] })
        let effects = try await world.receive(MailText().bytes(secret))
        #expect(effects.outcomes == [.refused(.newerVersion(shown: 3, current: 4))])
        let receipt = try #require(try await world.send().last)
        #expect(receipt.plain.contains("there is a version 4 now"))
        #expect(receipt.plain.contains("the single word APPROVE"))
    }

    @Test(
        arguments: [
            ("APPROVE", "approved"), ("REVISE: bluer", "revision requested"), ("REJECT", "rejected"),
        ], ["APPROVE", "REVISE: greener", "REJECT", "approve, but hurry"])
    func `CM-15: what is decided stays decided, and the answer says since when`(
        _ first: (String, String), _ second: String
    ) async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        var mail = MailText()
        mail.body = first.0
        _ = try await world.receive(mail.bytes(secret))
        world.pass(MadeDecision.undoWindow)
        mail.messageID = "m2@client.test"
        mail.body = second
        let words = try await world.receive(mail.bytes(secret)).words
        #expect(words.contains(.refuse) && !words.contains(.execute) && !words.contains(.confirm))
        let receipt = try #require(try await world.send().last { $0.recipient == "dana@client.test" })
        #expect(receipt.plain.contains("already decided (\(first.1), 21 September 2026)"))
    }

    @Test func `files that come with a decision are posted, the logo of our own mail is not`() async throws {
        let world = try await World(.acme.with { $0.settings.logo = .some(.placeholder) })
        let secret = try await world.danaIsAsked()
        let organization = try #require(try world.portal.organization("acme"))
        let logo = try world.portal.contents.bytes(of: #require(organization.settings.logo).digest)
        var mail = MailText()
        mail.content = ["Content-Type: multipart/mixed; boundary=b"]
        mail.body = [
            "--b", "Content-Type: text/plain", "", "REVISE: see the drawing", "--b",
            "Content-Type: image/png; name=l.png",
            "Content-Transfer-Encoding: base64", "", Data(logo).base64EncodedString(), "--b",
            "Content-Type: application/pdf; name=\"../draw\u{202E}ing.pdf\"", "", "%PDF", "--b--",
        ].joined(separator: "\r\n")
        #expect(try await world.receive(mail.bytes(secret)).words == [.execute, .post])
        let told = try await world.send().filter { $0.recipient == "ana@acme.test" }
        let text = told.compactMap(\.message.text).joined()
        #expect(text.contains("- drawing.pdf (4 bytes)"))
        #expect(!text.contains("l.png"))
    }
}

extension FileContent {
    /// Stands for the logo that the world puts on disk.
    static let placeholder = FileContent(name: "logo.png", contentType: "image/png", size: 0, digest: .init(of: []))
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}
