import FuzzChecks
import MailCorpus
import Testing

/// What `make fuzz` looks for hours long, for a few seconds.
@Suite("Damaged in any way") struct MutationTests {
    @Test("an input breaks no promise of its reader", arguments: FuzzTarget.allCases)
    func mutations(target: FuzzTarget) {
        let seeds = target.seeds(count: 15).map { Array($0.prefix(3_000)) } + Self.written
        var chance = Chance(1)
        for round in 0..<80 {
            let input = Mutation.damaged(seeds[round % seeds.count], &chance)
            let violations = target.violations(input)
            #expect(violations == [], "\(target) of \(String(decoding: input, as: UTF8.self))")
        }
    }

    @Test("as it is, the generated corpus breaks no promise", arguments: FuzzTarget.allCases)
    func corpus(target: FuzzTarget) {
        for seed in target.seeds(count: 15) {
            let violations = target.violations(seed)
            #expect(violations == [], "\(target) of \(String(decoding: seed, as: UTF8.self))")
        }
    }

    /// What the generator does not write.
    private static let written = [
        """
        Authentication-Results: mx.acme.test (a (b)); dkim=pass header.d=client.test; dmarc=pass header.from="x"
        Received: from a (b [c]) by mx.acme.test with ESMTPS id 1; Thu, 1 Jan 1970 00:00:00 +0000
        From: "D, \\"a\\"" (x (y)) <dana@client.test>
        To: Team: a@b.test, =?utf-8?Q?B=C3=A4r?= <c@d.test>;
        Subject: =?utf-8?B?w4Q=?= =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= x
        Date: Fri, 21 Nov 1997 09:55:06 -0600
        Message-ID: <m1@client.test>
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=shift_jis; format=flowed
        Content-Transfer-Encoding: quoted-printable

        =93=FA= \n> a \n> b
        --b
        Content-Disposition: attachment; filename*0*=utf-8''%E2; filename*1*=%82%AC
        Content-Transfer-Encoding: base64

        aGVsbG8=
        --b--
        """
    ].map { Array($0.utf8) }
}
