import MailCorpus
import MailFormat
import PortalCore

/// Both error rates, which mean something only together: what got through that must not, and what did not that must.
package struct Gauntlet: Sendable {
    private let seed: UInt64

    package init(seed: UInt64) { self.seed = seed }

    /// What came of mails without genuine evidence.
    package struct Spoofs: Sendable {
        package var mails = 0
        package var decisions = 0
        package var sent = 0
        /// Addresses that were mailed and are nobody's who is registered.
        package var foreign: Set<String> = []
        /// The first of the mails that decided something.
        package var offenders: [String] = []

        package var isPassed: Bool { decisions == 0 && foreign.isEmpty }
    }

    /// What came of genuine approvals.
    package struct Honest: Sendable {
        package var mails = 0
        package var executed = 0
        /// What was not executed: layout, style, and what came of it.
        package var missed: [String] = []

        package var share: Double { mails == 0 ? 0 : Double(executed) / Double(mails) }
        package var isPassed: Bool { share >= 0.995 }
    }

    /// - Parameter genuine: the control; so many of a hundred mails have genuine evidence after all, and must be seen.
    package func spoofs(_ count: Int, genuine: Int = 0) async throws -> Spoofs {
        var result = Spoofs()
        var chance = Chance(seed)
        while result.mails < count {
            let ground = try await Ground(decisions: 12, seed: chance.next())
            try await run(min(count - result.mails, Self.mailsOfOneGround), genuine, on: ground, &chance, &result)
        }
        return result
    }

    private func run(
        _ count: Int, _ genuine: Int, on ground: Ground, _ chance: inout Chance, _ result: inout Spoofs
    ) async throws {
        for start in stride(from: 0, to: count, by: Self.batch) {
            var mails: [[UInt8]] = []
            for _ in start..<min(start + Self.batch, count) {
                let asked = chance.one(of: ground.asked)
                let others = ground.asked.filter { $0.address == asked.address && $0.tag != asked.tag }
                var spoof = Spoof(
                    of: asked, beside: chance.one(of: others), isGenuine: chance.happens(genuine), &chance)
                mails.append(spoof.bytes())
            }
            try await ground.receive(mails, border: Spoof.border)
            result.mails += mails.count
            try look(at: ground, mails.count, &result)
            let recipients = try await ground.send()
            result.foreign.formUnion(recipients.subtracting(DesiredOrganization.registered))
            // Time for the next question to each person about each thing.
            ground.pass(.hours(2))
        }
        result.sent += try ground.mailsOut()
    }

    private func look(at ground: Ground, _ mails: Int, _ result: inout Spoofs) throws {
        let offenders = try ground.decidingMails(newest: mails)
        result.decisions += offenders.count
        result.offenders += offenders.prefix(max(0, 5 - result.offenders.count))
    }

    package func honest(_ count: Int) async throws -> Honest {
        var result = Honest()
        var chance = Chance(seed)
        let kinds = Layout.all.flatMap { layout in ReplyStyle.allCases.map { (layout, $0) } }
        let people = DesiredOrganization.clients.count
        var left = count
        var number = 0
        while left > 0 {
            let some = min(left, Self.decisionsOfOneGround)
            left -= some
            let ground = try await Ground(decisions: (some + people - 1) / people, seed: chance.next())
            for asked in Self.shuffled(ground.asked, &chance).prefix(some) {
                let kind = kinds[number % kinds.count]
                number += 1
                var mail = HonestMail(kind.0, kind.1, answering: asked, &chance)
                let bytes = mail.bytes()
                try await ground.receive([bytes], border: kind.0.border)
                result.mails += 1
                if try !ground.decidingMails(newest: 1).isEmpty {
                    result.executed += 1
                } else if result.missed.count < 40 {
                    result.missed.append(
                        "\(kind.0.name) × \(kind.1), \(asked.locale) \"\(mail.word)\": \(try ground.lastReading())")
                }
            }
        }
        return result
    }

    private static func shuffled(_ all: [Ground.Asked], _ chance: inout Chance) -> [Ground.Asked] {
        var all = all
        for place in all.indices { all.swapAt(place, chance.number(place...all.count - 1)) }
        return all
    }

    private static let batch = 256
    private static let mailsOfOneGround = 8_192
    private static let decisionsOfOneGround = 350
}

extension Ground {
    /// The newest of the mails in that decided something.
    func decidingMails(newest count: Int) throws -> [String] {
        try portal.inbox(newest: count).filter { entry in
            // The outcome of a decision, as the inbox keeps it.
            entry.reading.utf8.count > 0 && entry.reading.contains("\"decided\"")
        }.map { String(decoding: try portal.contents.bytes(of: $0.content), as: UTF8.self) }
    }

    func lastReading() throws -> String { try portal.inbox(newest: 1).last?.reading ?? "" }

    func mailsOut() throws -> Int { try portal.outbox(newest: 1_000_000).filter { $0.state == .sent }.count }
}
