import Glibc
import MailFormat

/// One exchange of HTTP/1.1 with a server on this machine, over a socket of its own. Blocking.
enum LocalHTTP {
    /// What a server answered.
    struct Answer {
        let status: Int
        let header: Header
        let body: [UInt8]
    }

    /// - Throws: `StoryFault` when nobody answers, or not in HTTP.
    static func exchange(
        _ method: String, _ address: LocalAddress, _ fields: [(String, String)], _ body: [UInt8]
    ) throws -> Answer {
        var request = "\(method) \(address.path) HTTP/1.1\r\nHost: \(address.host):\(address.port)\r\n"
        request += "Connection: close\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in fields { request += "\(name): \(value)\r\n" }
        return try read(talk(to: address.port, Array("\(request)\r\n".utf8) + body))
    }

    /// The answer's head has the form of a mail's header (RFC 9112 §5 took it from there), so the same reader reads it.
    private static func read(_ answer: [UInt8]) throws -> Answer {
        guard let lineEnd = answer.firstIndex(of: 0x0A),
            let status = Int(String(decoding: answer.prefix(12).suffix(3), as: UTF8.self))
        else { throw StoryFault("an answer that is no HTTP") }
        let rest = Array(answer[(lineEnd + 1)...])
        let header = Message(rest).header
        let body = body(of: rest)
        return Answer(
            status: status, header: header,
            body: header.first("Transfer-Encoding") == nil ? body : unchunked(body))
    }

    private static func body(of message: [UInt8]) -> [UInt8] {
        bodyStart(of: message).map { Array(message[$0...]) } ?? []
    }

    private static func bodyStart(of message: [UInt8]) -> Int? {
        message.indices.dropLast(3).first { index in
            message[index] == 0x0D && message[index..<(index + 4)].elementsEqual([0x0D, 0x0A, 0x0D, 0x0A])
        }.map { $0 + 4 }
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
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return answer }
            answer += buffer[..<count]
            if isWhole(answer) { return answer }
        }
    }

    /// Not every server closes the connection when asked to.
    private static func isWhole(_ answer: [UInt8]) -> Bool {
        guard let lineEnd = answer.firstIndex(of: 0x0A) else { return false }
        let rest = Array(answer[(lineEnd + 1)...])
        guard let start = bodyStart(of: rest),
            let length = Header(Array(rest[..<start])).first("Content-Length").flatMap({ Int($0.text) })
        else { return false }
        return rest.count - start >= length
    }
}

/// An address on this machine: `http://localhost:8025/path`.
struct LocalAddress {
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
