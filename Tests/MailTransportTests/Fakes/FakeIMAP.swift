import MailTransport
import Synchronization

/// An IMAP server with one mailbox, every reaction of which can be replaced.
final class FakeIMAP: Sendable {
    /// What the server does instead of what it would do.
    enum Reaction: Sendable {
        /// Sends these bytes; `TAG` stands for the command's tag.
        case say(String)
        case cut
        case silence
    }

    /// What all connections share.
    struct Mailbox: Sendable {
        var mails: [UInt32: String] = [:]
        var seen: Set<UInt32> = []
        var deleted: Set<UInt32> = []
        var folders: [String: [String]] = [:]
        var commands: [String] = []
        /// The answers to AUTHENTICATE, in base64.
        var secrets: [String] = []
        var connections = 0
    }

    final class Box: Sendable {
        let state: Mutex<Mailbox>
        init(_ mailbox: Mailbox) { state = Mutex(mailbox) }
    }

    let box: Box
    private let server: FakeServer

    init(
        _ mails: [UInt32: String] = [:], capabilities: String = "IMAP4rev1 UIDPLUS MOVE IDLE",
        greeting: String = "* OK ready",
        _ react: @escaping @Sendable (_ command: String, _ connection: Int) -> Reaction? = { _, _ in nil }
    ) throws {
        let box = Box(Mailbox(mails: mails))
        self.box = box
        server = try FakeServer { peer, connection in
            box.state.withLock { $0.connections = max($0.connections, connection) }
            peer.send(greeting + "\r\n")
            let talk = FakeIMAPTalk(peer: peer, box: box, capabilities: capabilities) { react($0, connection) }
            talk.run()
            peer.hangUp()
        }
    }

    var commands: [String] { box.state.withLock { $0.commands } }
    var folders: [String: [String]] { box.state.withLock { $0.folders } }
    var connections: Int { box.state.withLock { $0.connections } }
    func has(_ command: String) -> Bool { commands.contains { $0.hasPrefix(command) } }

    func add(_ uid: UInt32, _ mail: String) {
        box.state.withLock { $0.mails[uid] = mail }
    }

    func settings(_ security: MailServer.Security = .none, password: String = "secret") throws -> IMAPSettings {
        let server = try MailServer(
            host: "127.0.0.1", port: server.port, security: security, user: "portal", password: password)
        var settings = IMAPSettings(server: server)
        settings.timing.login = .seconds(20)
        settings.timing.command = .seconds(20)
        settings.timing.fetch = .seconds(20)
        settings.timing.idle = .milliseconds(200)
        settings.timing.poll = .milliseconds(50)
        settings.timing.pauses.first = .milliseconds(20)
        settings.timing.pauses.longest = .milliseconds(50)
        settings.timing.afterRefusedLogin = .milliseconds(300)
        return settings
    }
}

/// The usual behaviour of the server on one connection.
struct FakeIMAPTalk {
    let peer: FakePeer
    let box: FakeIMAP.Box
    let capabilities: String
    let react: (String) -> FakeIMAP.Reaction?

    func run() {
        while let line = peer.line() {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            let (tag, command) = (words[0], words.count > 1 ? words[1] : "")
            if !command.isEmpty { box.state.withLock { $0.commands.append(command) } }
            switch react(command.isEmpty ? line : command) {
            case nil: if !answer(tag, command) { return }
            case .say(let text): peer.send(text.replacing("TAG", with: tag) + "\r\n")
            case .cut: return
            case .silence:
                while peer.line() != nil {}
                return
            }
        }
    }

    private func answer(_ tag: String, _ command: String) -> Bool {
        let words = command.split(separator: " ").map(String.init)
        switch words.first ?? "" {
        case "AUTHENTICATE":
            peer.send("+ \r\n")
            let secret = peer.line() ?? ""
            box.state.withLock { $0.secrets.append(secret) }
        case "CAPABILITY": peer.send("* CAPABILITY \(capabilities) AUTH=PLAIN\r\n")
        case "NAMESPACE": peer.send("* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL\r\n")
        case "LIST": list(words.dropFirst(2).joined(separator: " "))
        case "CREATE": box.state.withLock { $0.folders[unquoted(words.last ?? "")] = [] }
        case "SELECT": peer.send("* \(count) EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n")
        case "IDLE": return idle(tag)
        case "LOGOUT": return false
        case "UID": return uid(tag, words)
        default: break
        }
        peer.send("\(tag) OK done\r\n")
        return true
    }

    private func unquoted(_ name: String) -> String { name.filter { $0 != "\"" } }

    private var count: Int { box.state.withLock { $0.mails.count } }

    private func list(_ name: String) {
        let isThere = box.state.withLock { $0.folders[unquoted(name)] != nil }
        if name == "\"\"" || isThere { peer.send("* LIST () \"/\" \(name)\r\n") }
    }

    /// Announces what has come since, until the client has had enough. Looks for the client's line only after that.
    private func idle(_ tag: String) -> Bool {
        peer.send("+ idling\r\n* \(count) EXISTS\r\n")
        guard peer.line() == "DONE" else { return false }
        peer.send("\(tag) OK done\r\n")
        return true
    }

    private func uid(_ tag: String, _ words: [String]) -> Bool {
        let verb = words[1]
        if verb == "SEARCH" {
            let found = box.state.withLock {
                $0.mails.keys.filter { [deleted = $0.deleted] in !deleted.contains($0) }.sorted()
            }
            peer.send("* SEARCH \(found.map(String.init).joined(separator: " "))\r\n")
        } else {
            let uids = identifiers(words[2])
            if verb == "FETCH" { uids.forEach { fetch($0, words) } } else { change(verb, uids, words) }
        }
        peer.send("\(tag) OK done\r\n")
        return true
    }

    private func identifiers(_ set: String) -> [UInt32] {
        let known = box.state.withLock { $0.mails.keys.sorted() }
        return set.split(separator: ",").flatMap { range -> [UInt32] in
            let ends = range.split(separator: ":").compactMap { UInt32($0) }
            return known.filter { $0 >= ends[0] && $0 <= ends[ends.count - 1] }
        }
    }

    private func fetch(_ uid: UInt32, _ words: [String]) {
        guard let mail = box.state.withLock({ $0.mails[uid] }) else { return }
        if words.last == "RFC822.SIZE)" {
            peer.send("* \(uid) FETCH (UID \(uid) RFC822.SIZE \(mail.utf8.count))\r\n")
        } else if words.last == "BODY.PEEK[])" {
            peer.send("* \(uid) FETCH (FLAGS (\\Recent) BODY[] {\(mail.utf8.count)}\r\n\(mail) UID \(uid))\r\n")
        } else {
            let header = mail.components(upTo: "\n\n")
            peer.send("* \(uid) FETCH (UID \(uid) BODY[HEADER] {\(header.utf8.count)}\r\n\(header))\r\n")
        }
    }

    private func change(_ verb: String, _ uids: [UInt32], _ words: [String]) {
        box.state.withLock { mailbox in
            for uid in uids {
                switch verb {
                case "MOVE":
                    mailbox.folders[unquoted(words[3]), default: []].append(
                        mailbox.mails.removeValue(forKey: uid) ?? "")
                case "COPY": mailbox.folders[unquoted(words[3]), default: []].append(mailbox.mails[uid] ?? "")
                case "STORE" where words[4] == "(\\Deleted)": mailbox.deleted.insert(uid)
                case "STORE": mailbox.seen.insert(uid)
                case "EXPUNGE" where mailbox.deleted.contains(uid): mailbox.mails[uid] = nil
                default: break
                }
            }
        }
    }
}

extension String {
    fileprivate func components(upTo separator: String) -> String {
        guard let range = firstRange(of: separator) else { return self }
        return String(self[..<range.upperBound])
    }
}
