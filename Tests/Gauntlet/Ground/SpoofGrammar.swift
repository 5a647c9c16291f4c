/// The words of spoofs, by where they stand. `@victim` is the asked person's address, `@name` the name, `@to` and `@tag` the
/// reply address and its secret, `@otherTo` the reply address of another mail.
enum SpoofGrammar {
    /// From fields that show the victim to some reader, and are no single plain address to a careful one.
    static let senders: [[String]] = [
        ["From: <a@attack.test>", "From: <@victim>"], ["From: <@victim>", "From: <a@attack.test>"],
        ["From: <@victim>", "From: <@victim>"], [" From: <a@attack.test>", "From: <@victim>"],
        ["From : <a@attack.test>", "From: <@victim>"], ["From\r\n : <a@attack.test>", "From: <@victim>"],
        ["Sender: @victim"], ["From:", "Resent-From: @victim"], ["From:", "Sender: @victim"],
        ["From: <a@attack.test>, <@victim>", "Sender: <@victim>"], ["From: <@victim>, <a@attack.test>"],
        ["From: @victim, <a@attack.test>"], ["From: <@victim>\\, <a@attack.test>"],
        ["From: <a@attack.test>@victim"], ["From: <@attack.test,@any.test:@victim>"],
        ["From: group: @victim;"], ["From: group: <a@attack.test>, <@victim>;"],
        ["From: =?utf-8?Q?=3C@victim=3E?= <a@attack.test>"], ["From: =?utf-8?Q?@victim?=, <a@attack.test>"],
        ["From: <@victim(>@attack.test)>"], ["From: <@victim\0@attack.test>"],
        ["From: <a@attack.test>\rFrom: <@victim>"], ["From: <a@attack.test>\nFrom: <@victim>"],
        ["From: \"@victim\" <a@attack.test>"], ["From: @victim <a@attack.test>"], ["From: <@victim.>"],
        ["From: <@victim.attack.test>"], ["From: <@victim> <a@attack.test>"], ["From: \"<@victim>\" <a@attack.test>"],
        ["From: a@attack.test", "Reply-To: @victim"], ["From: a@attack.test (@victim)"],
        ["From: (a@attack.test) <@victim> <x>"], ["From: <@victim>,"], ["From: ,<@victim>, <b@attack.test>"],
        ["From: \"a\" <a@attack.test>\0 <@victim>"], ["From:\r\n <a@attack.test>\r\nFrom:\r\n <@victim>"],
        ["from: <a@attack.test>", "FROM: <@victim>"], ["From: <d\u{430}na@client.test>"],
        ["From: \u{FEFF}<@victim> <a@attack.test>"], ["From: <@victim@attack.test>"],
        ["From: <\"@victim\"@attack.test>"], ["From: <a%@victim@attack.test>"],
    ]

    /// Honest From fields of the attacker's own.
    static let attackers: [[String]] = [
        ["From: <a@attack.test>"], ["From: @name <a@attack.test>"], ["From: @name <@name@attack.test>"],
        ["From: @name <@name@client.test.attack.test>"], ["From: <@name@xclient.test>"],
    ]

    /// Other people of the same domain, and addresses that some provider would deliver to the same person.
    static let colleagues: [[String]] = [
        ["From: Lee <lee@client.test>"], ["From: lee@client.test", "Reply-To: @victim"],
        ["From: \"@victim\" <lee@client.test>"], ["From: <@name+x@client.test>"], ["From: <@name.x@client.test>"],
        ["From: <x@client.test>, <@victim>"], ["From: lee@client.test", "Sender: @victim"],
        ["From: <@name@mail.client.test>"], ["From: lee@client.test", "Cc: @victim"],
    ]

    /// To fields without the asked person's reply address.
    static let addressees: [[String]] = [
        ["To: replies@acme.test"], ["To: replies+aaaaaaaaaaaaaaaaaaaaaaaaaa@acme.test"],
        ["To: replies+@tag@attack.test"],
        ["To: replies+@taga@acme.test"], ["To: x@acme.test", "In-Reply-To: <1.x@acme.test>"],
        ["To: \"@to\" <x@acme.test>"],
        ["To: <x@acme.test> (@to)"], ["To: @to.attack.test"], ["Bcc: @to"], ["To: replies.@tag@acme.test"],
        ["To: @to, replies+bbbbbbbbbbbbbbbbbbbbbbbbbb@acme.test"], ["X-To: @to"], ["To: =?utf-8?Q?@to?= <x@acme.test>"],
        ["To: replies+ @tag@attack.test"], ["To: replies+@tag@xacme.test"], ["To: xreplies+@tag@acme.test"],
    ]

    /// What the border may have written without vouching for client.test.
    static let withoutPass: [[String]] =
        [
            "dmarc=fail header.from=client.test",
            "dmarc=fail (p=none dis=none) header.from=client.test; dkim=pass header.d=attack.test",
            "dmarc=none header.from=client.test", "spf=pass smtp.mailfrom=@victim",
            "spf=pass smtp.mailfrom=attack.test",
            "dkim=pass header.d=attack.test", "dkim=pass header.i=@attack.test", "dkim=pass header.from=client.test",
            "dkim=pass header.d=attack.test header.i=@client.test", "dkim=fail header.d=client.test", "dkim=none",
            "dkim=pass header.d=client.test(.attack.test", "dkim=pass header.d=client.test'.attack.test",
            "dkim=pass header.d=client.test\".attack.test", "dkim=pass header.d=x.client.test",
            "dkim=pass header.d=xclient.test", "dkim=pass header.d=test",
            "dkim=pass (header.d=client.test) header.d=attack.test",
            "dmarc=bestguesspass action=none header.from=client.test; compauth=pass reason=109",
            "dmarc=permerror header.from=client.test", "dmarc=temperror header.from=client.test",
            "arc=pass (i=1 dmarc=pass fromdomain=client.test)", "dmarc=fail header.from=client.test; arc=pass",
            "spf=fail smtp.mailfrom=attack.test (dmarc=pass header.from=client.test)",
            "(x (y) dmarc=pass header.from=client.test) spf=none",
            "spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=client.test\"",
            "spf=pass smtp.mailfrom=x smtp.helo=\"dmarc=pass header.from=client.test\"",
            "dmarc=pass header.from=attack.test", "dmarc=pass header.from=client.test.attack.test",
            "dmarc=pass; spf=pass header.from=client.test",
            "dmarc=pass header.from=client.test; dmarc=fail header.from=client.test",
            "dmarc=fail header.from=client.test; dmarc=pass header.from=client.test",
            "x-dmarc=pass header.from=client.test",
            "dmarc=passed header.from=client.test", "dmarc=pass policy.from=client.test", "none",
            "dkim=pass header.d=attack.test header.d=client.test", "dkim=pass reason=\"header.d=client.test\"",
            "auth=pass smtp.auth=@victim", "iprev=pass policy.iprev=192.0.2.66", "smime=pass header.from=client.test",
        ].map { ["Authentication-Results: mx.acme.test; \($0)"] }
        + [
            ["Authentication-Results: ; dmarc=pass header.from=client.test"],
            ["Authentication-Results: dmarc=pass header.from=client.test"],
            ["Authentication-Results: other.test; dmarc=pass header.from=client.test"],
            ["Authentication-Results: mx.acme.test.attack.test; dmarc=pass header.from=client.test"],
            ["ARC-Authentication-Results: i=1; mx.acme.test; dmarc=pass header.from=client.test"],
            ["X-Authentication-Results: mx.acme.test; dmarc=pass header.from=client.test"],
            [
                "Authentication-Results: mx.acme.test; dkim=fail header.d=client.test",
                "Authentication-Results: x.test; dmarc=pass header.from=client.test",
            ],
        ]

    /// The border's identifier as strangers write it.
    static let identifiers = [
        "mx.acme.test", "MX.ACME.TEST", "mx.acme.test.", "(c) mx.acme.test 1", "\"mx.acme.test\"", "mx.acme.test (x)",
        "\r\n\tmx.acme.test", "mx.acme.test.attack.test", "xmx.acme.test", "mx.acme.test-x", "mx.acme.test@attack.test",
        "acme.test", "*", "(none)", "mx.google.com", "",
    ]

    static let passes = [
        "dmarc=pass header.from=client.test", "dkim=pass header.d=client.test; dmarc=pass header.from=client.test",
        "dkim=pass header.i=@client.test", "DMARC = PASS (p=reject) header . from = client.test",
        "spf=pass smtp.mailfrom=client.test;\r\n\tdmarc=pass header.from=client.test",
    ]

    static let fieldNames = [
        "Authentication-Results:", "authentication-results:", "Authentication-Results :", "Authentication-Results:\r\n",
        "X-Original-Authentication-Results:", "ARC-Authentication-Results: i=1;",
        "Received-SPF: pass\r\nAuthentication-Results:",
    ]

    /// Lines of servers that strangers write below the border's.
    static let traces = [
        "Received: from client.test (client.test [192.0.2.10]) by mx.acme.test with ESMTPS id 9; now",
        "Received: from localhost (localhost [127.0.0.1]) by mx.acme.test with ESMTP id 9; now",
        "Received: from mx.acme.test by mx.acme.test with LMTP id 9; now",
        "Received: by mx.acme.test (Postfix, from userid 1000) id 9; now",
        "Received: from x by y.test (by mx.acme.test); now", "Return-Path: <x@client.test>",
        "DKIM-Signature: v=1; a=rsa-sha256; d=client.test; s=s1; h=from; bh=x; b=x", "Delivered-To: replies@acme.test",
        "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=client.test; s=a; b=x", "X-Trusted: yes",
    ]

    /// What a stranger says at EHLO, which stands in the border's own Received field.
    static let hellos = [
        "mx.acme.test", "localhost", "[127.0.0.1]", "client.test", "localhost (localhost [127.0.0.1]) by mx.acme.test",
        "mx.acme.test by mx.acme.test with LMTP", "x (y [127.0.0.1]) by mx.acme.test with LMTP id 1; now (",
        "x by other.test with ESMTP (", "\"quoted\"", "by mx.acme.test with LMTP", "HELO", "x (", "x; by other.test",
    ]
}
