import MailFormat

/// Mailboxes that somebody else runs.
extension Layout {
    static let gmail = Layout(
        "Gmail", hosts: ["mx.google.com"], ids: ["mx.google.com"],
        """
        Delivered-To: replies@acme.test
        Received: by 2002:a05:6504:6158:b0:2cd:@id with SMTP id k24csp1;
                Mon, 21 Sep 2026 07:00:03 -0700 (PDT)
        X-Google-Smtp-Source: AGHT+IF@id
        X-Received: by 2002:a17:906:fe41:b0:b2b:@id with SMTP id x1.2.17;
                Mon, 21 Sep 2026 07:00:03 -0700 (PDT)
        ARC-Seal: i=1; a=rsa-sha256; t=1789999203; cv=none;
                d=google.com; s=arc-20240605;
                b=@id
        ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc-20240605;
                h=to:subject:message-id:date:from; bh=@id; b=@id
        ARC-Authentication-Results: i=1; mx.google.com;
               dkim=pass header.i=@@domain header.s=s1 header.b=AbCdEf12;
               spf=pass (google.com: domain of @sender designates 192.0.2.10 as permitted sender) smtp.mailfrom=@sender;
               dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=@domain
        Return-Path: <@sender>
        Received: from out.@domain (out.@domain. [192.0.2.10])
                by mx.google.com with ESMTPS id @id
                for <@recipient>
                (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256 bits=128/128);
                Mon, 21 Sep 2026 07:00:02 -0700 (PDT)
        Received-SPF: pass (google.com: domain of @sender designates 192.0.2.10 as permitted sender) client-ip=192.0.2.10;
        Authentication-Results: mx.google.com;
               dkim=pass header.i=@@domain header.s=s1 header.b=AbCdEf12;
               spf=pass (google.com: domain of @sender designates 192.0.2.10 as permitted sender) smtp.mailfrom=@sender;
               dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=@domain
        """)

    static let microsoft = Layout(
        "Microsoft 365", hosts: ["*.mail.protection.outlook.com"], ids: [TrustedBorder.noIdentifier],
        """
        Received: from AM0PR05MB1234.eurprd05.prod.outlook.com (2603:10a6:208:c1::1)
         by VI1PR05MB5678.eurprd05.prod.outlook.com with HTTPS; Mon, 21 Sep 2026 14:00:05 +0000
        Received: from DB7PR05CA0012.eurprd05.prod.outlook.com (2603:10a6:10:36::25) by
         AM0PR05MB1234.eurprd05.prod.outlook.com (2603:10a6:208:c1::1) with Microsoft SMTP Server
         (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9137.12;
         Mon, 21 Sep 2026 14:00:04 +0000
        Received: from DB5EUR02FT011.eop-EUR02.prod.protection.outlook.com
         (2603:10a6:10:36:cafe::1a) by DB7PR05CA0012.outlook.office365.com
         (2603:10a6:10:36::25) with Microsoft SMTP Server (version=TLS1_3,
         cipher=TLS_AES_256_GCM_SHA384) id 15.20.9137.12 via Frontend Transport; Mon,
         21 Sep 2026 14:00:04 +0000
        Authentication-Results: spf=pass (sender IP is 192.0.2.10)
         smtp.mailfrom=@domain; dkim=pass (signature was verified)
         header.d=@domain;dmarc=pass action=none
         header.from=@domain;compauth=pass reason=100
        Received-SPF: Pass (protection.outlook.com: domain of @domain
         designates 192.0.2.10 as permitted sender)
         receiver=protection.outlook.com; client-ip=192.0.2.10;
         helo=out.@domain; pr=C
        Received: from out.@domain (192.0.2.10) by
         DB5EUR02FT011.mail.protection.outlook.com (10.13.58.65) with Microsoft SMTP
         Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id
         15.20.9137.12 via Frontend Transport; Mon, 21 Sep 2026 14:00:03 +0000
        """)

    static let iCloud = Layout(
        "iCloud", hosts: ["*-mailgateway-smtp-*"],
        ids: ["dmarc.icloud.com", "dkim-verifier.icloud.com", "spf.icloud.com", "bimi.icloud.com"],
        """
        Received: from p43-mailgateway-smtp-12 (p43-mailgateway-smtp-12 [10.148.2.3]) by ms41p00im-stored01 (Apache) with LMTP id @id; Mon, 21 Sep 2026 14:00:04 GMT
        X-Apple-MoveToFolder: INBOX
        Authentication-Results: bimi.icloud.com; bimi=skipped reason="insufficient dmarc"
        X-ARC-Info: policy=fail; arc=none
        Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=@domain
        Authentication-Results: dkim-verifier.icloud.com;
        \tdkim=pass (2048-bit key) header.d=@domain header.i=@@domain header.b=AbCdEf12
        Authentication-Results: spf.icloud.com; spf=pass (spf.icloud.com: domain of @sender designates 192.0.2.10 as permitted sender) smtp.mailfrom=@sender
        Received-SPF: pass (spf.icloud.com: domain of @sender designates 192.0.2.10 as permitted sender) receiver=spf.icloud.com; client-ip=192.0.2.10;
        Received: from out.@domain (out.@domain [192.0.2.10])
        \tby p43-mailgateway-smtp-12 (mailgateway 2536B77) with SMTP id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 14:00:03 GMT
        """)

    static let fastmail = Layout(
        "Fastmail", hosts: ["*.messagingengine.com"], ids: ["*.messagingengine.com"],
        """
        Received: from phl-compute-05.internal (phl-compute-05.nyi.internal [10.202.2.45])
        \t by sloti22d1t10 (Cyrus 3.13.0-alpha0-1234) with LMTPA;
        \t Mon, 21 Sep 2026 10:00:05 -0400
        X-Sieve: CMU Sieve 3.0
        X-Spam-known-sender: yes
        X-Delivered-to: replies@acme.test
        X-Mail-from: @sender
        Received: from phl-mx-04.messagingengine.com ([10.202.2.203])
          by phl-compute-05.internal (LMTPProxy); Mon, 21 Sep 2026 10:00:04 -0400
        Received: from phl-mx-04.messagingengine.com (localhost [127.0.0.1])
        \tby mailmx.phl.internal (Postfix) with ESMTP id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 10:00:04 -0400 (EDT)
        Received: from phl-mx-04.messagingengine.com (localhost [127.0.0.1])
            by phl-mx-04.messagingengine.com (Authentication Milter) with ESMTP
            id @id.123456789;
            Mon, 21 Sep 2026 10:00:04 -0400
        X-ME-Authentication-Results: phl-mx-04.messagingengine.com; x-aligned-from=pass (Address match)
        Authentication-Results: phl-mx-04.messagingengine.com;
            arc=none (no signatures found);
            bimi=skipped (DMARC Policy is not at enforcement);
            dkim=pass (2048-bit rsa key sha256) header.d=@domain header.i=@@domain header.b=AbCdEf12 header.a=rsa-sha256 header.s=s1 x-bits=2048;
            dmarc=pass policy.published-domain-policy=none policy.published-subdomain-policy=quarantine policy.applied-disposition=none policy.evaluated-disposition=none (p=none,sp=quarantine,d=none,d.eval=none) policy.policy-from=p header.from=@domain;
            iprev=pass smtp.remote-ip=192.0.2.10 (out.@domain);
            spf=pass smtp.mailfrom=@sender smtp.helo=out.@domain
        X-ME-VSCause: gggruggvucftvghtrhhoucdtuddrgeefgedrtddtgddu
        Received-SPF: pass
            (@domain: 192.0.2.10 is authorized to use '@sender' in 'mfrom' identity)
            receiver=phl-mx-04.messagingengine.com; identity=mailfrom; envelope-from="@sender"; helo=out.@domain; client-ip=192.0.2.10
        Received: from out.@domain (out.@domain [192.0.2.10])
        \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
        \t key-exchange x25519 server-signature ECDSA (P-256))
        \t(No client certificate requested)
        \tby phl-mx-04.messagingengine.com (Postfix) with ESMTPS id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 10:00:03 -0400 (EDT)
        """)

    static let proton = Layout(
        "Proton", hosts: ["mailin*.protonmail.ch"], ids: ["mail.protonmail.ch"],
        """
        Return-Path: <@sender>
        X-Original-To: @recipient
        Delivered-To: replies@acme.test
        Authentication-Results: mail.protonmail.ch; dkim=pass (Good 2048
            bit rsa-sha256 signature) header.d=@domain header.a=rsa-sha256
        Authentication-Results: mail.protonmail.ch; dmarc=pass (p=none dis=none)
         header.from=@domain
        Authentication-Results: mail.protonmail.ch; spf=pass smtp.mailfrom=@domain
        Authentication-Results: mail.protonmail.ch; arc=none smtp.remote-ip=192.0.2.10
        Authentication-Results: mail.protonmail.ch; dkim=pass (2048-bit key)
         header.d=@domain header.i=@@domain header.b="AbCdEf12"
        Received: from out.@domain (out.@domain [192.0.2.10]) (using TLSv1.3 with cipher
         TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS
         (4096 bits)) (No client certificate requested) by mailin028.protonmail.ch (Postfix)
         with ESMTPS id @id for <@recipient>; Mon, 21 Sep 2026 14:00:03 +0000 (UTC)
        """)

    static let yahoo = Layout(
        "Yahoo", hosts: ["10.*"], ids: ["atlas-*.omega.yahoo.com"],
        """
        X-Apparently-To: replies@acme.test; Mon, 21 Sep 2026 14:00:04 +0000
        Return-Path: <@sender>
        Authentication-Results: atlas-production.v2-mail-prod1-bf1.omega.yahoo.com;
         dkim=pass header.i=@@domain header.s=s1;
         spf=pass smtp.mailfrom=@domain;
         dmarc=success(p=REJECT) header.from=@domain;
        X-Originating-Ip: [192.0.2.10]
        Received-SPF: pass (domain of @domain designates 192.0.2.10 as permitted sender)
        Received: from 192.0.2.10 (EHLO out.@domain)
         by 10.197.36.10 with SMTPs
         (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256);
         Mon, 21 Sep 2026 14:00:03 +0000
        """)

    static let zoho = Layout(
        "Zoho", hosts: ["mx.zohomail.eu"], ids: ["mx.zohomail.eu"],
        """
        Delivered-To: replies@acme.test
        Received-SPF: pass (zohomail.eu: domain of @domain designates 192.0.2.10 as permitted sender) client-ip=192.0.2.10; envelope-from=@sender; helo=out.@domain;
        Authentication-Results: mx.zohomail.eu;
        \tdkim=pass header.i=@@domain;
        \tspf=pass (zohomail.eu: domain of @domain designates 192.0.2.10 as permitted sender)  smtp.mailfrom=@sender;
        \tdmarc=pass(p=none dis=none)  header.from=@domain
        ARC-Seal: i=1; a=rsa-sha256; t=1789999203; cv=none; d=zohomail.eu; s=zohoarc; b=@id
        Return-Path: <@sender>
        Received: from out.@domain (out.@domain [192.0.2.10]) by mx.zohomail.eu
        \twith SMTPS id 1789999203123.456; Mon, 21 Sep 2026 16:00:03 +0200 (CEST)
        """)
}
