import MailFormat
import MailSignatures
import MailTransport
import PortalCore
import Testing

@testable import PosternTool

/// What the DNS says of the sending domain, by a resolver that answers as it is told.
struct DomainCheckTests {
    private static let signer =
        (try? MailSigner(
            domain: "portal.test", selector: "postern", key: Base64.encode([UInt8](repeating: 7, count: 32))))!

    private static func findings(
        _ records: [String: [String]], failing: Set<String> = [], signer: MailSigner? = nil,
        of domain: String = "portal.test"
    ) async -> [String] {
        let records = TextRecords { name in
            if failing.contains(name) { return .failed }
            return records[name].map { .found($0.map { Array($0.utf8) }) } ?? .none
        }
        let findings = await DomainCheck(domain: domain, signer: signer, records: records).findings()
        // Whatever is not as it should be says what to do about it.
        #expect(findings.allSatisfy { ($0.cure == nil) == ($0.weight == .fine) })
        return findings.map { "\($0.weight.mark) \($0.subject): \($0.text)" }
    }

    @Test(arguments: [
        (["v=spf1 mx include:_spf.host.test -all"], "✓ SPF: portal.test has one record (2 of 10 lookups by itself)"),
        (["other", "V=SPF1 ip4:192.0.2.1 ~all"], "✓ SPF: portal.test has one record (0 of 10 lookups by itself)"),
        (["v=spf1 redirect=_spf.host.test"], "✓ SPF: portal.test has one record (1 of 10 lookups by itself)"),
        ([], "! SPF: portal.test has no SPF record"), (["v=spf10 -all"], "! SPF: portal.test has no SPF record"),
        (["v=spf1 -all", "v=spf1 mx -all"], "✗ SPF: portal.test has 2 SPF records: none counts"),
        (["v=spf1 mx +all"], "✗ SPF: portal.test says +all: anybody may send for it"),
        (["v=spf1 ALL -all"], "✗ SPF: portal.test says +all: anybody may send for it"),
        (
            ["v=spf1 a/24 ?all"],
            "! SPF: portal.test says nothing of servers that it does not name (1 of 10 lookups by itself)"
        ),
        (
            ["v=spf1 mx"],
            "! SPF: portal.test says nothing of servers that it does not name (1 of 10 lookups by itself)"
        ),
        (
            ["v=spf1 " + (1...11).map { "include:s\($0).test" }.joined(separator: " ") + " -all"],
            "✗ SPF: the record of portal.test asks for 11 lookups, 10 at most count"
        ),
    ])
    func `SPF should stand once, and say no to others`(records: [String], finding: String) async {
        #expect(await Self.findings(["portal.test": records]).first == finding)
    }

    @Test func `DMARC is the domain's own or its organization's`() async {
        let own = await Self.findings(["_dmarc.portal.test": ["v=DMARC1; p=reject"]])
        #expect(own[1] == "✓ DMARC: portal.test asks others: p=reject")
        let above = await Self.findings(["_dmarc.portal.test": ["v=DMARC1; p=quarantine"]], of: "mail.portal.test")
        #expect(above[1] == "✓ DMARC: mail.portal.test, by portal.test, asks others: p=quarantine")
        let none = "! DMARC: portal.test has no DMARC record that counts"
        #expect(await Self.findings([:])[1] == none)
        #expect(await Self.findings(["_dmarc.portal.test": ["v=DMARC1; p=none", "v=DMARC1; p=none"]])[1] == none)
    }

    @Test func `the published key must be the one that signs`() async throws {
        let signer = Self.signer
        let other = try MailSigner(
            domain: "portal.test", selector: "postern", key: Base64.encode([UInt8](repeating: 8, count: 32)))
        let name = "postern._domainkey.portal.test"
        let table = [
            ([signer.record], "✓ DKIM: \(name) holds the key that mail/dkim signs with"),
            ([other.record], "✗ DKIM: \(name) holds another key than mail/dkim signs with"),
            ([], "✗ DKIM: \(name) holds no key"),
            (["v=DKIM1; p="], "✗ DKIM: \(name) cannot be used: its key is revoked"),
            ([signer.record, other.record], "✗ DKIM: \(name) cannot be used: its selector has several keys"),
            (
                ["t=y; " + signer.record.dropFirst("v=DKIM1; ".count)],
                "! DKIM: \(name) says t=y: others take no notice of it"
            ),
        ]
        for (records, finding) in table {
            #expect(await Self.findings([name: records], signer: signer).last == finding)
        }
    }

    @Test func `what the DNS does not answer is unknown, not wrong`() async {
        let names: Set = ["portal.test", "_dmarc.portal.test", "postern._domainkey.portal.test"]
        let found = await Self.findings([:], failing: names, signer: Self.signer)
        #expect(found.map(\.first) == ["?", "?", "?"])
    }
}

/// Whose signature a mail that came back bears.
struct SignatureCheckUpTests {
    private static let signers = ["portal.test", "test.test"].map { domain in
        (try? MailSigner(domain: domain, selector: "s1", key: Base64.encode([UInt8](repeating: 7, count: 32))))!
    }

    private static func finding(
        signedBy signer: MailSigner?, configured: Bool = false, records answer: TextRecords.Answer? = nil,
        changed: Bool = false
    ) async throws -> Finding {
        let address = try #require(EmailAddress("replies@portal.test"))
        let mail = Array("From: replies@portal.test\r\nTo: x@portal.test\r\nSubject: Hi\r\n\r\nhello\r\n".utf8)
        let signed = try (signer.map { try #require($0.sign(mail, at: 1_790_000_000)) } ?? mail)
        let settings = MailSettings(
            address: address, name: "Postern", border: TrustedBorder(hosts: ["mx.test"], authservIDs: ["mx.test"]),
            signer: configured ? signer : nil, route: .local(outgoing: "", incoming: ""))
        let record = signer.map { TextRecords.Answer.found([Array($0.record.utf8)]) }
        return await SignatureCheckUp(
            mail: MailFormat.Message(changed ? signed + Array("more\r\n".utf8) : signed), settings: settings,
            records: TextRecords { _ in answer ?? record ?? .none }
        ).finding()
    }

    @Test func `it is told by selector and domain, and whether it verifies`() async throws {
        let fine = try await Self.finding(signedBy: Self.signers[0])
        #expect(fine == .fine("signature", "our mail is signed by selector s1 of portal.test, and verifies"))
        #expect(try await Self.finding(signedBy: nil).weight == .advice)
        #expect(try await Self.finding(signedBy: Self.signers[1]).text.contains("does not speak for portal.test"))
        #expect(try await Self.finding(signedBy: Self.signers[0], records: .failed).weight == .unknown)
    }

    @Test func `a broken one is a fault where the key is ours`() async throws {
        for (configured, weight) in [(true, Finding.Weight.fault), (false, .advice)] {
            let finding = try await Self.finding(signedBy: Self.signers[0], configured: configured, changed: true)
            #expect(finding.weight == weight && finding.text.hasSuffix("the body was changed"))
        }
    }
}

/// How long a certificate is good.
struct CertificateCheckTests {
    private static let now = 1_790_000_000

    private static let day = 86_400
    private static let ends: [(Int?, Finding.Weight, String)] = [
        (90 * day, .fine, "the certificate of portal.test is in order for 90 days"),
        (14 * day, .fine, "the certificate of portal.test is in order for 14 days"),
        (14 * day - 1, .advice, "the certificate of portal.test ends in 13 days"),
        (day, .advice, "the certificate of portal.test ends in 1 day"),
        (nil, .unknown, "the certificate of portal.test is in order, but its end is not told"),
    ]

    @Test(arguments: ends)
    func `its end is told in days`(seconds: Int?, weight: Finding.Weight, text: String) throws {
        let subject = try #require(CertificateCheck.Subject(site: SiteAddress(base: "https://portal.test:8443")))
        #expect(subject.server.port == 8443)
        let finding = CertificateCheck(now: Self.now).finding(subject, end: seconds.map { Self.now + $0 })
        #expect(finding.weight == weight && finding.text == text)
    }

    @Test func `a server that cannot be reached is unknown, and says how to look`() async throws {
        let server = try MailServer(host: "localhost", port: 1, security: .implicitTLS, user: "", password: "")
        let subject = CertificateCheck.Subject(name: "nowhere", server: server, language: .http)
        let findings = try await CertificateCheck(now: Self.now).findings([subject])
        #expect(findings.map(\.weight) == [.unknown] && findings[0].cure != nil)
    }

    @Test func `a site on this machine needs none`() {
        #expect(CertificateCheck.Subject(site: SiteAddress(base: "http://localhost:8080")) == nil)
    }
}
