import MailFormat
import Testing

/// ID-05, where the border host's programs pass a mail on among themselves.
@Suite("Where the border host hands a mail on, what proves it") struct HandoverTests {
    typealias Verdict = SenderAuthenticationTests.Verdict

    static let handovers: [(id: String, lines: String, verdict: Verdict)] = [
        ("a filter gives it back", "\(fromItself)\r\n\(pass)\r\n\(received)", .pass),
        ("a filter and the mailbox", "\(lmtp)\r\n\(fromItself)\r\n\(pass)\r\n\(received)", .pass),
        ("handed in on the machine, vouched for", "\(pass)\r\n\(fromItself)", .pass),
        ("handed in on the machine, to the mailbox", "\(lmtp)\r\n\(pass)\r\n\(fromItself)", .pass),
        ("handed in on the machine, forged below", "\(fromItself)\r\n\(pass)", .forged),
        ("handed in on the machine, another forged below", "\(fromItself)\r\n\(pass)\r\n\(fromItself)", .forged),
        ("handed in on the machine, a mailbox forged below", "\(fromItself)\r\n\(pass)\r\n\(lmtp)", .forged),
        ("handed in on the machine under another name", "\(fromProgram)\r\n\(pass)\r\n\(received)", .forged),
        ("only the mailbox names itself, vouched for", "\(pass)\r\n\(lmtp)", .pass),
        ("only the mailbox names itself, forged below", "\(lmtp)\r\n\(pass)", .forged),
        ("only the mailbox names itself, another forged below", "\(lmtp)\r\n\(pass)\r\n\(lmtp)", .forged),
        (
            "a filter without a name, before the mailbox",
            "\(lmtp)\r\n\(fromItself)\r\n\(byFilter)\r\n\(pass)\r\n\(received)", .pass
        ),
        (
            "a filter that is called localhost.localdomain",
            "\(fromItself)\r\n\(byNamedFilter)\r\n\(pass)\r\n\(received)", .pass
        ),
        ("a filter over IPv6", "\(lmtp)\r\n\(byFilterOverIPv6)\r\n\(pass)\r\n\(received)", .pass),
        (
            "a filter that the mail came to from outside", "\(lmtp)\r\n\(filterOutside)\r\n\(pass)\r\n\(received)",
            .forged
        ),
        ("a filter elsewhere", "\(fromItself)\r\n\(filterElsewhere)\r\n\(pass)\r\n\(received)", .forged),
        ("another host delivers to the mailbox", "\(lmtpFromGateway)\r\n\(gateway)\r\n\(pass)\r\n\(received)", .forged),
        ("another host delivers to the mailbox, vouched for", "\(pass)\r\n\(lmtpFromGateway)\r\n\(gateway)", .pass),
        (
            "another host's mail is given back by a filter",
            "\(lmtp)\r\n\(fromItself)\r\n\(gateway)\r\n\(pass)\r\n\(received)", .forged
        ),
        ("fetched from elsewhere", "\(fetched)\r\n\(pass)\r\n\(received)", .forged),
        ("a web page sends it on", "\(fromItself)\r\n\(webmail)\r\n\(pass)\r\n\(received)", .forged),
        ("a store behind the border", "\(store)\r\n\(pass)\r\n\(received)", .pass),
    ]

    @Test("is what its own programs wrote", arguments: handovers)
    func handover(id: String, lines: String, verdict: Verdict) {
        #expect(SenderAuthenticationTests.evidence(lines, SenderAuthenticationTests.ours) == verdict, "\(id)")
    }

    private static let received = SenderAuthenticationTests.received, pass = SenderAuthenticationTests.pass
    private static let fromItself =
        "Received: from mx.acme.test (localhost [127.0.0.1]) by mx.acme.test (Postfix) with ESMTP id 2; now"
    private static let fromProgram =
        "Received: from shop.test (localhost [127.0.0.1]) by mx.acme.test (Postfix) with ESMTP id 2; now"
    private static let lmtp = "Received: from mx.acme.test by mx.acme.test with LMTP id 3; now"
    private static let byFilter =
        "Received: from mx.acme.test ([127.0.0.1]) by localhost (mx.acme.test [127.0.0.1]) (amavis, port 10024) with ESMTP"
    private static let byNamedFilter =
        "Received: from mx.acme.test (localhost [127.0.0.1]) by localhost.localdomain (amavis) with ESMTP id 4; now"
    private static let byFilterOverIPv6 =
        "Received: from mx.acme.test (localhost [IPv6:::1]) by localhost (amavis) with ESMTP id 4; now"
    private static let filterOutside =
        "Received: from attack.test (attack.test [192.0.2.66]) by localhost (amavis) with ESMTP id 4; now"
    private static let filterElsewhere =
        "Received: from gw.acme.test ([127.0.0.1]) by gw.acme.test (amavis) with ESMTP id 4; now"
    private static let lmtpFromGateway = "Received: from gw.acme.test by mx.acme.test with LMTP id 3; now"
    private static let gateway =
        "Received: from attack.test (attack.test [192.0.2.66]) by gw.acme.test with ESMTPS id 9; now"
    private static let fetched =
        "Received: from localhost (localhost [127.0.0.1]) by mx.acme.test (Postfix) with ESMTP id 2; now\r\n"
        + "Received: from imap.provider.test [192.0.2.7] by localhost with IMAP (fetchmail-6.4.37); now\r\n"
        + "Received: from attack.test (attack.test [192.0.2.66]) by mx.provider.test with ESMTPS id 9; now"
    private static let webmail = "Received: from attacker by webmail.acme.test with HTTP; now"
    private static let store =
        "Received: from mx.acme.test (mx.acme.test [10.0.0.2]) by store.acme.test with LMTP id 5; now"
}
