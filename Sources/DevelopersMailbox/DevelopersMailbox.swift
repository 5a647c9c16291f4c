package import Hummingbird
package import Logging
package import MailFormat
package import MailTransport
import NIOCore
package import Templates

/// The mailbox of everybody, for trying the portal out without a mail server: a small web site, for this machine only,
/// that shows each mail that the portal sent into a Maildir, and puts replies into the one that the portal reads.
///
/// Limit: it reads and writes files on the caller's thread; it is made for one developer and a local disk.
package struct DevelopersMailbox: Sendable {
    let sent: SentMails
    let portalName: String
    let templates: TemplateSet
    private let incoming: Maildir
    private let border: String
    private let port: Int
    private let logger: Logger

    /// - Parameters:
    ///   - outgoing: the Maildir into which `MailTransport.MaildirDelivery` writes.
    ///   - incoming: the Maildir that the portal reads.
    ///   - border: the host that replies seem to come in by, and the identifier of its Authentication-Results; the
    ///     portal must trust both.
    ///   - portalName: what to call the portal on the pages.
    ///   - port: the TCP port on 127.0.0.1; 0 for any that is free.
    /// - Throws: only if the program was built with templates that are wrong.
    package init(
        outgoing: Maildir, incoming: Maildir, border: String, portalName: String, port: Int,
        logger: Logger = Logger(label: "developers-mailbox")
    ) throws(TemplateErrors) {
        sent = SentMails(maildir: outgoing)
        templates = try PageTemplates.load()
        self.incoming = incoming
        self.border = border
        self.portalName = portalName
        self.port = port
        self.logger = logger
    }

    /// Every mail to `person`, the latest first.
    package func inbox(of person: EmailAddress) -> [StoredMail] {
        sent.all().filter { $0.recipient == person }
    }

    /// Answers `mail` as its recipient would with an ordinary mail program: to its Reply-To, quoting it.
    ///
    /// - Parameters:
    ///   - person: who answers, if not the recipient.
    ///   - address: where to, if not the mail's Reply-To or From.
    /// - Returns: the Message-ID of the reply, which lies in the portal's Maildir now.
    /// - Throws: `CannotSend` for a mail that names nobody to answer to, `FileFault` when it cannot be written.
    @discardableResult
    package func reply(
        to mail: StoredMail, text: String, attachments: [Draft.File] = [], as person: EmailAddress? = nil,
        at address: EmailAddress? = nil
    ) throws -> MessageID {
        guard let to = address ?? mail.replyAddress?.address else { throw CannotSend.nobodyToAnswer }
        let reply = ClientMail(
            replyingTo: mail, from: person.map { Draft.Correspondent(address: $0) } ?? mail.person, to: to,
            ClientMail.Content(text: text, attachments: attachments), at: Clock.now, templates)
        return try send(reply, to: to)
    }

    /// Writes to the portal without answering anything.
    ///
    /// - Returns: the Message-ID of the mail, which lies in the portal's Maildir now.
    /// - Throws: `FileFault` when it cannot be written.
    @discardableResult
    package func write(
        from person: EmailAddress, to address: EmailAddress, subject: String, text: String,
        attachments: [Draft.File] = []
    ) throws -> MessageID {
        let mail = ClientMail(
            from: Draft.Correspondent(address: person), to: address, subject: subject,
            ClientMail.Content(text: text, attachments: attachments), at: Clock.now)
        return try send(mail, to: address)
    }

    private func send(_ mail: ClientMail?, to address: EmailAddress) throws -> MessageID {
        guard let mail else { throw CannotSend.senderTooLong }
        try incoming.prepare()
        _ = try incoming.deliver(mail.arrived(at: border, for: address))
        return mail.draft.messageID
    }

    /// The web site, ready to run; it listens on 127.0.0.1 only.
    ///
    /// - Parameter started: told the port when it listens.
    package func application(
        started: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) },
            logger: logger)
    }
}

/// Why a mail could not be made.
package enum CannotSend: Error, CustomStringConvertible {
    /// Neither Reply-To nor From names an address.
    case nobodyToAnswer
    /// The sender's domain leaves no room for a Message-ID.
    case senderTooLong

    package var description: String {
        switch self {
        case .nobodyToAnswer: "The mail names nobody to whom a reply could go."
        case .senderTooLong: "The sender's address is too long."
        }
    }
}
