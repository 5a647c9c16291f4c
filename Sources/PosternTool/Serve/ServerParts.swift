import Glibc
import Localization
import Logging
import MailChannel
import MailFormat
import MailSignatures
import MailTransport
import PortalCore
import WebChannel

extension Server {
    /// Puts the parts together as `server.yaml` says.
    ///
    /// - Throws: whatever keeps the portal from running, each with what to do about it.
    init(_ settings: ServerSettings, portal: Portal, logger: Logger) throws {
        let mailbox = try ReplyMailbox(settings)
        let transport = try Transport(settings, logger: logger)
        let languages = try Languages(folder: settings.locales)
        let writer = LetterWriter(
            templates: try MailTemplates(folder: settings.templates, languages: languages), site: settings.site,
            mailbox: mailbox, signer: settings.mail.signer)
        self.init(
            portal: portal,
            web: try WebChannel(
                portal: portal, site: settings.site,
                settings: WebSettings(
                    host: settings.listen.host, port: settings.listen.port, uploadLimit: settings.limits.upload,
                    trustedProxies: Set(settings.trustedProxies), languages: languages),
                logger: logger),
            receiver: try MailReceiver(settings, portal: portal, logger: logger),
            sender: MailSender(portal: portal, writer: writer, deliver: transport.deliver, logger: logger),
            incoming: transport.incoming, logger: logger, locks: try Self.locks(settings))
    }

    /// Of a mailbox behind IMAP, only its server could know who else reads it.
    private static func locks(_ settings: ServerSettings) throws -> [InstanceLock] {
        let data = try InstanceLock(folder: settings.folder)
        guard case .local(_, let incoming) = settings.mail.route else { return [data] }
        try Maildir(incoming).prepare()
        return [data, try InstanceLock(folder: incoming)]
    }
}

extension Languages {
    /// The tables of a folder, `de.po` and the like; only English where it is not there.
    ///
    /// - Throws: a table that cannot be read, or every mistake in them.
    init(folder: String) throws {
        var sources: [String: [UInt8]] = [:]
        for name in LocalFile.names(in: folder) where name.hasSuffix(".po") {
            switch LocalFile.read("\(folder)/\(name)", limit: 4_000_000) {
            case .success(let bytes): sources[name] = bytes
            case .failure(let fault): throw VerbFailure("\(folder)/\(name) \(fault)", .usage)
            }
        }
        try self.init(sources: sources)
    }
}

extension MailReceiver {
    /// The receiver that `server.yaml` describes.
    init(
        _ settings: ServerSettings, portal: Portal, logger: Logger = .postern(.info)
    ) throws {
        self.init(
            portal: portal, mailbox: try ReplyMailbox(settings), border: settings.mail.border,
            check: settings.mail.checksSignatures ? SenderCheck(TextRecords(asking: try Resolver())) : nil,
            logger: logger)
    }
}

extension TextRecords {
    /// The DNS as this machine's resolver knows it.
    init(asking resolver: Resolver) {
        self.init { name in
            switch await resolver.textRecords(of: name) {
            case .found(let records): .found(records)
            case .none: .none
            case .failed: .failed
            }
        }
    }
}

extension ReplyMailbox {
    /// The mailbox that `server.yaml` names; its instance is the same at every start, and no other installation's.
    init(_ settings: ServerSettings) throws {
        let content = Array("\(settings.site.base) \(settings.mail.address.text)".utf8)
        let instance = String(ContentDigest(of: content).description.prefix(16))
        guard let mailbox = ReplyMailbox(address: settings.mail.address, instance: instance) else {
            throw VerbFailure("mail/address in server.yaml is too long to take reply addresses", .usage)
        }
        self = mailbox
    }
}

/// The way in and the way out for mail.
private struct Transport {
    let incoming: any IncomingMail
    private let outgoing: any OutgoingMail

    init(_ settings: ServerSettings, logger: Logger) throws {
        var limits = MailLimits()
        limits.mailBytes = settings.limits.mail
        switch settings.mail.route {
        case .servers(let submission, var mailbox):
            mailbox.limits = limits
            incoming = IMAPMailbox(mailbox, logger: logger)
            outgoing = try Submission(submission, logger: logger)
        case .local(let outgoing, let incoming):
            self.incoming = MaildirMailbox(Maildir(incoming), limits: limits, logger: logger)
            self.outgoing = try MaildirDelivery(Maildir(outgoing))
        }
    }

    var deliver: @Sendable (SealedLetter) async -> SendingResult {
        { [outgoing] letter in
            guard let sender = EmailAddress(letter.sender), let recipient = EmailAddress(letter.recipient) else {
                return .rejected("an address that is none")
            }
            return SendingResult(await outgoing.deliver(letter.bytes, from: sender, to: recipient))
        }
    }
}
