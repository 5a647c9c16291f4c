package import Localization
package import MailFormat
package import MailSignatures
package import PortalCore
import Templates

/// Writes mails: what the core wants said, in the words of the templates.
package struct LetterWriter: Sendable {
    private let templates: MailTemplates
    private let site: SiteAddress
    private let mailbox: ReplyMailbox
    private let signer: MailSigner?

    /// - Parameter signer: signs every mail; nil where the mail server does, or nobody.
    package init(templates: MailTemplates, site: SiteAddress, mailbox: ReplyMailbox, signer: MailSigner? = nil) {
        self.templates = templates
        self.site = site
        self.mailbox = mailbox
        self.signer = signer
    }

    /// The mail that says what `letter` has to say. The same letter always gives the same bytes.
    ///
    /// - Parameters:
    ///   - logo: the bytes of the organization's logo.
    ///   - files: the bytes of the letter's attachments; one that is missing is linked instead.
    ///   - code: another language than the recipient's own.
    package func write(
        _ letter: Letter, logo: [UInt8]?, files: [ContentDigest: [UInt8]] = [:], in code: LanguageCode? = nil
    ) throws(UnwritableLetter) -> WrittenLetter {
        let replyTo = mailbox.address(for: letter.reply)
        guard let messageID = MessageID(identifier(of: letter)) else {
            throw UnwritableLetter(entry: letter.entry.id, reason: "its Message-ID would be too long")
        }
        let picture = InlineLogo(of: letter.organization, bytes: logo, domain: mailbox.address.domain)
        let invoice = InvoiceAttachment(
            to: letter, logo: logo, in: templates.languages.language(of: letter.organization.settings.locale))
        let rendered = render(
            letter, replyTo, picture, attached: Set(files.keys), bringsInvoice: invoice != nil,
            in: templates.languages[code ?? letter.language])
        let threading = MailThreading(of: letter, subject: rendered.subject)
        let name = letter.organization.settings.name
        var draft = Draft(
            from: .init(name: name, address: mailbox.address),
            to: [.init(name: letter.recipient.name, address: letter.recipient.address)], subject: threading.subject,
            date: Int(clamping: letter.at.seconds), messageID: messageID, text: TextLines.wrapped(rendered.text))
        draft.replyTo = .init(name: name, address: replyTo)
        draft.inReplyTo = threading.inReplyTo
        draft.references = threading.references
        draft.html = rendered.html.map { String(decoding: $0, as: UTF8.self) }
        draft.related = picture.map { [$0.file] } ?? []
        draft.attachments = LetterAttachments(letter: letter).made + (invoice.map { [$0.file] } ?? [])
        draft.attachments += letter.attachments.compactMap { file in
            files[file.digest].map {
                Draft.File(name: file.name, contentType: MediaType(file.contentType) ?? .bytes, bytes: $0)
            }
        }
        draft.fields = fields(of: letter)
        if case .item(let item) = letter.content,
            let calendar = item.calendar(in: letter, organizer: replyTo, domain: mailbox.address.domain)
        {
            draft.calendar = calendar
            draft.attachments += [Self.file(of: calendar)].compactMap { $0 }
        }
        let sealed = SealedLetter(
            id: letter.entry.id, sender: replyTo.text, recipient: letter.recipient.address.text,
            bytes: try signed(draft.rendered(), letter))
        return WrittenLetter(sealed: sealed, messageID: messageID, subject: threading.subject)
    }

    /// The same once more as a file, for programs that do not look among the alternatives.
    private static func file(of calendar: Draft.Calendar) -> Draft.File? {
        MediaType("application/ics").map {
            Draft.File(name: "invitation.ics", contentType: $0, bytes: calendar.bytes)
        }
    }

    /// Signed here, so that the outbox holds what goes out, to the byte.
    private func signed(_ mail: [UInt8], _ letter: Letter) throws(UnwritableLetter) -> [UInt8] {
        guard let signer else { return mail }
        guard let signed = signer.sign(mail, at: Int(clamping: letter.at.seconds)) else {
            throw UnwritableLetter(entry: letter.entry.id, reason: "its DKIM key does not sign")
        }
        return signed
    }

    private func render(
        _ letter: Letter, _ replyTo: EmailAddress, _ picture: InlineLogo?, attached: Set<ContentDigest>,
        bringsInvoice: Bool, in language: Language
    ) -> RenderedMail {
        let set = templates.set(for: letter.organization.settings.slug, in: language.code)
        let template = LetterValues.template(of: letter.content)
        let values = LetterValues(
            letter: letter, site: site, replyTo: replyTo, subject: language(MailThreading.replySubject(to: letter)),
            language: language, logo: picture?.contentID.text, attached: attached, bringsInvoice: bringsInvoice)
        return set.renderMail(template, values.all)
    }

    /// Made from the row, and from the letter's secret by a digest that gives nothing of it away: nobody can guess it, and
    /// the database holds another digest.
    private func identifier(of letter: Letter) -> String {
        let digest = SHA256.digest(of: Array("message-id \(letter.reply.text)".utf8))
        return "\(letter.entry.id).\(Base32.lowercase(Array(digest.prefix(10))))@\(mailbox.address.domain)"
    }

    /// RFC 3834 §5: what we send by ourselves is generated, what answers a mail is a reply. RFC 8058 §3.1: news can be
    /// ended by one press in the mail program; mail programs do that over https only.
    private func fields(of letter: Letter) -> [Draft.Field] {
        let isReceipt = if case .receipt = letter.content { true } else { false }
        var fields = [
            ("Auto-Submitted", isReceipt ? "auto-replied" : "auto-generated"),
            ("X-Auto-Response-Suppress", "All"), (ReplyMailbox.instanceField, mailbox.instance),
        ]
        if let mute = letter.mute {
            fields.append(("List-Unsubscribe", "<\(site.mute(mute))>"))
            if site.isSecure { fields.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")) }
        }
        return fields.compactMap { Draft.Field($0.0, $0.1) }
    }
}

extension Letter {
    /// What its recipient reads, or else what the organization writes.
    var language: LanguageCode { LanguageCode(locale: recipient.locale ?? organization.settings.locale) }
}

/// A mail as it goes out, with what its row keeps of it.
package struct WrittenLetter: Sendable, Equatable {
    package let sealed: SealedLetter
    package let messageID: MessageID
    package let subject: String
}

/// A letter that cannot be made a mail of.
package struct UnwritableLetter: Error, CustomStringConvertible {
    let entry: OutboxID
    let reason: String
    package var description: String { "mail \(entry) cannot be written: \(reason)" }
}
