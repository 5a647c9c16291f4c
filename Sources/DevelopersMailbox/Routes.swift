import HTTPTypes
import Hummingbird
import HummingbirdCore
import MailFormat
import NIOCore
import Templates

/// Everything that the mailbox' web site can do.
extension DevelopersMailbox {
    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: OnlyFromThisMachine())
        router.get("/") { request, _ in list(request.uri) }
        router.get("/mail/:id") { request, context in show(context, answered: request.uri.value("answered") != nil) }
        router.get("/mail/:id/html") { _, context in frame(context) }
        router.get("/mail/:id/source") { _, context in source(context) }
        router.get("/mail/:id/part/:number") { _, context in part(context) }
        router.get("/mail/:id/reply") { request, context in composeReply(request.uri, context) }
        router.post("/mail/:id/reply") { request, context in try await sendReply(request, context) }
        router.get("/new") { request, _ in compose(request.uri) }
        router.post("/new") { request, _ in try await sendNew(request) }
        router.get("/style.css") { _, _ in Self.file(PageTemplates.style, "text/css; charset=utf-8") }
        router.get("/refresh.js") { _, _ in Self.file(PageTemplates.refresh, "text/javascript; charset=utf-8") }
        return router
    }

    private func list(_ uri: URI) -> Response {
        let person = uri.value("person").flatMap { EmailAddress($0) }
        return page("mails", MailsPage(mails: sent.all(), person: person).value)
    }

    private func show(_ context: BasicRequestContext, answered: Bool) -> Response {
        guard let mail = mail(context) else { return notFound }
        return page("mail", MailPage(mail: mail, wasAnswered: answered).value)
    }

    private func frame(_ context: BasicRequestContext) -> Response {
        guard let mail = mail(context), let frame = MailFrame(mail) else { return notFound }
        var response = Self.file(frame.rendered(), "text/html; charset=utf-8")
        response.headers[.contentSecurityPolicy] = ContentPolicy.frame
        return response
    }

    private func source(_ context: BasicRequestContext) -> Response {
        guard let mail = mail(context) else { return notFound }
        return Self.file(mail.message.bytes, "text/plain; charset=utf-8")
    }

    private func part(_ context: BasicRequestContext) -> Response {
        guard let mail = mail(context), let number = context.parameters.get("number", as: Int.self),
            mail.message.leaves.indices.contains(number)
        else { return notFound }
        let part = mail.message.leaves[number]
        let type = part.contentType.mimeType.asciiLowercased
        guard ContentPolicy.pictures.contains(type) else {
            var response = Self.file(part.decodedBytes(), "application/octet-stream")
            let name = PercentEncoding.encoded(part.fileName ?? "file")
            response.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name)"
            return response
        }
        return Self.file(part.decodedBytes(), type)
    }

    private func composeReply(_ uri: URI, _ context: BasicRequestContext) -> Response {
        guard let mail = mail(context) else { return notFound }
        var entries = ComposePage.Entries(uri)
        if entries.from.isEmpty { entries.from = mail.recipient.text }
        if entries.to.isEmpty { entries.to = mail.replyAddress?.address.text ?? "" }
        return compose(mail, entries)
    }

    private func compose(_ uri: URI) -> Response { compose(nil, ComposePage.Entries(uri)) }

    private func compose(_ mail: StoredMail?, _ entries: ComposePage.Entries, problem: String? = nil) -> Response {
        let people = Set(sent.all().map(\.recipient)).sorted { $0.text < $1.text }
        let value = ComposePage(mail: mail, entries: entries, people: people, problem: problem).value
        return page("compose", value, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func sendReply(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        guard let mail = mail(context) else { return notFound }
        guard let form = try await SentForm(request) else { return unreadable }
        var entries = form.entries
        if entries.from.isEmpty { entries.from = mail.recipient.text }
        if entries.to.isEmpty { entries.to = mail.replyAddress?.address.text ?? "" }
        guard let from = EmailAddress(entries.from), let to = EmailAddress(entries.to) else {
            return compose(mail, entries, problem: Self.badAddresses)
        }
        let person = from == mail.recipient ? nil : from
        try reply(to: mail, text: entries.text, attachments: form.files, as: person, at: to)
        return Self.redirect(to: "/mail/\(mail.id)?answered=1")
    }

    private func sendNew(_ request: Request) async throws -> Response {
        guard let form = try await SentForm(request) else { return unreadable }
        let entries = form.entries
        guard let from = EmailAddress(entries.from), let to = EmailAddress(entries.to) else {
            return compose(nil, entries, problem: Self.badAddresses)
        }
        try write(from: from, to: to, subject: entries.subject, text: entries.text, attachments: form.files)
        return Self.redirect(to: "/?person=\(PercentEncoding.encoded(from.text))")
    }

    private static let badAddresses = "Please give both addresses in the form name@example.org."
}

extension DevelopersMailbox {
    private func mail(_ context: BasicRequestContext) -> StoredMail? {
        context.parameters.get("id").flatMap { sent.mail($0) }
    }

    private func page(_ name: String, _ value: TemplateValue, status: HTTPResponse.Status = .ok) -> Response {
        let bytes = templates.render("\(name).html", value.adding(["portal": .text(portalName)]))
        var response = Self.file(bytes, "text/html; charset=utf-8")
        response.status = status
        return response
    }

    private var notFound: Response {
        page("problem", ["title": "Not found", "message": "There is no such mail."], status: .notFound)
    }

    private var unreadable: Response {
        page(
            "problem", ["title": "Not sent", "message": "The form could not be read, or was larger than 25 MB."],
            status: .badRequest)
    }

    private static func file(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
