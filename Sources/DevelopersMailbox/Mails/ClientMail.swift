import MailFormat
import Templates

/// A mail as a person's mail program would write it and their mail server would bring it to the portal.
struct ClientMail {
    /// What the person typed, and what they added.
    struct Content {
        var text: String
        var attachments: [Draft.File] = []
    }

    var draft: Draft

    /// A mail that answers nothing.
    init?(from person: Draft.Correspondent, to: EmailAddress, subject: String, _ content: Content, at now: Int) {
        guard let messageID = Self.messageID(of: person.address, at: now) else { return nil }
        draft = Draft(
            from: person, to: [Draft.Correspondent(address: to)], subject: subject, date: now,
            messageID: messageID, text: content.text)
        draft.attachments = content.attachments
    }

    /// A reply as Gmail writes it: text and HTML, the answered mail quoted under a line that says whose it is.
    init?(
        replyingTo mail: StoredMail, from person: Draft.Correspondent, to: EmailAddress, _ content: Content,
        at now: Int,
        _ templates: TemplateSet
    ) {
        self.init(from: person, to: to, subject: Self.replySubject(mail.subject), content, at: now)
        draft.inReplyTo = mail.message.messageID
        draft.references = mail.message.references + (mail.message.messageID.map { [$0] } ?? [])
        let value = Self.value(of: mail, content)
        draft.text = String(decoding: templates.render("reply.txt", value), as: UTF8.self)
        draft.html = String(decoding: templates.render("reply.html", value), as: UTF8.self)
    }

    static let names: TemplateNames = [
        "text": .value, "lines": .each(.value), "author": .value, "address": .value, "date": .value,
        "quoted": .each(.value), "quotedMarkup": .markup,
    ]

    private static func value(of mail: StoredMail, _ content: Content) -> TemplateValue {
        let author = mail.message.from.first
        let html = mail.message.html.map { TemplateValue.markup(Array($0.utf8)) } ?? .absent
        return [
            "text": .text(content.text), "lines": lines(of: content.text), "author": .text(author?.name ?? ""),
            "address": .text(author?.address ?? ""),
            "date": .text(Clock.attribution(mail.message.date ?? mail.storedAt)),
            "quoted": lines(of: mail.message.text ?? ""), "quotedMarkup": html,
        ]
    }

    private static func lines(of text: String) -> TemplateValue {
        let lines = text.utf8.split(separator: ASCII.lf, omittingEmptySubsequences: false)
        return .list(lines.map { .text(String(decoding: $0.filter { $0 != ASCII.cr }, as: UTF8.self)) })
    }

    private static func replySubject(_ subject: String) -> String {
        subject.utf8.startsIgnoringASCIICase(with: "re:".utf8) ? subject : "Re: \(subject)"
    }

    private static func messageID(of address: EmailAddress, at now: Int) -> MessageID? {
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        return MessageID("\(random).\(now)@\(address.domain)")
    }

    /// The mail as the portal's mail server would hand it over: its verdict and its trace on top.
    func arrived(at border: String, for recipient: EmailAddress) -> [UInt8] {
        let sender = draft.from.address
        let trace = [
            "Return-Path: <\(sender.text)>",
            "Delivered-To: \(recipient.text)",
            "Authentication-Results: \(border); dmarc=pass header.from=\(sender.domain)",
            "Received: from mail.\(sender.domain) (mail.\(sender.domain) [192.0.2.25])",
            "\tby \(border) with ESMTPS for <\(recipient.text)>; \(Clock.mailDate(draft.date))",
        ]
        return Array(trace.map { $0 + "\r\n" }.joined().utf8) + draft.rendered()
    }
}
