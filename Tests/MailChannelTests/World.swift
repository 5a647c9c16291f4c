import Foundation
import Localization
import Logging
import MailFormat
import MailSignatures
import PortalCore
import TestGround
import Testing

@testable import MailChannel

/// A real portal in a temporary folder, the mail channel on it, a clock that tests turn, and chance that repeats.
final class World: Sendable {
    let portal: Portal
    let folder: String
    let mailbox = ReplyMailbox(address: .replies, instance: "acme-1")!
    let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])
    let writer: LetterWriter
    /// Says the same in every language.
    let translator: LetterWriter
    /// What the DNS says; nobody is asked where it is nil.
    let records: TextRecords?
    private let time = ClockFace(Moment(milliseconds: 1_790_000_000_000))

    init(
        _ organization: DesiredOrganization = .acme, seed: UInt64 = 1, records: TextRecords? = nil,
        signer: MailSigner? = nil, paymentSecrets: PaymentSecrets = PaymentSecrets(),
        together: Moment.Span = .minutes(0)
    ) async throws {
        self.records = records
        folder = NSTemporaryDirectory() + "postern-\(UUID().uuidString)"
        let chance = SeededChance(seed)
        try putChainKey(in: folder)
        portal = try Portal(
            folder: folder, mailbox: .replies, paymentSecrets: paymentSecrets, together: together,
            clock: { [time] in time.now },
            randomness: { chance.bytes($0) })
        writer = try LetterWriter(
            templates: Self.english.get(), site: World.site, mailbox: mailbox, signer: signer)
        translator = try LetterWriter(templates: Self.translated.get(), site: World.site, mailbox: mailbox)
        var organization = organization
        if let logo = World.logo(of: organization) {
            organization.settings.logo = FileContent(
                name: "logo.png", contentType: "image/png", size: Int64(logo.count),
                digest: try portal.contents.put(logo))
        }
        _ = try await portal.perform(
            [.noteExamination(portal.mailSetup)], for: .administrator, because: .shell("doctor"))
        try await apply(organization)
    }

    deinit {
        portal.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    static let site = SiteAddress(base: "https://portal.acme.test")
    static let folderOfTests = String(#filePath.dropLast("/World.swift".count))
    static let templates = folderOfTests + "/../../mail-templates"

    // Read once: that takes longer than most tests.
    private static let english = Result { try MailTemplates(folder: templates) }
    private static let translated = Result { try MailTemplates(folder: templates, languages: languages()) }

    static func languages() throws -> Languages {
        let names = ["de.po", "fr.po"]
        let tables = try names.map { try Data(contentsOf: URL(filePath: folderOfTests + "/../../locales/" + $0)) }
        return try Languages(sources: Dictionary(uniqueKeysWithValues: zip(names, tables.map { [UInt8]($0) })))
    }

    func pass(_ span: Moment.Span) { time.pass(span) }

    func apply(_ organization: DesiredOrganization) async throws {
        _ = try await portal.apply(
            Plan(current: portal.currentPortal(), desired: DesiredPortal(organizations: [organization])))
    }

    var receiver: MailReceiver { receiver(border) }

    private func receiver(_ border: TrustedBorder) -> MailReceiver {
        MailReceiver(
            portal: portal, mailbox: mailbox, border: border, check: records.map { SenderCheck($0) }, logger: quiet)
    }

    /// Writes and sends everything that is due, in order.
    @discardableResult
    func send() async throws -> [Sent] {
        var sent: [Sent] = []
        while let entry = try portal.dueMails(limit: 1).first {
            guard try await portal.take(entry) else { continue }
            guard let letter = try portal.letter(for: entry) else {
                try await portal.drop(entry)
                continue
            }
            let logo = try letter.organization.settings.logo.map { try portal.contents.bytes(of: $0.digest) }
            let files = try letter.attachments.reduce(into: [ContentDigest: [UInt8]]()) {
                $0[$1.digest] = try portal.contents.bytes(of: $1.digest)
            }
            let written = try writer.write(letter, logo: logo, files: files)
            try await portal.seal(
                written.sealed, of: letter, messageID: written.messageID, subject: written.subject)
            try await portal.settle(entry.id, .sent("250 ok"))
            sent.append(
                Sent(written.sealed, letter.content) { [translator] code in
                    let said = try translator.write(letter, logo: logo, files: files, in: code)
                    return Sent(said.sealed, letter.content) { _ in throw Unexpected() }
                })
        }
        return sent
    }

    /// Everything up to the moment when Dana has been asked about version 3 of the logo.
    func danaIsAsked() async throws -> Secret {
        try await danaAccepts()
        let asked = try #require(try await send().first { $0.recipient == "dana@client.test" })
        return try asked.secret(at: mailbox)
    }

    func danaAccepts() async throws {
        let invitation = try #require(try await send().first { $0.recipient == "dana@client.test" })
        guard case .invitation(let secret, _, _) = invitation.content else { throw Unexpected() }
        _ = try await portal.perform(
            [.acceptInvitation(session: portal.freshSecret())], for: .invitation(secret), because: press())
    }

    /// Ana writes to Dana, whose reply goes to the conversation.
    func anaWrites(_ text: String = "How is it going?") async throws -> Secret {
        let project = try #require(try portal.project("rebrand", of: "acme"))
        _ = try await portal.perform(
            [.postMessage(NewMessage(project: project.id, text: text, attachments: []))],
            for: .staff(.ana, organization: "acme"), because: press())
        let told = try #require(try await send().last { $0.recipient == "dana@client.test" })
        return try told.secret(at: mailbox)
    }

    func press() -> Cause { .form(nonce: UUID().uuidString) }

    /// What came of one mail.
    func receive(_ mail: [UInt8], border: TrustedBorder? = nil) async throws -> Effects {
        let before = try portal.outbox(newest: 1000).count
        let receiver = receiver(border ?? self.border)
        let filing = try await receiver.receive([mail])
        let entry = try #require(try portal.inbox(newest: 1).last)
        let outcomes = try JSONDecoder().decode([Outcome].self, from: Data(entry.reading.utf8))
        let owed = try portal.outbox(newest: 1000).dropFirst(before)
        return Effects(outcomes: outcomes, filing: filing[0], state: entry.state, owed: Array(owed))
    }

    private static func logo(of organization: DesiredOrganization) -> [UInt8]? {
        guard organization.settings.logo != nil else { return nil }
        return FileManager.default.contents(atPath: folderOfTests + "/logo.png").map { [UInt8]($0) }
    }
}

/// A mail that went out.
struct Sent {
    let letter: SealedLetter
    let content: Letter.Content
    let message: MailFormat.Message
    /// The same mail in another language.
    let said: (LanguageCode) throws -> Sent

    init(
        _ letter: SealedLetter, _ content: Letter.Content, _ said: @escaping (LanguageCode) throws -> Sent
    ) {
        (self.letter, self.content, self.said) = (letter, content, said)
        message = MailFormat.Message(letter.bytes)
    }

    var recipient: String { letter.recipient }

    /// The text part as if it had no line breaks.
    var plain: String { (message.text ?? "").split(separator: "\n").joined(separator: " ") }

    /// The header as it stands in the bytes.
    var header: String {
        let bytes = message.parts[0].body.startIndex
        return String(decoding: letter.bytes[..<bytes], as: UTF8.self).replacing("\r\n", with: "\n")
    }

    func secret(at mailbox: ReplyMailbox) throws -> Secret {
        let tag = try #require(EmailAddress(letter.sender)?.tag(ofBase: mailbox.address))
        return try #require(Secret(wire: tag))
    }
}

/// Compares a mail with the files of that name: header and text in one, HTML in another, and what its subject and text are
/// for people who read German and French.
///
/// - Parameter masked: takes out what is another in each run.
func expectMail(
    _ sent: Sent?, _ name: String, masked: (String) -> String = { $0 },
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let sent = try #require(sent, sourceLocation: sourceLocation)
    try expectGolden(
        masked(sent.header + (sent.message.text ?? "")), "\(name).txt", sourceLocation: sourceLocation)
    try expectGolden(masked(sent.message.html ?? ""), "\(name).html", sourceLocation: sourceLocation)
    for code in [LanguageCode.german, .french] {
        let said = try sent.said(code).message
        let text = "Subject: \(said.subject ?? "")\n\n\(said.text ?? "")"
        try expectGolden(masked(text), "\(code.rawValue)/\(name).txt", sourceLocation: sourceLocation)
    }
}

/// What came of a mail that came in.
struct Effects {
    let outcomes: [Outcome]
    let filing: Filing
    let state: InboxEntry.State
    let owed: [OutboxEntry]

    /// In the words of the security cases.
    var words: Set<Word> {
        var words = Set(
            outcomes.compactMap { outcome -> Word? in
                switch outcome {
                case .done(.decided): .execute
                case .done(.takenBack): .undo
                case .done(.messagePosted): .post
                case .done(.automaticReplyNoted): .noted
                case .done(.bounceBooked): .booked
                case .needsConfirmation: .confirm
                case .refused: .refuse
                case .done, .nothingToDo, .held: nil
                }
            })
        if filing == .quarantine { words.insert(.quarantine) }
        return words
    }

    enum Word: Hashable { case execute, undo, post, confirm, refuse, quarantine, noted, booked }

    var holds: [Hold] { outcomes.compactMap { if case .held(let hold) = $0 { hold } else { nil } } }
}

struct Unexpected: Error {}

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
