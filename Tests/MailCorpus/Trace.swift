/// The fields that servers put above a mail on its way: most of a real header.
struct Trace {
    private var chance: Chance

    init(_ chance: inout Chance) { self.chance = Chance(chance.next()) }

    /// Ten to thirty fields, folded as their servers fold them.
    mutating func fields(from sender: Person, to recipient: Person) -> [String] {
        var fields = ["Return-Path: <\(sender.address)>", "Delivered-To: \(recipient.address)"]
        for _ in 0..<chance.number(3...8) { fields.append(received(for: recipient)) }
        if chance.happens(60) { fields += arc(1) }
        if chance.happens(20) { fields += arc(2) }
        fields.append(authenticationResults(sender))
        fields.append(signature("DKIM-Signature: v=1; ", sender))
        if chance.happens(50) { fields.append(signature("X-Google-DKIM-Signature: v=1; ", sender)) }
        fields += spamFields()
        if chance.happens(40) { fields += exchangeFields() }
        return fields
    }

    private mutating func host() -> String { "\(chance.token(6))-\(chance.token(4)).\(chance.token(5)).example.net" }

    private mutating func received(for recipient: Person) -> String {
        let address = "\(chance.number(1...223)).\(chance.number(0...255)).\(chance.number(0...255)).7"
        let moment = Moment(&chance)
        return """
            Received: from \(host()) (\(host()) [\(address)])\r
            \tby \(host()) (Postfix) with ESMTPS id \(chance.token(10))\r
            \t(version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)\r
            \tfor <\(recipient.address)>; \(moment.field)
            """
    }

    private mutating func signature(_ start: String, _ sender: Person) -> String {
        let digits = (0..<5).map { _ in "\r\n         " + chance.base64(45) }.joined()
        return """
            \(start)a=rsa-sha256; c=relaxed/relaxed;\r
                    d=\(sender.domain); s=20230601; t=17\(chance.number(10_000_000...99_999_999)); x=1780000000;\r
                    h=to:subject:message-id:date:from:in-reply-to:references:mime-version\r
                     :from:to:cc:subject:date:message-id:reply-to;\r
                    bh=\(chance.base64(32));\r
                    b=\(digits)
            """
    }

    private mutating func authenticationResults(_ sender: Person) -> String {
        """
        Authentication-Results: mx.example.net;\r
               dkim=pass header.i=@\(sender.domain) header.s=20230601 header.b=\(chance.token(8));\r
               spf=pass (example.net: domain of \(sender.address) designates 192.0.2.7 as permitted sender)\r
                 smtp.mailfrom=\(sender.address);\r
               dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=\(sender.domain)
        """
    }

    private mutating func arc(_ instance: Int) -> [String] {
        let digits = (0..<5).map { _ in "\r\n         " + chance.base64(45) }.joined()
        return [
            "ARC-Seal: i=\(instance); a=rsa-sha256; t=1770000000; cv=\(instance == 1 ? "none" : "pass");\r\n"
                + "        d=example.net; s=arc-20240605;\r\n        b=\(digits)",
            "ARC-Message-Signature: i=\(instance); a=rsa-sha256; c=relaxed/relaxed; d=example.net; s=arc-20240605;\r\n"
                + "        h=to:subject:message-id:date:from:mime-version:dkim-signature;\r\n"
                + "        bh=\(chance.base64(32));\r\n        b=\(digits)",
            "ARC-Authentication-Results: i=\(instance); mx.example.net;\r\n"
                + "       dkim=pass header.i=@example.org header.s=a header.b=\(chance.token(8));\r\n       spf=none",
        ]
    }

    private mutating func spamFields() -> [String] {
        [
            "X-Spam-Status: No, score=-0.\(chance.number(1...9)) required=5.0 tests=DKIM_SIGNED,DKIM_VALID,\r\n"
                + "\tDKIM_VALID_AU,HTML_MESSAGE,RCVD_IN_DNSWL_NONE,SPF_HELO_NONE,SPF_PASS autolearn=ham",
            "X-Gm-Message-State: \(chance.base64(63))", "X-Google-Smtp-Source: \(chance.base64(60))",
            "X-Received: by 2002:a05:6402:\(chance.token(4)) with SMTP id \(chance.token(22)).0.17; 1 Jan 2026 00:00:00 +0000",
            "X-Virus-Scanned: amavis at example.net",
        ]
    }

    private mutating func exchangeFields() -> [String] {
        let tenant = chance.token(36)
        return [
            "Thread-Topic: \(chance.token(12))", "Thread-Index: \(chance.base64(33))", "X-MS-Has-Attach:",
            "X-MS-TNEF-Correlator:", "x-ms-publictraffictype: Email", "x-ms-exchange-senderadcheck: 1",
            "x-ms-office365-filtering-correlation-id: \(tenant)",
            "x-microsoft-antispam: BCL:0;ARA:13230040|366016|376014|1800799024|7053199007|38070700018;",
            "x-forefront-antispam-report: CIP:255.255.255.255;CTRY:;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;\r\n"
                + " H:\(chance.token(14)).example.net;PTR:;CAT:NONE;SFS:(13230040)(366016);DIR:OUT;SFP:1101;",
            "X-MS-Exchange-AntiSpam-MessageData-0:\r\n"
                + (0..<12).map { _ in " " + chance.base64(54) }.joined(separator: "\r\n"),
            "X-MS-Exchange-CrossTenant-Id: \(tenant)", "X-OriginatorOrg: example.org",
        ]
    }
}
