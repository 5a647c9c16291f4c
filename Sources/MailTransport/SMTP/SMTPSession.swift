import Glibc

/// One SMTP connection, logged in, over which one mail after another goes.
final class SMTPSession {
    let connection: CurlConnection
    /// The server takes several commands in one write (RFC 2920).
    private(set) var pipelines = false
    /// False after a fault and after 421: the connection takes no more mail.
    private(set) var isUsable = true

    private let timing: SubmissionTiming
    private var reader = SMTPReplyReader()
    private var replies: [SMTPReply] = []

    /// Connects, logs in and says EHLO.
    init(_ server: MailServer, timing: SubmissionTiming, stop: StopSignal) throws(ConnectionFault) {
        connection = try CurlConnection(server, .smtp, stop: stop, within: timing.login)
        self.timing = timing
        connection.phase = "EHLO"
        // What arrived with the reply to the login is no answer to us.
        _ = try connection.receiveAvailable()
        try send("EHLO \(Self.helloName)")
        let reply = try nextReply(within: timing.command)
        guard reply.isPositive else { throw refused(reply) }
        pipelines = reply.lines.dropFirst().contains { $0.prefix { $0 != .space }.isKeyword("PIPELINING") }
    }

    /// Whether the idle connection can take another mail. A server that speaks unasked says that it closes.
    func isQuiet() -> Bool {
        do {
            return try isUsable && replies.isEmpty && connection.receiveAvailable() == nil
        } catch {
            return false
        }
    }

    /// Says goodbye without waiting for an answer.
    func quit() {
        connection.phase = "QUIT"
        if isUsable { try? connection.send(Array("QUIT\r\n".utf8), by: .now + .milliseconds(200)) }
        isUsable = false
    }

    /// The connection must not be used again.
    func abandon() {
        isUsable = false
    }

    /// Sends command lines, without their CRLF, in one write.
    func send(_ lines: String...) throws(ConnectionFault) {
        try connection.send(lines.flatMap { Array("\($0)\r\n".utf8) }, by: .now + timing.command)
    }

    func nextReply(within limit: Duration) throws(ConnectionFault) -> SMTPReply {
        let deadline = ContinuousClock.now + limit
        while replies.isEmpty {
            try keep(connection.receive(by: deadline))
        }
        let reply = replies.removeFirst()
        if reply.isClosing { isUsable = false }
        return reply
    }

    /// A reply that is already here, before the server was asked for it.
    func earlyReply() -> SMTPReply? {
        if replies.isEmpty, let bytes = try? connection.receiveAvailable() { try? keep(bytes) }
        return replies.first
    }

    private func keep(_ bytes: [UInt8]) throws(ConnectionFault) {
        do {
            replies += try reader.consume(bytes)
        } catch {
            throw connection.fault(.violation, "what the server said is no SMTP reply")
        }
    }

    private func refused(_ reply: SMTPReply) -> ConnectionFault {
        ConnectionFault(
            connection.server, phase: connection.phase, .refused, "\(reply.code) \(reply.text)", code: reply.code)
    }

    /// The name of this machine if it is one, else `localhost`; a submission server does not care.
    private static let helloName: String = {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let isName = name.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        return isName && !name.isEmpty ? String(decoding: name, as: UTF8.self) : "localhost"
    }()
}
