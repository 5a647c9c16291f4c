import MailFormat

/// Servers and gates of one's own.
extension Layout {
    static let exchange = Layout(
        "Exchange behind a gate", hosts: ["gate.acme.test"], ids: ["gate.acme.test"],
        """
        Received: from EX02.acme.local (10.0.0.6) by EX01.acme.local (10.0.0.5) with
         Microsoft SMTP Server (version=TLS1_2,
         cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1544.11 via Mailbox
         Transport; Mon, 21 Sep 2026 16:00:05 +0200
        Received: from gate.acme.test (10.0.0.2) by EX02.acme.local (10.0.0.6) with Microsoft
         SMTP Server id 15.2.1544.11 via Frontend Transport; Mon, 21 Sep 2026 16:00:04 +0200
        Authentication-Results: gate.acme.test;
        \tdkim=pass (2048-bit key; unprotected) header.d=@domain header.i=@@domain header.a=rsa-sha256 header.s=s1 header.b=AbCdEf12;
        \tdkim-atps=neutral
        Authentication-Results: gate.acme.test; dmarc=pass (p=reject dis=none) header.from=@domain
        Received: from out.@domain (out.@domain [192.0.2.10])
        \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
        \tby gate.acme.test (Proxmox) with ESMTPS id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 16:00:03 +0200 (CEST)
        """)

    static let openDKIM = Layout(
        "Postfix, OpenDKIM, OpenDMARC", hosts: ["mx.acme.test"], ids: ["mx.acme.test"],
        """
        Return-Path: <@sender>
        Delivered-To: replies@acme.test
        Received: from mx.acme.test
        \tby mx.acme.test with LMTP
        \tid @id
        \t(envelope-from <@sender>)
        \tfor <replies@acme.test>; Mon, 21 Sep 2026 16:00:04 +0200
        Authentication-Results: mx.acme.test; dmarc=pass (p=reject dis=none) header.from=@domain
        Authentication-Results: mx.acme.test;
        \tdkim=pass (2048-bit key; unprotected) header.d=@domain header.i=@@domain header.a=rsa-sha256 header.s=s1 header.b=AbCdEf12;
        \tdkim-atps=neutral
        Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.10; helo=out.@domain; envelope-from=@sender; receiver=<UNKNOWN>
        Received: from out.@domain (out.@domain [192.0.2.10])
        \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
        \t key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256)
        \t(No client certificate requested)
        \tby mx.acme.test (Postfix) with ESMTPS id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 16:00:03 +0200 (CEST)
        """)

    static let amavis = Layout(
        "Postfix with Amavis", hosts: ["mx.acme.test"], ids: ["mx.acme.test"],
        """
        Return-Path: <@sender>
        X-Original-To: @recipient
        Delivered-To: replies@acme.test
        Received: from localhost (localhost [127.0.0.1])
        \tby mx.acme.test (Postfix) with ESMTP id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 16:00:04 +0200 (CEST)
        X-Virus-Scanned: Debian amavis at mx.acme.test
        X-Spam-Status: No, score=-2.1 tagged_above=-9999 required=6.31 tests=[BAYES_00=-1.9, DKIM_VALID_AU=-0.1] autolearn=ham
        Authentication-Results: mx.acme.test (amavis); dkim=pass (2048-bit key) header.d=@domain
        Received: from mx.acme.test ([127.0.0.1])
        \tby localhost (mx.acme.test [127.0.0.1]) (amavis, port 10024) with ESMTP
        \tid @id for <@recipient>; Mon, 21 Sep 2026 16:00:03 +0200 (CEST)
        Authentication-Results: mx.acme.test; dmarc=pass (p=none dis=none) header.from=@domain
        Received: from out.@domain (out.@domain [192.0.2.10])
        \tby mx.acme.test (Postfix) with ESMTPS id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 16:00:02 +0200 (CEST)
        """)

    static let rspamd = Layout(
        "rspamd", hosts: ["mx.acme.test"], ids: ["mx.acme.test"],
        """
        Return-Path: <@sender>
        Delivered-To: replies@acme.test
        Received: from mx.acme.test ([fd4d:6169:6c63:6f77::d])
        \tby c5d7e3 with LMTP id @id; Mon, 21 Sep 2026 16:00:04 +0200
        X-Spamd-Result: default: False [-2.10 / 15.00];
        \tDMARC_POLICY_ALLOW(-0.50)[@domain,reject];
        \tR_DKIM_ALLOW(-0.20)[@domain:s=s1]
        X-Rspamd-Server: c5d7e3
        Authentication-Results: mx.acme.test;
        \tdkim=pass header.d=@domain header.s=s1 header.b=AbCdEf12;
        \tspf=pass (mx.acme.test: domain of @sender designates 192.0.2.10 as permitted sender) smtp.mailfrom=@sender;
        \tdmarc=pass (policy=reject) header.from=@domain
        Received: from out.@domain (out.@domain [192.0.2.10])
        \tby mx.acme.test (Postcow) with ESMTPS id @id
        \tfor <@recipient>; Mon, 21 Sep 2026 16:00:03 +0200 (CEST)
        """)

    static let exim = Layout(
        "Exim", hosts: ["mx.acme.test"], ids: ["mx.acme.test"],
        """
        Return-path: <@sender>
        Envelope-to: @recipient
        Delivery-date: Mon, 21 Sep 2026 16:00:04 +0200
        Authentication-Results: mx.acme.test;
        \tiprev=pass (out.@domain) smtp.remote-ip=192.0.2.10;
        \tspf=pass smtp.mailfrom=@domain;
        \tdkim=pass header.d=@domain header.s=s1 header.a=rsa-sha256;
        \tdmarc=pass header.from=@domain;
        \tarc=none
        Received: from out.@domain ([192.0.2.10])
        \tby mx.acme.test with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384
        \t(Exim 4.98)
        \t(envelope-from <@sender>)
        \tid 1t@id-000000004qX-1a2b
        \tfor @recipient;
        \tMon, 21 Sep 2026 16:00:03 +0200
        """)

    static let mailgun = Layout(
        "Mailgun", hosts: ["mxa.mailgun.org", "mxb.mailgun.org"], ids: ["mxa.mailgun.org", "mxb.mailgun.org"],
        """
        Delivered-To: replies@acme.test
        Authentication-Results: mxb.mailgun.org; dkim=pass (2048-bit key) header.d=@domain header.i=@@domain header.b="AbCdEf12"; spf=pass smtp.mailfrom=@sender; dmarc=pass (p=REJECT) header.from=@domain
        Received: from out.@domain (out.@domain [192.0.2.10]) by mxb.mailgun.org
         with ESMTP id 68cfe1d3.7f@id-smtp-in-n02; Mon, 21 Sep 2026 14:00:03 -0000 (UTC)
        X-Mailgun-Incoming: Yes
        X-Envelope-From: <@sender>
        """)

    static let mimecast = Layout(
        "Mimecast before Microsoft 365", hosts: ["relay.mimecast.com", "*-smtp-inbound-*.mimecast.com"],
        ids: ["relay.mimecast.com"],
        """
        Received: from AM0PR05MB1234.eurprd05.prod.outlook.com (2603:10a6:208:c1::1)
         by VI1PR05MB5678.eurprd05.prod.outlook.com with HTTPS; Mon, 21 Sep 2026 14:00:05 +0000
        Authentication-Results: spf=fail (sender IP is 198.51.100.7)
         smtp.mailfrom=@domain; dkim=fail (body hash did not verify)
         header.d=@domain;dmarc=fail action=oreject
         header.from=@domain;compauth=fail reason=000
        Received: from eu-smtp-delivery-1.mimecast.com (198.51.100.7) by
         DB5EUR02FT011.mail.protection.outlook.com (10.13.58.65) with Microsoft SMTP
         Server id 15.20.9137.12 via Frontend Transport; Mon, 21 Sep 2026 14:00:04 +0000
        Authentication-Results: relay.mimecast.com;
        \tdkim=pass header.d=@domain header.s=s1 header.b=AbCdEf12;
        \tspf=pass (relay.mimecast.com: domain of @sender designates 192.0.2.10 as permitted sender) smtp.mailfrom=@sender;
        \tdmarc=pass (policy=reject) header.from=@domain
        Received: from out.@domain (out.@domain [192.0.2.10]) by
         relay.mimecast.com with ESMTP with STARTTLS (version=TLSv1.3,
         cipher=TLS_AES_256_GCM_SHA384) id uk-mta-123-@id-1; Mon, 21 Sep 2026 15:00:03 +0100
        X-MC-Unique: @id-1
        """)

    static let proofpoint = Layout(
        "Proofpoint", hosts: ["mx0a-00123401.pphosted.com", "mx0b-00123401.pphosted.com"], ids: ["ppops.net"],
        """
        Received: from mx0a-00123401.pphosted.com (198.51.100.9) by EX02.acme.local (10.0.0.6) with Microsoft
         SMTP Server id 15.2.1544.11; Mon, 21 Sep 2026 14:00:04 +0000
        Received: from pps.filterd (m0123456.ppops.net [127.0.0.1])
        \tby mx0a-00123401.pphosted.com (8.18.1.2/8.18.1.2) with ESMTP id @id;
        \tMon, 21 Sep 2026 14:00:04 GMT
        Authentication-Results: ppops.net;
        \tspf=pass smtp.mailfrom=@sender;
        \tdkim=pass header.s=s1 header.d=@domain;
        \tdmarc=pass (policy=reject) header.from=@domain
        Received: from out.@domain (out.@domain [192.0.2.10])
        \tby mx0a-00123401.pphosted.com (PPS) with ESMTPS id @id
        \t(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT)
        \tfor <@recipient>; Mon, 21 Sep 2026 14:00:03 +0000 (GMT)
        """)
}
