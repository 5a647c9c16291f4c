import Foundation
import Glibc

/// A browser, as small as can be: one connection for each request, cookies, no scripts. Its calls wait on threads of
/// their own, so that the server keeps its.
final class Browser: @unchecked Sendable {
    // Safe: each test uses its browser from one task at a time.
    let port: Int
    var cookies: [String: String] = [:]
    var fetchSite = "same-origin"
    /// Where it seems to be, for a server that trusts this machine as a proxy.
    var source: String?

    init(port: Int) { self.port = port }

    var authority: String { "127.0.0.1:\(port)" }

    func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") async throws -> Reply {
        try await send(method, path, headers, body: [])
    }

    /// Sends fields as a form that the browser's user has filled in.
    func post(
        _ path: String, _ fields: KeyValuePairs<String, String>, _ headers: [String: String] = [:]
    ) async throws -> Reply {
        try await post(path, pairs: fields.map { $0 }, headers)
    }

    /// The same for fields that are put together.
    func post(
        _ path: String, pairs: [(key: String, value: String)], _ headers: [String: String] = [:]
    ) async throws -> Reply {
        let body = pairs.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
        let own = [
            "Content-Type": "application/x-www-form-urlencoded", "Origin": "http://\(authority)",
            "Sec-Fetch-Site": fetchSite,
        ]
        return try await send("POST", path, own.merging(headers) { $1 }, body: Array(body.utf8))
    }

    /// Sends a form with files.
    func post(
        _ path: String, fields: KeyValuePairs<String, String>, files: [(name: String, bytes: [UInt8])]
    ) async throws -> Reply {
        let boundary = "----tests"
        var body: [UInt8] = []
        for field in fields {
            let head =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.key)\"\r\n\r\n\(field.value)\r\n"
            body += Array(head.utf8)
        }
        for file in files {
            let disposition = "Content-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\""
            body += Array("--\(boundary)\r\n\(disposition)\r\nContent-Type: text/html\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        let headers = [
            "Content-Type": "multipart/form-data; boundary=\(boundary)", "Origin": "http://\(authority)",
            "Sec-Fetch-Site": fetchSite,
        ]
        return try await send("POST", path, headers, body: body)
    }

    func send(_ method: String, _ path: String, _ headers: [String: String], body: [UInt8]) async throws -> Reply {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: \(headers["Host"] ?? authority)", "Connection: close"]
        if !cookies.isEmpty {
            let pairs = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            lines.append("Cookie: \(pairs.joined(separator: "; "))")
        }
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) where name != "Host" {
            lines.append("\(name): \(value)")
        }
        if let source { lines.append("X-Forwarded-For: \(source)") }
        if method == "POST" { lines.append("Content-Length: \(body.count)") }
        let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
        let reply = try await Reply(bytes: exchange(Array(head.utf8) + body), head: head, body: body)
        remember(reply)
        return reply
    }

    /// Sends bytes as they are; what comes back until the server closes.
    func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
        let port = port
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.blockingExchange(bytes, port: port) })
            }
        }
    }

    /// Sends bytes one by one until the server closes.
    func drip(_ bytes: [UInt8], every pause: Duration) async throws {
        let port = port
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.blockingDrip(bytes, pause, port: port) })
            }
        }
    }

    private static func blockingDrip(_ bytes: [UInt8], _ pause: Duration, port: Int) throws {
        let connection = try connected(port: port)
        defer { close(connection) }
        let microseconds = UInt32(pause / .microseconds(1))
        var piece = [UInt8](repeating: 0, count: 4096)
        // What comes after the bytes keeps coming as well.
        for byte in bytes + [UInt8](repeating: 0x61, count: 10_000) {
            var byte = byte
            guard Glibc.send(connection, &byte, 1, 0x4000) == 1 else { return }
            usleep(microseconds)
            // 0x40: without waiting.
            if recv(connection, &piece, piece.count, 0x40) == 0 { return }
        }
    }

    /// Sends a request and takes its answer at a certain pace; how many bytes came until the server closed.
    func slowDownload(_ request: [UInt8], perSecond: Int) async throws -> Int {
        let port = port
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.blockingDownload(request, perSecond, port: port) })
            }
        }
    }

    private static func blockingDownload(_ request: [UInt8], _ perSecond: Int, port: Int) throws -> Int {
        let connection = try connected(port: port)
        defer { close(connection) }
        guard Glibc.send(connection, request, request.count, 0x4000) == request.count else { return 0 }
        var piece = [UInt8](repeating: 0, count: perSecond / 50)
        var count = 0
        while true {
            let got = recv(connection, &piece, piece.count, 0)
            guard got > 0 else { return count }
            count += got
            usleep(UInt32(got * 1_000_000 / perSecond))
        }
    }

    private static func connected(port: Int) throws -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = in_addr_t(UInt32(0x7F00_0001).bigEndian)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Fault(call: "connect", code: errno) }
        return connection
    }

    private func remember(_ reply: Reply) {
        for line in reply.headers("Set-Cookie") {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
        }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + String(format: "%02X", byte)
        }.joined()
    }

    struct Fault: Error { let call: String, code: Int32 }

    private static func blockingExchange(_ bytes: [UInt8], port: Int) throws -> [UInt8] {
        let connection = try connected(port: port)
        defer { close(connection) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress! + sent, bytes.count - sent, 0x4000)
            }
            guard count > 0 else { break }
            sent += count
        }
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { return received }
            received += piece[..<count]
        }
    }
}

/// What came back, and what had been sent for it.
struct Reply: Sendable {
    let status: Int
    let head: [String]
    let body: [UInt8]
    private let sent: String

    init(bytes: [UInt8], head sentHead: String, body sentBody: [UInt8]) {
        let end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) } ?? bytes.endIndex
        head = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        body = Array(bytes[end...].dropFirst(4))
        status = Int(head.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
        sent = sentHead + String(decoding: sentBody, as: UTF8.self)
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    func headers(_ name: String) -> [String] {
        head.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 && parts[0].lowercased() == name.lowercased()
                ? parts[1].trimmingCharacters(in: .whitespaces) : nil
        }
    }

    func header(_ name: String) -> String? { headers(name).first }

    /// The token of the first form that is sent to a path, on this page.
    func token(for action: String) -> String {
        guard let form = text.range(of: "action=\"\(action)\"") else { return "" }
        let rest = text[form.upperBound...]
        guard let name = rest.range(of: "name=\"form\" value=\"") else { return "" }
        return String(rest[name.upperBound...].prefix { $0 != "\"" })
    }

    /// The whole exchange as text, without what changes from run to run.
    func golden(port: Int) -> String {
        let kept = head.filter { !$0.lowercased().hasPrefix("date:") }
        let all = sent + "\r\n\r\n" + kept.joined(separator: "\r\n") + "\r\n\r\n" + text
        return all.replacingOccurrences(of: ":\(port)", with: ":PORT").replacingOccurrences(of: "\r\n", with: "\n")
            .replacing(/style-[0-9a-f]{16}/, with: "style-VERSION")
    }
}
