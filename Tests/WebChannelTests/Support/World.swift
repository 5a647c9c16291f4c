import Foundation
import Hummingbird
import Logging
import MailFormat
import PortalCore
import Synchronization
import TestGround

@testable import WebChannel

/// Two organizations in a temporary folder, whose time stands still and whose dice are loaded.
final class World: Sendable {
    let portal: Portal
    let folder: String
    private let time = ClockFace(World.start)
    private let steps = Counter()
    private let code = Mutex("")

    /// 2026-03-12 09:30 UTC.
    static let start = Moment(milliseconds: 1_773_307_800_000)

    init(limits: PortalLimits = PortalLimits(), paymentSecrets: PaymentSecrets = PaymentSecrets()) throws {
        folder = NSTemporaryDirectory() + "web-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let dice = Counter()
        try putChainKey(in: folder)
        portal = try Portal(
            folder: folder, limits: limits, paymentSecrets: paymentSecrets, together: .minutes(0),
            clock: { [time] in time.now },
            randomness: { count in
                var bytes: [UInt8] = []
                while bytes.count < count { bytes += SHA256.digest(of: Array("dice \(dice.next())".utf8)) }
                return Array(bytes.prefix(count))
            })
    }

    deinit {
        portal.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The code of the sign-in mail that was read last.
    var lastCode: String { code.withLock { $0 } }

    func remember(code digits: String) { code.withLock { $0 = digits } }

    func pass(_ span: Moment.Span) { time.pass(span) }

    @discardableResult
    func order(_ commands: Command...) async throws -> [Outcome] {
        try await portal.perform(commands, for: .administrator, because: .shell("step \(steps.next())"))
    }

    func content(_ name: String, _ type: String, _ bytes: [UInt8]) throws -> FileContent {
        try FileContent(name: name, contentType: type, size: Int64(bytes.count), digest: portal.contents.put(bytes))
    }

    /// The names of all files in the world's folder, but for the database.
    func filesOnDisk() throws -> Set<String> {
        Set(
            try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
                !$0.hasPrefix("portal.") && $0 != "chain.key"
            })
    }

    /// Writes every mail that is due, as the mail channel would, and gives what each says.
    ///
    /// - Parameter result: what comes of the attempt.
    func mails(
        _ result: (EmailAddress) -> SendingResult = { _ in .sent("250 ok") }
    ) async throws -> [(to: EmailAddress, content: Letter.Content)] {
        var written: [(to: EmailAddress, content: Letter.Content)] = []
        for entry in try portal.dueMails(limit: 100) {
            guard let letter = try portal.letter(for: entry) else { continue }
            let sealed = SealedLetter(
                id: entry.id, sender: "", recipient: letter.recipient.address.text, bytes: [])
            try await portal.seal(
                sealed, of: letter, messageID: MessageID("\(entry.id)@portal.test")!, subject: "a mail")
            try await portal.settle(entry.id, result(letter.recipient.address))
            written.append((letter.recipient.address, letter.content))
        }
        return written
    }
}

/// 1, 2, 3, and so on.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

/// The pages of a world on a real port, for as long as `body` runs.
func serving(
    _ world: World, settings: WebSettings = WebSettings(port: 0), site: String = "http://127.0.0.1",
    logger: Logger = quiet, _ body: (_ port: Int) async throws -> Void
) async throws {
    let web = try WebChannel(portal: world.portal, site: SiteAddress(base: site), settings: settings, logger: logger)
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let application = web.application { listening.yield($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run() }
        for await port in ports {
            try await body(port)
            break
        }
        group.cancelAll()
        while let result = await group.nextResult() { _ = result }
    }
}

let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
