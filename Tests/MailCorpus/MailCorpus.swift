/// Mail as it comes to a client portal, generated: the same for the same seed.
///
/// Replies with histories in many languages, charsets and structures, under headers as servers leave them; bounces,
/// automatic replies and calendar replies among them. Lines end with CR LF.
package enum MailCorpus {
    /// What a corpus consists of.
    package enum Blend: Sendable {
        /// Replies, one in ten a machine's; files of at most some kilobytes.
        case mail
        /// Replies with one to three files of 10 kB to 5 MB.
        case attachments
    }

    /// So many mails; the first of them are those of a smaller count.
    package static func mails(seed: UInt64, count: Int, _ blend: Blend = .mail) -> [[UInt8]] {
        (0..<count).map { mail(seed: seed, number: $0, blend) }
    }

    /// One mail of the corpus.
    package static func mail(seed: UInt64, number: Int, _ blend: Blend = .mail) -> [UInt8] {
        var chance = Chance(seed &* 0x2545_F491_4F6C_DD1D &+ UInt64(truncatingIfNeeded: number))
        switch blend {
        case .mail:
            if chance.happens(10) { return chance.one(of: MachineMail.allCases).bytes(&chance) }
            var reply = ReplyMail(&chance)
            return reply.bytes(attachments: chance.happens(5) ? [chance.number(200...8_000)] : [])
        case .attachments:
            var reply = ReplyMail(&chance)
            let sizes = (0..<chance.number(1...3)).map { _ in fileSize(&chance) }
            return reply.bytes(attachments: sizes)
        }
    }

    /// 10 kB to 5 MB, every magnitude as often as the others.
    private static func fileSize(_ chance: inout Chance) -> Int {
        let steps = chance.number(0...90)
        let size = (0..<steps).reduce(10_000.0) { size, _ in size * 1.07 }
        return min(Int(size) + chance.number(0...999), 5_000_000)
    }
}
