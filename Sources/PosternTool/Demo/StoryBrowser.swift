import Glibc
import MailFormat

/// A browser as small as can be, for the story: real HTTP/1.1 over a real socket on this machine, with cookies.
///
/// Blocking; the story is one person who does one thing after another.
struct StoryBrowser {
    private var cookies: [String: String] = [:]

    /// A page as it came.
    struct Page {
        let status: Int
        let location: String?
        let body: String
    }

    mutating func get(_ url: String) throws -> Page { try exchange("GET", url, nil) }

    /// Sends a form as browsers send it, `application/x-www-form-urlencoded`.
    mutating func post(_ url: String, _ fields: [(String, String)]) throws -> Page {
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try exchange("POST", url, body)
    }

    private mutating func exchange(_ method: String, _ url: String, _ body: String?) throws -> Page {
        guard let target = Target(url) else { throw StoryFault("not an address of this machine: \(url)") }
        var request = "\(method) \(target.path) HTTP/1.1\r\nHost: \(target.host):\(target.port)\r\nConnection: close\r\n"
        if !cookies.isEmpty {
            request += "Cookie: \(cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; "))\r\n"
        }
        if let body {
            request += "Origin: http://\(target.host):\(target.port)\r\nContent-Length: \(body.utf8.count)\r\n"
            request += "Content-Type: application/x-www-form-urlencoded\r\n\r\n\(body)"
        } else {
            request += "\r\n"
        }
        let answer = try Self.talk(to: target.port, Array(request.utf8))
        return try read(answer)
    }

    /// The answer's head has the form of a mail's header (RFC 9112 §5 took it from there), so the same reader reads it.
    private mutating func read(_ answer: [UInt8]) throws -> Page {
        guard let lineEnd = answer.firstIndex(of: 0x0A),
            let status = Int(String(decoding: answer.prefix(12).suffix(3), as: UTF8.self))
        else { throw StoryFault("an answer that is no HTTP") }
        let message = Message(Array(answer[(lineEnd + 1)...]))
        for field in message.header.all(named: "Set-Cookie") { keep(cookie: field.text) }
        var body = Self.body(of: Array(answer[(lineEnd + 1)...]))
        if message.header.first("Transfer-Encoding") != nil { body = Self.unchunked(body) }
        return Page(
            status: status, location: message.header.first("Location")?.text,
            body: String(decoding: body, as: UTF8.self))
    }

    private mutating func keep(cookie: String) {
        let pair = cookie.utf8.prefix { $0 != 0x3B }
        guard let equals = pair.firstIndex(of: 0x3D) else { return }
        let name = String(decoding: pair[..<equals], as: UTF8.self)
        cookies[name] = String(decoding: pair[pair.index(after: equals)...], as: UTF8.self)
    }

    private static func body(of message: [UInt8]) -> [UInt8] {
        for index in message.indices.dropLast(3) where message[index] == 0x0D {
            if message[index...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) { return Array(message[(index + 4)...]) }
        }
        return []
    }

    /// Chunked coding (RFC 9112 §7.1) without extensions, which is all that our own server writes.
    private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var body: [UInt8] = []
        while let lineEnd = rest.firstIndex(of: 0x0A),
            let size = Int(String(decoding: rest[..<(lineEnd - 1)], as: UTF8.self), radix: 16), size > 0,
            rest.endIndex - lineEnd - 1 >= size
        {
            body += rest[(lineEnd + 1)..<(lineEnd + 1 + size)]
            rest = rest[(lineEnd + 1 + size)...].dropFirst(2)
        }
        return body
    }

    private static func talk(to port: UInt16, _ request: [UInt8]) throws -> [UInt8] {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw StoryFault("no socket: \(String(cString: strerror(errno)))") }
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0, send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw StoryFault("nobody answers on port \(port): \(String(cString: strerror(errno)))")
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return answer }
            answer += buffer[..<count]
        }
    }

    private static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
            default: bytes += Array((byte < 16 ? "%0" : "%").utf8) + Array(String(byte, radix: 16).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// An address on this machine: `http://localhost:8025/path`.
private struct Target {
    let host: String
    let port: UInt16
    let path: String

    init?(_ url: String) {
        let scheme = Array("http://".utf8)
        guard url.utf8.starts(with: scheme) else { return nil }
        let rest = url.utf8.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != 0x2F }
        guard let colon = authority.firstIndex(of: 0x3A),
            let port = UInt16(String(decoding: authority[authority.index(after: colon)...], as: UTF8.self))
        else { return nil }
        host = String(decoding: authority[..<colon], as: UTF8.self)
        self.port = port
        let path = String(decoding: rest.dropFirst(authority.count), as: UTF8.self)
        self.path = path.isEmpty ? "/" : path
    }
}

/// What did not come true in the story.
struct StoryFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
