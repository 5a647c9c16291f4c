import Foundation
import Logging
import MailChannel
import MailCorpus
import MailFormat
import PortalCore
import Synchronization
import Templates

/// A real portal in a temporary folder, where every client has been asked to decide about many things.
final class Ground: Sendable {
    let portal: Portal
    let mailbox: ReplyMailbox
    private let writer: LetterWriter
    private let folder: String
    private let clock: GroundClock

    /// One thing that one client was asked to decide, with the mail that asked.
    struct Asked: Sendable {
        /// The client's name, address and language.
        let name: String
        let address: String
        let locale: String
        let tag: String
        let messageID: String
        let subject: String
        let text: String
        let html: String
    }

    let asked: [Asked]

    /// - Parameter decisions: how many each client is asked for.
    init(decisions: Int, seed: UInt64) async throws {
        let clock = GroundClock(seed)
        self.clock = clock
        folder = Self.temporaryFolder()
        portal = try Portal(
            folder: folder, together: .minutes(0), clock: { clock.now }, randomness: { clock.bytes($0) })
        guard let replies = EmailAddress("replies@acme.test"),
            let mailbox = ReplyMailbox(address: replies, instance: "acme-1")
        else { throw GroundFault.fixture }
        self.mailbox = mailbox
        writer = LetterWriter(
            templates: try MailTemplates(folder: Self.templates), site: SiteAddress(base: "https://portal.acme.test"),
            mailbox: mailbox)
        asked = try await Self.ask(decisions, portal, writer)
    }

    deinit {
        portal.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Takes mails in as they arrive at the mailbox behind `border`.
    func receive(_ mails: [[UInt8]], border: TrustedBorder) async throws {
        let quiet = Logger(label: "gauntlet") { _ in SwiftLogNoOpLogHandler() }
        _ = try await MailReceiver(portal: portal, mailbox: mailbox, border: border, logger: quiet).receive(mails)
    }

    /// Writes and sends everything that is due; the recipients.
    func send() async throws -> Set<String> { Set(try await Self.send(portal, writer).map(\.0.recipient)) }

    func pass(_ span: Moment.Span) { clock.pass(span) }

    private static func ask(_ decisions: Int, _ portal: Portal, _ writer: LetterWriter) async throws -> [Asked] {
        _ = try await portal.perform(
            [.noteExamination(portal.mailSetup)], for: .administrator, because: .shell("doctor"))
        _ = try await portal.apply(
            Plan(current: portal.currentPortal(), desired: DesiredPortal(organizations: [.gauntlet(decisions)])))
        for (_, content) in try await send(portal, writer) {
            guard case .invitation(let secret, _, _) = content else { continue }
            _ = try await portal.perform(
                [.acceptInvitation(session: portal.freshSecret())], for: .invitation(secret),
                because: .form(nonce: portal.freshSecret().text))
        }
        return try await send(portal, writer).compactMap { letter, content in
            guard case .decisionAsked = content else { return nil }
            return Asked(letter)
        }
    }

    private static func send(
        _ portal: Portal, _ writer: LetterWriter
    ) async throws -> [(SealedLetter, Letter.Content)] {
        var sent: [(SealedLetter, Letter.Content)] = []
        while true {
            let due = try portal.dueMails(limit: 64)
            guard !due.isEmpty else { return sent }
            sent += try await withThrowingTaskGroup { group in
                for entry in due { group.addTask { try await send(entry, portal, writer) } }
                return try await group.reduce(into: []) { if let letter = $1 { $0.append(letter) } }
            }
        }
    }

    private static func send(
        _ entry: OutboxEntry, _ portal: Portal, _ writer: LetterWriter
    ) async throws -> (SealedLetter, Letter.Content)? {
        guard let letter = try portal.letter(for: entry) else {
            try await portal.drop(entry)
            return nil
        }
        let written = try writer.write(letter, logo: nil)
        try await portal.seal(written.sealed, of: letter, messageID: written.messageID, subject: written.subject)
        try await portal.settle(entry.id, .sent("250 ok"))
        return (written.sealed, letter.content)
    }

    private static let templates =
        String(#filePath.dropLast("/Tests/Gauntlet/Ground/Ground.swift".count)) + "/mail-templates"

    /// In memory where the system has such a folder: here nothing must outlive the process.
    private static func temporaryFolder() -> String {
        let memory = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        return "\(parent)/postern-gauntlet-\(UUID().uuidString)"
    }
}

extension Ground.Asked {
    fileprivate init?(_ letter: SealedLetter) {
        let message = MailFormat.Message(letter.bytes)
        let at = letter.sender.utf8.firstIndex(of: UInt8(ascii: "@")) ?? letter.sender.utf8.endIndex
        guard let person = DesiredOrganization.clients.first(where: { $0.address.text == letter.recipient }),
            let messageID = message.messageID?.text
        else { return nil }
        self.init(
            name: person.name, address: person.address.text, locale: person.locale ?? "en",
            tag: String(letter.sender.utf8[..<at].dropFirst("replies+".utf8.count)) ?? "",
            messageID: messageID, subject: message.subject ?? "", text: message.text ?? "", html: message.html ?? "")
    }
}

enum GroundFault: Error { case fixture }

/// Time and chance of a ground.
final class GroundClock: Sendable {
    private let state: Mutex<(moment: Moment, chance: Chance)>

    init(_ seed: UInt64) { state = Mutex((Moment(milliseconds: 1_790_000_000_000), Chance(seed))) }

    var now: Moment { state.withLock { $0.moment } }

    func pass(_ span: Moment.Span) { state.withLock { $0.moment = $0.moment + span } }

    func bytes(_ count: Int) -> [UInt8] { state.withLock { $0.chance.bytes(count) } }
}
