import MailFormat
import Testing

/// ID-01 to ID-19 and ID-28 of the security cases.
@Suite("What the border host's results prove") struct SenderAuthenticationTests {
    enum Verdict { case pass, none, fail, forged }

    static let own: [(id: String, value: String, verdict: Verdict)] = [
        (
            "ID-01", "mx.acme.test; dkim=pass header.d=client.test header.s=s1; dmarc=pass header.from=client.test",
            .pass
        ),
        ("ID-03", "mx.google.com; dmarc=pass header.from=client.test", .none),
        ("ID-06 a", "mx.acme.test.attack.test; dmarc=pass header.from=client.test", .none),
        ("ID-06 b", "mx.acme.test-x; dmarc=pass header.from=client.test", .none),
        ("ID-06 c", "xmx.acme.test; dmarc=pass header.from=client.test", .none),
        ("ID-06 d", "mx.acme.test@attack.test; dmarc=pass header.from=client.test", .none),
        ("ID-07 a", "; dmarc=pass header.from=client.test", .none),
        ("ID-07 b", "dmarc=pass header.from=client.test", .none),
        ("ID-08", "(c1 (c2)) MX.ACME.TEST. 1 ;\r\n\tdmarc=pass (p=reject dis=none) header.from=client.test", .pass),
        (
            "ID-10",
            "mx.acme.test; (note (x) dmarc=pass header.from=client.test) spf=fail smtp.mailfrom=attack.test", .none
        ),
        ("ID-11", "mx.acme.test; dmarc=fail header.from=client.test; dmarc=pass header.from=client.test", .fail),
        (
            "ID-11 reversed", "mx.acme.test; dmarc=pass header.from=client.test; dmarc=fail header.from=client.test",
            .fail
        ),
        ("ID-13", "mx.acme.test; dkim=pass header.from=client.test", .none),
        ("ID-14", "mx.acme.test; spf=pass smtp.mailfrom=dana@client.test", .none),
        (
            "ID-15",
            "mx.acme.test; dmarc=fail header.from=client.test; arc=pass (i=1 dmarc=pass fromdomain=client.test)", .fail
        ),
        ("ID-15 ARC only", "mx.acme.test; arc=pass (i=1 dmarc=pass fromdomain=client.test)", .none),
        (
            "ID-16",
            "mx.acme.test; dmarc=bestguesspass action=none header.from=client.test; compauth=pass reason=109", .none
        ),
        ("ID-17", "mx.acme.test; dmarc=pass header.from=attack.test", .fail),
        (
            "ID-18 Gmail",
            "mx.acme.test; dkim=pass header.i=@client.test header.s=g header.b=a/+=; spf=pass (x) smtp.mailfrom=a@b",
            .pass
        ),
        ("ID-18 Zoho", "mx.acme.test; dmarc=pass(p=quarantine dis=none)  header.from=client.test", .pass),
        ("ID-18 quoted", "mx.acme.test; dmarc=pass reason=\"a; dmarc=fail\" header.from=\"client.test\"", .pass),
        ("ID-18 versions", "mx.acme.test 1; dkim / 1 = pass header . d = client.test", .pass),
        ("an address", "mx.acme.test; dmarc=pass header.from=dana@client.test", .pass),
        ("Zoho, an address", "mx.acme.test; dmarc=pass header.from=<dana@client.test> (p=none dis=none)", .pass),
        ("Zoho, a domain", "mx.acme.test; dmarc=pass header.from=<client.test>", .pass),
        ("an address elsewhere", "mx.acme.test; dmarc=pass header.from=client.test@attack.test", .fail),
        ("two at signs", "mx.acme.test; dmarc=pass header.from=dana@attack.test@client.test", .none),
        ("an identity with two", "mx.acme.test; dkim=pass header.i=@attack.test@client.test", .none),
        ("an identity with none", "mx.acme.test; dkim=pass header.i=client.test", .none),
        ("another version", "mx.acme.test 2; dmarc=pass header.from=client.test", .none),
        ("two final dots", "mx.acme.test..; dmarc=pass header.from=client.test", .none),
        ("ID-28 a", "mx.acme.test; dkim=pass header.d=client.test(.attack.test", .none),
        ("ID-28 b", "mx.acme.test; dkim=pass header.d=client.test'.attack.test", .none),
        ("ID-28 c", "mx.acme.test; dkim=pass header.d=client.test\".attack.test", .none),
        (
            "ID-28 d",
            "mx.acme.test; spf=pass smtp.mailfrom=any@client.test(.attack.test; dmarc=pass header.from=client.test",
            .none
        ),
        ("closed comment", "mx.acme.test; dkim=pass header.d=client.test(x).attack.test", .none),
        ("other domain", "mx.acme.test; dkim=pass header.d=attack.test", .none),
        ("suffix", "mx.acme.test; dkim=pass header.d=xclient.test; dkim=pass header.d=test", .none),
        ("beneath", "mx.acme.test; dkim=pass header.d=x.client.test", .none),
        ("d before i", "mx.acme.test; dkim=pass header.d=attack.test header.i=@client.test", .none),
        ("twice", "mx.acme.test; dkim=pass header.d=attack.test header.d=client.test", .none),
        ("dkim both", "mx.acme.test; dkim=pass header.d=client.test; dkim=fail header.d=client.test", .none),
        ("none", "mx.acme.test; none", .none),
        ("empty property", "mx.acme.test; spf=pass smtp.mail=; dmarc=pass header.from=", .none),
        ("no results", "mx.acme.test", .none),
        ("property of another clause", "mx.acme.test; dmarc=pass; spf=pass header.from=client.test", .none),
    ]

    @Test("above its line, by what is written", arguments: own)
    func within(id: String, value: String, verdict: Verdict) {
        #expect(Self.evidence("Authentication-Results: \(value)\r\n\(Self.received)") == verdict, "\(id)")
    }

    @Test(
        "for a domain above the sender's, but not for a registry's",
        arguments: [
            ("client.test", "a.client.test", Verdict.pass), ("client.co.uk", "client.co.uk", .pass),
            ("client.co.uk", "a.client.co.uk", .pass), ("co.uk", "client.co.uk", .none),
            ("COM.Au.", "client.com.au", .none), ("co.uk", "co.uk", .pass), ("test", "client.test", .none),
        ])
    func above(signer: String, domain: String, verdict: Verdict) {
        let lines = "\(Self.results("dkim=pass header.d=\(signer)"))\r\n\(Self.received)"
        #expect(Self.evidence(lines, from: "dana@\(domain)") == verdict)
    }

    @Test(
        "by where it is written",
        arguments: [
            ("ID-02", received, Verdict.none),
            ("ID-04", "\(results("dmarc=fail header.from=client.test"))\r\n\(received)\r\n\(pass)", .forged),
            ("ID-05", "\(received)\r\n\(pass)", .forged),
            ("no border", pass, .none),
            ("border named only in a comment", "\(pass)\r\nReceived: from x (by mx.acme.test) by y.test; now", .none),
            ("ID-19", "\(results("dkim=pass header.d=client.test"))\r\n\(pass)\r\n\(received)", .pass),
            ("split fail", "\(results("dmarc=fail header.from=client.test"))\r\n\(pass)\r\n\(received)", .fail),
            ("one unreadable", "\(results("dkim=pass ("))\r\n\(pass)\r\n\(received)", .none),
            (
                "another version below",
                "\(pass)\r\n\(received)\r\nAuthentication-Results: mx.acme.test 2; dmarc=pass header.from=client.test",
                .forged
            ),
            ("foreign below", "\(pass)\r\n\(received)\r\nAuthentication-Results: x.test; dmarc=fail", .pass),
            (
                "handed to the mailbox by LMTP",
                "Received: from mx.acme.test by mx.acme.test with LMTP id 1; now\r\n\(pass)\r\n\(received)", .pass
            ),
            (
                "a stranger says LMTP at EHLO",
                "Received: from x by mx.acme.test with LMTP ([192.0.2.1]) by mx.acme.test with ESMTP; now\r\n\(pass)",
                .forged
            ),
            ("partial signature", "\(results("dkim=pass header.d=client.test"))\r\n\(received)\r\n\(partial)", .none),
            ("later hop above", "Received: from mx.acme.test by store.acme.test; now\r\n\(pass)\r\n\(received)", .pass),
        ])
    func place(id: String, lines: String, verdict: Verdict) { #expect(Self.evidence(lines) == verdict, "\(id)") }

    @Test("lets only fields above the border's line count as the organization's own (ID-46)") func ownFields() {
        let lines = "Delivered-To: a@acme.test\r\n\(Self.received)\r\nX-Original-To: b@acme.test"
        let header = Message(Array("\(lines)\r\n\r\n".utf8)).header
        let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: [])
        #expect(header.fields(above: border).map(\.name) == ["Delivered-To"])
        #expect(header.fields(above: TrustedBorder(hosts: ["x.test"], authservIDs: [])).isEmpty)
    }

    /// How providers write, each with the border that an administrator names for it.
    static let providers: [(id: String, border: TrustedBorder, lines: String, verdict: Verdict)] = [
        ("Microsoft 365, named", microsoft, "\(nameless)\r\n\(microsoftReceived)", .pass),
        (
            "Microsoft 365, not named", TrustedBorder(hosts: microsoft.hosts, authservIDs: ["mx.acme.test"]),
            "\(nameless)\r\n\(microsoftReceived)", .none
        ),
        (
            "Microsoft 365 from another tenant", microsoft,
            "\(nameless)\r\n\(microsoftReceived)\r\nAuthentication-Results: dkim=none header.d=none; dmarc=none header.from=x",
            .pass
        ),
        ("nameless below only", microsoft, "\(microsoftReceived)\r\n\(nameless)", .none),
        ("a gateway behind, which writes no name", ours, "\(nameless)\r\n\(pass)\r\n\(received)", .pass),
        ("Google", google, "\(googleReceived)\r\nReceived-SPF: pass\r\n\(googlePass)", .pass),
        ("Google, and a forged one", google, "\(googleReceived)\r\n\(googlePass)\r\n\(googlePass)", .forged),
        ("Google, only further below", google, "\(googleReceived)\r\nX-A: b\r\n\(googlePass)", .forged),
        ("results below elsewhere", ours, "\(received)\r\n\(pass)", .forged),
        ("unreadable below", ours, "\(pass)\r\n\(received)\r\n\(pass) (", .forged),
        (
            "EHLO localhost", ours,
            "Received: from localhost (localhost [192.0.2.66]) by mx.acme.test with ESMTP id 1; now\r\n\(pass)\r\n\(received)",
            .forged
        ),
        (
            "EHLO with a literal", ours,
            "Received: from x (HELO [127.0.0.1]) (192.0.2.66) by mx.acme.test with SMTP; now\r\n\(pass)\r\n\(received)",
            .forged
        ),
        (
            "EHLO with a literal, shown alone", ours,
            "Received: from 192.0.2.66 (EHLO [127.0.0.1]) by mx.acme.test with SMTP; now\r\n\(pass)\r\n\(received)",
            .forged
        ),
        (
            "EHLO with a bracket that hides the border", ours,
            "Received: from x by y.test ( (x.test [192.0.2.66]) by mx.acme.test with ESMTP; now\r\n\(pass)\r\n\(received)",
            .forged
        ),
        (
            "EHLO with a quote that hides the border", ours,
            "Received: from x\" ([192.0.2.66]) by mx.acme.test (f \"a\\\"b\"@x); now\r\n\(pass)\r\n\(received)",
            .forged
        ),
        ("ID-15 trusted sealer", forwarded, "\(sealed)\r\n\(received)\r\nARC-Seal: i=1; cv=none; d=list.test", .none),
        ("ID-15 another sealer", forwarded, "\(sealed)\r\n\(received)\r\nARC-Seal: i=1; cv=none; d=x.test", .fail),
        (
            "ID-15 sealed again by another", forwarded,
            "\(sealed)\r\n\(received)\r\nARC-Seal: i=2; d=x.test\r\nARC-Seal: i=1; d=list.test", .fail
        ),
        (
            "ID-15 the last seal twice", forwarded,
            "\(sealed)\r\n\(received)\r\nARC-Seal: i=1; d=list.test\r\nARC-Seal: i=1; d=list.test", .fail
        ),
        ("l= under dmarc", ours, "\(pass)\r\n\(received)\r\n\(partial)", .none),
        ("l= of another domain", ours, "\(pass)\r\n\(received)\r\nDKIM-Signature: d=x.test; l=1", .pass),
        (
            "O'Hara", ours,
            "\(results("spf=pass smtp.mailfrom=o'hara@client.test; dmarc=pass header.from=client.test"))\r\n\(received)",
            .pass
        ),
    ]

    @Test("as each provider writes them", arguments: providers)
    func provider(id: String, border: TrustedBorder, lines: String, verdict: Verdict) {
        #expect(Self.evidence(lines, border) == verdict, "\(id)")
    }

    static let ours = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])
    private static let forwarded = TrustedBorder(
        hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"], trustedSealers: ["list.test"])
    private static let sealed = results("dmarc=fail header.from=client.test; arc=pass (i=1)")
    private static let microsoft = TrustedBorder(
        hosts: ["*.mail.protection.outlook.com"], authservIDs: [TrustedBorder.noIdentifier])
    private static let microsoftReceived =
        "Received: from out.client.test (192.0.2.10) by AM7EUR06FT1.mail.protection.outlook.com (10.1.2.3) with SMTP; now"
    private static let nameless =
        "Authentication-Results: spf=pass (x) smtp.mailfrom=client.test;dmarc=pass action=none header.from=client.test"
    private static let google = TrustedBorder(hosts: ["mx.google.com"], authservIDs: ["mx.google.com"])
    private static let googleReceived =
        "Received: by 2002:a05:1 with SMTP id a\r\nReceived: from out.client.test (out.client.test. [192.0.2.10])"
        + " by mx.google.com with ESMTPS id 1; now"
    private static let googlePass = "Authentication-Results: mx.google.com; dkim=pass header.i=@client.test"

    static let received =
        "Received: from out.client.test (out.client.test [192.0.2.10]) by mx.acme.test with ESMTPS id 1; now"
    static let pass = results("dmarc=pass header.from=client.test")
    private static let partial = "DKIM-Signature: v=1; d=client.test; s=s1; l=10; h=from"

    private static func results(_ clauses: String) -> String { "Authentication-Results: mx.acme.test; \(clauses)" }

    static func evidence(
        _ lines: String, _ border: TrustedBorder? = nil, from: String = "Dana <dana@client.test>"
    ) -> Verdict? {
        let message = Message(Array("\(lines)\r\nFrom: \(from)\r\n\r\nAPPROVE\r\n".utf8))
        let border = border ?? TrustedBorder(hosts: ["MX.acme.test."], authservIDs: ["mx.acme.test"])
        guard case .one(let sender) = message.header.sender else { return nil }
        return switch SenderAuthentication(message.header, sender: sender, border: border) {
        case .pass: .pass
        case .none: Verdict.none
        case .fail: .fail
        case .forged: .forged
        }
    }
}
