import Foundation
import Glibc
import Logging
import MailChannel
import MailFormat
import MailServers
import PortalCore

/// How fast waiting mails are taken in: kept on disk, read, and carried out, every commit synced.
enum Backlog {
    private static let rounds = 5
    private static let mails = 2000
    /// As many as the transport hands over at once.
    private static let batch = 100

    static func measure() async throws {
        var table = Table(
            "Backlog: \(mails) replies of a client, in batches of \(batch), synchronous=FULL; \(rounds) rounds",
            columns: ["mails/s", "from – to", "CPU µs each"])
        var (rates, costs, syncs): ([Double], [Double], [Double]) = ([], [], [])
        // Kept to the end: on some file systems, making a file is slow for a while after many were removed.
        var studios: [Studio] = []
        for _ in 1...rounds {
            let studio = try await Studio(on: Ground(), projects: 10, deliverables: 10)
            studios.append(studio)
            syncs.append(try syncsPerSecond(in: studio.ground.folder))
            let before = try ProcessReading(identifier: getpid()).processorSeconds()
            let taken = try await ContinuousClock().measure { try await take(in: studio) }
            let spent = try ProcessReading(identifier: getpid()).processorSeconds() - before
            rates.append(Double(mails) / taken.seconds)
            costs.append(spent * 1_000_000 / Double(mails))
        }
        let (rate, sync) = (Figures(rates), Figures(syncs))
        table.add(
            "one synced write at a time", sync.median.shown(), "\(sync.least.shown()) – \(sync.most.shown())", "–")
        table.add(
            "mails taken in", rate.median.shown(), "\(rate.least.shown()) – \(rate.most.shown())",
            Figures(costs).median.shown())
        table.printOut(targets: [
            Table.Target(text: "at least 1500 mails/s: \(rate.median.shown())", isMet: rate.median >= 1500)
        ])
    }

    private static func take(in studio: Studio) async throws {
        guard let address = EmailAddress(Ground.address),
            let mailbox = ReplyMailbox(address: address, instance: "bench")
        else { throw BenchmarkFault("no mailbox") }
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let border = TrustedBorder(hosts: [MailServers.borderHost], authservIDs: [MailServers.borderHost])
        let receiver = MailReceiver(portal: studio.ground.portal, mailbox: mailbox, border: border, logger: logger)
        for start in stride(from: 0, to: mails, by: batch) {
            let bytes = (start..<min(start + batch, mails)).map { number in
                Array(ReplyMail(to: studio.questions[number % studio.questions.count].replyTo, number).stamped.utf8)
            }
            let filings = try await receiver.receive(bytes)
            guard filings.allSatisfy({ $0 == .processed }) else { throw BenchmarkFault("a mail was held") }
        }
    }

    /// What the disk can do when every write waits for its sync: the peer of whoever commits one by one.
    private static func syncsPerSecond(in folder: String) throws -> Double {
        let file = open("\(folder)/syncs", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw BenchmarkFault("no file can be made in \(folder)") }
        defer { close(file) }
        let page = [UInt8](repeating: 7, count: 4096)
        let count = 200
        let taken = ContinuousClock().measure {
            for _ in 0..<count {
                _ = write(file, page, page.count)
                fdatasync(file)
            }
        }
        return Double(count) / taken.seconds
    }
}
