import Testing

@testable import MailFormat

/// A small generator (SplitMix64), so that every run mutates alike.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

@Suite("A message damaged in any way") struct MutationTests {
    private static let seeds: [String] = [
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
    ]
    private static let fragments = [
        "\r", "\n", "\0", "--b", "--b--", "=?", "?=", "(", ")", "\"", "\\", "<", ">", ":", ";", ",", "=", "%", "*", "@",
        "From: ", "Content-Type: ", "multipart/mixed; boundary=b", " ", "\u{FF}",
    ]

    @Test("is still a message, whose parts lie within it") func mutations() {
        var generator = SeededGenerator(state: 1)
        let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])
        for round in 0..<2_000 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...8, using: &generator) { Self.mutate(&bytes, using: &generator) }
            let message = Message(bytes)
            readEverything(message)
            #expect(message.parts.allSatisfy { $0.bodyRange.upperBound <= bytes.count })
            if case .one(let sender) = message.header.sender {
                _ = SenderAuthentication(message.header, sender: sender, border: border)
            }
        }
    }

    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let length = Int.random(in: 0...min(30, bytes.count - place), using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(place..<(place + length))
        case 1:
            bytes.insert(
                contentsOf: bytes[place..<(place + length)], at: Int.random(in: 0...bytes.count, using: &generator))
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: bytes.insert(contentsOf: (fragments.randomElement(using: &generator) ?? "").utf8, at: place)
        }
    }
}
