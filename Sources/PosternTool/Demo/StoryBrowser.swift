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
        guard let address = LocalAddress(url) else { throw StoryFault("not an address of this machine: \(url)") }
        var fields: [(String, String)] = []
        if !cookies.isEmpty {
            let pairs = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            fields.append(("Cookie", pairs.joined(separator: "; ")))
        }
        if body != nil {
            fields.append(("Origin", "http://\(address.host):\(address.port)"))
            fields.append(("Content-Type", "application/x-www-form-urlencoded"))
        }
        let answer = try LocalHTTP.exchange(method, address, fields, Array((body ?? "").utf8))
        for field in answer.header.all(named: "Set-Cookie") { keep(cookie: field.text) }
        return Page(
            status: answer.status, location: answer.header.first("Location")?.text,
            body: String(decoding: answer.body, as: UTF8.self))
    }

    private mutating func keep(cookie: String) {
        let pair = cookie.utf8.prefix { $0 != 0x3B }
        guard let equals = pair.firstIndex(of: 0x3D) else { return }
        let name = String(decoding: pair[..<equals], as: UTF8.self)
        cookies[name] = String(decoding: pair[pair.index(after: equals)...], as: UTF8.self)
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

/// What did not come true in the story.
struct StoryFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
