import MailFormat
import PortalCore
import Testing

@testable import PosternTool

/// What a mail shows of the border, without any server.
struct BorderCheckTests {
    private let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])

    private func findings(_ lines: String..., planted: String? = nil) -> [String] {
        let header = Header(Array((lines + ["From: a@b.test", "", ""]).joined(separator: "\r\n").utf8))
        return BorderCheck(header: header, border: border, planted: planted).findings.map {
            "\($0.weight.mark) \($0.subject): \($0.text)"
        }
    }

    @Test func `a border that stamps in its own name is fine`() {
        #expect(
            findings("Authentication-Results: mx.acme.test; dmarc=none", "Received: from x by mx.acme.test; today")
                == ["✓ border: it stamps its checks as mx.acme.test"])
    }

    @Test func `another name is told, so that it can be configured`() {
        #expect(
            findings("Authentication-Results: other.test; dmarc=none", "Received: from x by mx.acme.test; today")
                == ["✗ border: it stamps its checks as other.test, not as mx.acme.test"])
    }

    @Test func `a border that stamps nothing leaves decisions to pages`() {
        #expect(
            findings("Received: from x by mx.acme.test; today") == ["! border: it stamps no Authentication-Results"])
    }

    @Test func `a mail that did not pass the border says where it passed`() {
        #expect(
            findings("Received: from x by mail.elsewhere.test; today") == [
                "? border: this mail did not pass mx.acme.test: it was received by mail.elsewhere.test"
            ])
    }

    @Test func `a border may be many machines, name itself in no results, or write them below its line`() {
        let many = TrustedBorder(hosts: ["*.outlook.test"], authservIDs: [TrustedBorder.noIdentifier])
        let mail = "Authentication-Results: spf=pass; dmarc=pass\r\nReceived: from x by a1.outlook.test; today\r\n\r\n"
        #expect(
            BorderCheck(header: Header(Array(mail.utf8)), border: many).findings.map(\.weight) == [.fine])
        let google = TrustedBorder(hosts: ["mx.google.com"], authservIDs: ["mx.google.com"])
        let below =
            "Received: from x by mx.google.com; today\r\nAuthentication-Results: mx.google.com; dmarc=pass\r\n\r\n"
        #expect(
            BorderCheck(header: Header(Array(below.utf8)), border: google).findings.map(\.weight) == [.fine])
    }

    @Test func `a forged result is dangerous above the border's line only`() {
        let forged = "Authentication-Results: mx.acme.test; none (n0nce)"
        let received = "Received: from x by mx.acme.test; today"
        #expect(findings(forged, received, planted: "n0nce").last?.first == "✗")
        #expect(findings(received, forged, planted: "n0nce").last?.first == "!")
        #expect(findings(received, planted: "n0nce").last?.first == "✓")
    }
}

/// What a mail from outside shows of its sender.
struct OutsideMailTests {
    private static let received = "Received: from x by mx.acme.test; today"
    private static let stamp = "Authentication-Results: mx.acme.test; dmarc=pass header.from=client.test"

    @Test(arguments: [
        ([stamp, received], "✓ evidence: dana@client.test is vouched for by dmarc"),
        ([received], "! evidence: dana@client.test is not vouched for"),
        ([stamp.replacing("pass", with: "fail"), received], "! evidence: dana@client.test is refuted"),
        ([received, stamp], "! evidence: a result is forged"),
        ([stamp, received, "From: other@client.test"], "! evidence: it does not say plainly whom it is from"),
    ])
    func `its evidence is what the portal would go by`(lines: [String], finding: String) throws {
        let header = Header(Array((lines + ["From: dana@client.test", "", ""]).joined(separator: "\r\n").utf8))
        let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])
        let found = try #require(OutsideMail(header: header, border: border).findings.last)
        #expect("\(found.weight.mark) \(found.subject): \(found.text)".hasPrefix(finding))
    }
}

/// What an examination leaves behind, without any server.
struct ConsequenceTests {
    let workshop: Workshop
    let config: String

    init() throws {
        workshop = try Workshop()
        config = try workshop.copyExample()
    }

    private static let fine = [Finding.fine("border", "it stamps"), .unknown("certificate", "?", "look")]
    private static let fault = fine + [.fault("clock", "it is wrong", "set it")]
    private static let unseen = [Finding.unknown("border", "did not pass", "--mail")]

    private func portal() async throws -> Portal {
        _ = try await workshop.run("apply", "--config", config)
        return try Installation(Configuration(folder: config)).portal
    }

    @Test func `decisions wait until all is well and the border was seen, and are executed from then on`() async throws
    {
        let portal = try await portal()
        defer { portal.close() }
        for findings in [Self.fault, Self.unseen] {
            let finding = try await Consequence.finding(of: findings, for: portal)
            #expect(finding.weight == .advice)
            #expect(finding.text == "decisions by mail wait for a button on a page")
            #expect(try !portal.isMailExamined())
        }
        let passed = try await Consequence.finding(of: Self.fine, for: portal)
        #expect(passed == .fine("decisions", "decisions by mail are executed from now on"))
        #expect(try portal.isMailExamined())
        #expect(try await Consequence.finding(of: Self.fine, for: portal).text == "decisions by mail are executed")
    }

    @Test func `a failure later takes nothing back, and says so`() async throws {
        let portal = try await portal()
        defer { portal.close() }
        _ = try await Consequence.finding(of: Self.fine, for: portal)
        let finding = try await Consequence.finding(of: Self.fault, for: portal)
        #expect(finding.weight == .advice && finding.text.contains("executed all the same"))
        #expect(try portal.isMailExamined())
    }

    @Test(arguments: [
        ("hosts: [mx.portal.example]", "hosts: [mx2.portal.example]"), ("ids: [mx.portal.example]", "ids: [x.example]"),
        ("# trusted_sealers: [lists.example]", "trusted_sealers: [lists.example]"),
        ("# check_signatures: yes", "check_signatures: no"), ("address: replies@", "address: answers@"),
        ("host: smtp.portal.example", "host: smtp2.portal.example"), ("# port: 993 ", "port: 994 "),
        ("# folder: INBOX", "folder: Postern"),
    ])
    func `other mail servers need another examination`(old: String, new: String) async throws {
        let first = try await portal()
        _ = try await Consequence.finding(of: Self.fine, for: first)
        first.close()
        try workshop.replace(old, with: new, in: "config/server.yaml")
        let changed = try Installation(Configuration(folder: config)).portal
        defer { changed.close() }
        #expect(try !changed.isMailExamined())
    }

    @Test func `what is no matter of trust needs none`() async throws {
        let first = try await portal()
        _ = try await Consequence.finding(of: Self.fine, for: first)
        first.close()
        try workshop.replace("# name: Postern", with: "name: Desk", in: "config/server.yaml")
        try workshop.replace("port: 8080", with: "port: 8081", in: "config/server.yaml")
        try workshop.replace("env:POSTERN_IMAP", with: "env:OTHER_IMAP", in: "config/server.yaml")
        let changed = try Installation(Configuration(folder: config)).portal
        defer { changed.close() }
        #expect(try changed.isMailExamined())
    }

    @Test func `without mail servers a mail from outside can be looked at line by line`() async throws {
        try workshop.write("site: http://localhost:1\nfolder: ../var\nmail:\n  \(Self.local)", to: "config/server.yaml")
        _ = try await workshop.run("apply", "--config", config)
        let mail = try workshop.write(
            "Authentication-Results: mx.portal.example; dmarc=none\nReceived: from x by mx.portal.example; today\n\nhi\n",
            to: "outside.eml")
        let text = try await workshop.run("doctor", "--config", config, "--mail", mail)
        #expect(text.contains("checked by mx.portal.example") && text.contains("it stamps its checks as"))
        #expect(text.contains(#/✓ disk +[0-9]+ GiB are free/#) || text.contains(#/! disk +[0-9]+ MiB are free/#))
        #expect(text.contains("this machine knows Europe/Stockholm") && !text.contains("decisions"))
    }

    private static let local = """
        address: replies@portal.example
          border: {hosts: [mx.portal.example], ids: [mx.portal.example]}
          local: {outgoing: out, incoming: in}

        """
}
