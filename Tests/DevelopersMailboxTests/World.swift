import DevelopersMailbox
import Foundation
import FoundationNetworking
import Hummingbird
import Logging
import MailFormat
import MailTransport
import Testing

/// A developers' mailbox on two fresh Maildirs.
struct World {
    static let border = "mx.portal.example"

    let folder: String
    let outgoing: Maildir
    let incoming: Maildir
    let mailbox: DevelopersMailbox

    init() throws {
        folder = NSTemporaryDirectory() + "developers-mailbox-\(UUID().uuidString)"
        outgoing = Maildir(folder + "/out")
        incoming = Maildir(folder + "/in")
        mailbox = try DevelopersMailbox(
            outgoing: outgoing, incoming: incoming, border: Self.border, portalName: "Acme & Sons", port: 0,
            logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Sends a notice as the portal does.
    @discardableResult
    func send(
        to address: String = "ada@client.example", name: String = "Ada", subject: String = "Decision asked",
        text: String = "Look at https://portal.example/d/7?v=2.\n\nRegards", html: String? = Self.html
    ) async throws -> String {
        var draft = Draft(
            from: .init(name: "Acme", address: try #require(EmailAddress("portal@portal.example"))),
            to: [.init(name: name, address: try #require(EmailAddress(address)))], subject: subject,
            date: 1_772_546_700, messageID: try #require(MessageID("n\(UInt32.random(in: 0 ... .max))@portal.example")),
            text: text)
        draft.replyTo = .init(address: try #require(EmailAddress("reply+tok3n@portal.example")))
        draft.html = html
        draft.related = [
            .init(
                name: "logo.png", contentType: try #require(MediaType("image/png")), bytes: [0x89, 0x50, 0x4E, 0x47],
                contentID: MessageID("logo@portal.example"))
        ]
        draft.attachments = [
            .init(name: "plan \"ü\".pdf", contentType: try #require(MediaType("application/pdf")), bytes: [1, 2, 3])
        ]
        let delivery = try MaildirDelivery(outgoing)
        _ = await delivery.deliver(draft.rendered(), from: draft.from.address, to: draft.to[0].address)
        return try #require(mailbox.inbox(of: draft.to[0].address).first?.id)
    }

    private static let html = """
        <!doctype html><html><head><title>x</title></head><body><img src="cid:logo@portal.example" alt="">
        <p>Dear Ada</p><a href="mailto:reply+tok3n@portal.example?subject=Re%3A%20x&amp;body=APPROVE">Approve</a></body></html>
        """

    /// What the portal finds in its Maildir, the oldest first.
    func arrived() throws -> [Message] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: incoming.new) else { return [] }
        return names.sorted().compactMap { FileManager.default.contents(atPath: "\(incoming.new)/\($0)") }
            .map { Message(Array($0)) }
    }

    /// Runs the web site while `body` visits it.
    func visit(_ body: @escaping @Sendable (Site) async throws -> Void) async throws {
        let (ports, started) = AsyncStream.makeStream(of: Int.self)
        let application = mailbox.application { started.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ports {
                try await body(Site(port: port))
                break
            }
            group.cancelAll()
        }
    }
}

/// A browser, nearly.
struct Site: Sendable {
    struct Page {
        let status: Int
        let text: String
        let path: String
        let headers: [String: String]
    }

    let port: Int

    func get(_ path: String) async throws -> Page {
        try await fetch(URLRequest(url: #require(URL(string: "http://127.0.0.1:\(port)\(path)"))))
    }

    func post(_ path: String, _ body: String, headers: [String: String] = [:]) async throws -> Page {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return try await fetch(request)
    }

    func fetch(_ request: URLRequest) async throws -> Page {
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        var headers: [String: String] = [:]
        for (name, value) in answer.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        let query = answer.url?.query.map { "?\($0)" } ?? ""
        return Page(
            status: answer.statusCode, text: String(decoding: data, as: UTF8.self),
            path: (answer.url?.path ?? "") + query, headers: headers)
    }
}
