import Foundation
import Glibc
import Synchronization

/// Stands between Postern and the IMAP server, passes on what each says, and notes when the server said EXISTS.
///
/// Only without TLS can it read along; what it costs is counted against Postern.
final class ExistsRelay: Sendable {
    let port: Int
    private let listener: Int32
    private let server: Int
    private let heard = Mutex([ContinuousClock.Instant]())

    /// - Parameter server: the port of the IMAP server on this machine.
    init(to server: Int) throws {
        self.server = server
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw BenchmarkFault("no port is free") }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in takeConnections() }.start()
    }

    /// Takes no more connections; those that there are end with their ends.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// When the server first said EXISTS after a moment; nil while it has not.
    func exists(after moment: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        heard.withLock { $0.first { $0 >= moment } }
    }

    /// What was heard so far counts no more.
    func forget() { heard.withLock { $0 = [] } }

    var heardNothing: Bool { heard.withLock { $0.isEmpty } }

    private func takeConnections() {
        defer { close(listener) }
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            Thread { [self] in pass(client) }.start()
        }
    }

    private func pass(_ client: Int32) {
        let upstream = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer {
            close(client)
            close(upstream)
        }
        var address = Self.loopback(server)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(upstream, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return }
        for end in [client, upstream] { Self.sendAtOnce(end) }
        var ends = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&ends, 2, -1) >= 0 || errno == EINTR {
            if ends[0].revents != 0, !pass(from: client, to: upstream, listening: false) { return }
            if ends[1].revents != 0, !pass(from: upstream, to: client, listening: true) { return }
        }
    }

    private func pass(from source: Int32, to target: Int32, listening: Bool) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = read(source, &bytes, bytes.count)
        guard count > 0 else { return false }
        if listening, bytes[..<count].firstRange(of: Self.exists) != nil {
            heard.withLock { $0.append(.now) }
        }
        var done = 0
        while done < count {
            let wrote = bytes.withUnsafeBytes { write(target, $0.baseAddress.map { $0 + done }, count - done) }
            guard wrote > 0 else { return false }
            done += wrote
        }
        return true
    }

    private static let exists = Array(" EXISTS\r\n".utf8)

    /// Without this a second small write would wait up to 40 ms for the other end's acknowledgement.
    private static func sendAtOnce(_ end: Int32) {
        var yes: Int32 = 1
        setsockopt(end, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
