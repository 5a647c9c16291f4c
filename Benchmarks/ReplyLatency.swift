import MailFormat
import MailServers
import PortalCore

/// From a client's “APPROVE” to the page that shows it, through a real Postfix and a real Dovecot, by the real service.
///
/// What counts as the effect: a reader of the portal, in another process, sees the decision; it looks twice a
/// millisecond once the IMAP server has told of the mail.
enum ReplyLatency {
    private static let rounds = 5
    private static let replies = 40

    static func measure() async throws {
        var table = Table(
            "Replies: APPROVE by mail, real Postfix and Dovecot, one after the other; \(rounds) rounds of \(replies)",
            columns: ["p50 ms", "p99 ms", "most ms", "p50 of each round"])
        let times = try await MailServers.running { servers in
            let relay = try ExistsRelay(to: servers.ports.imap)
            defer { relay.stop() }
            let studio = try await Studio(on: Ground(), projects: rounds * 4, deliverables: replies / 4)
            studio.ground.keepPassword(MailServers.password)
            try studio.ground.examine(mail: mail(servers, relay))
            relay.forget()
            let postern = try studio.ground.serve(mail: mail(servers, relay))
            defer { postern.stop() }
            try await isWatching(relay)
            let reading = ProcessReading(identifier: postern.identifier)
            let before = try reading.processorSeconds()
            var times: [Times] = []
            for (number, question) in studio.questions.enumerated() {
                times.append(try await reply(number, to: question, of: studio, servers, relay))
            }
            let spent = try reading.processorSeconds() - before
            return (times: times, processor: spent / Double(max(times.count, 1)))
        }
        report(times.times, processor: times.processor, in: &table)
    }

    /// When the effect was seen, counted from two moments.
    private struct Times {
        /// The border's Postfix had taken the mail.
        let sinceDelivery: Double
        /// The IMAP server told of it.
        let sinceExists: Double
    }

    /// The answer to SELECT says EXISTS, too; soon after it the service waits for news.
    private static func isWatching(_ relay: ExistsRelay) async throws {
        for _ in 0..<100 where relay.heardNothing { try await Task.sleep(for: .milliseconds(100)) }
        guard !relay.heardNothing else { throw BenchmarkFault("the service does not read its mailbox") }
        try await Task.sleep(for: .seconds(1))
    }

    private static func reply(
        _ number: Int, to question: Studio.Question, of studio: Studio, _ servers: MailServers, _ relay: ExistsRelay
    ) async throws -> Times {
        let mail = ReplyMail(to: question.replyTo, number, text: "APPROVE").outside
        let begun = ContinuousClock.now
        try await servers.bring(mail, from: "dana@client.test", to: question.replyTo.text)
        let delivered = ContinuousClock.now
        while .now < begun + .seconds(20) {
            if let told = relay.exists(after: begun), try isDecided(question.deliverable, studio) {
                let seen = ContinuousClock.now
                return Times(
                    sinceDelivery: (seen - delivered).milliseconds, sinceExists: (seen - told).milliseconds)
            }
            try await Task.sleep(for: .microseconds(500))
        }
        throw BenchmarkFault("a reply had no effect\n\(servers.logTail())")
    }

    private static func isDecided(_ deliverable: DeliverableID, _ studio: Studio) throws -> Bool {
        let page = try studio.ground.portal.deliverablePage(deliverable, studio.session, of: Studio.slug)
        if case .decided = page?.item.deliverable.state { return true }
        return false
    }

    private static func report(_ times: [Times], processor: Double, in table: inout Table) {
        for (name, path) in [("delivery → effect", \Times.sinceDelivery), ("EXISTS → effect", \Times.sinceExists)] {
            let all = Figures(times.map { $0[keyPath: path] })
            let each = stride(from: 0, to: times.count, by: replies).map { start in
                Figures(times[start..<min(start + replies, times.count)].map { $0[keyPath: path] }).median.shown(1)
            }
            table.add(
                name, all.median.shown(1), all.percentile(99).shown(1), all.most.shown(1), each.joined(separator: " "))
        }
        table.add("CPU of the service for each", (processor * 1000).shown(1))
        let last = Figures(times.map(\.sinceExists)).percentile(99)
        table.printOut(targets: [
            Table.Target(text: "EXISTS → effect, p99 under 100 ms: \(last.shown(1))", isMet: last < 100)
        ])
    }

    private static func mail(_ servers: MailServers, _ relay: ExistsRelay) -> String {
        """
          submission:
            host: localhost
            port: \(servers.ports.submission)
            security: starttls
            user: \(MailServers.portalAddress)
            password: file:password
            authorities: \(servers.certificateAuthority)
          mailbox:
            imap:
              host: localhost
              port: \(relay.port)
              security: none
              user: \(MailServers.portalAddress)
              password: file:password
        """
    }
}
