import Glibc
import Synchronization

/// A server on loopback that plays a script: one call for each connection, each on a thread of its own.
final class FakeServer: Sendable {
    let port: Int
    private let listener: Int32

    init(receiveBuffer: Int32 = 0, _ play: @escaping @Sendable (_ peer: FakePeer, _ connection: Int) -> Void) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if receiveBuffer > 0 {
            var size = receiveBuffer
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) + listen(descriptor, 16) + getsockname(descriptor, generic, &length)
            }
        }
        guard bound == 0 else { throw SystemFault(number: errno) }
        listener = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
        runThread {
            var connection = 0
            while true {
                let accepted = accept(descriptor, nil, nil)
                if accepted < 0 { break }
                connection += 1
                let peer = FakePeer(accepted)
                runThread { [connection] in play(peer, connection) }
            }
            close(descriptor)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    struct SystemFault: Error {
        let number: Int32
    }
}

/// The server's end of one connection. Used by one thread; closed when nobody holds it.
final class FakePeer: Sendable {
    private let descriptor: Int32
    private let buffer = Mutex([UInt8]())

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        // Without this, each second small write waits 40 ms for the client's acknowledgement.
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit {
        Glibc.close(descriptor)
    }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// A line without its end; nil when the client is gone.
    func line() -> String? {
        while true {
            let line = buffer.withLock { bytes -> [UInt8]? in
                guard let end = bytes.firstIndex(of: 10) else { return nil }
                defer { bytes.removeSubrange(...end) }
                return bytes[..<end].filter { $0 != 13 }
            }
            if let line { return String(decoding: line, as: UTF8.self) }
            if !fill() { return nil }
        }
    }

    /// Takes so many bytes, or all until the client is gone.
    func take(_ count: Int) -> [UInt8] {
        while buffer.withLock({ $0.count < count }), fill() {}
        return buffer.withLock { bytes in
            defer { bytes.removeFirst(min(count, bytes.count)) }
            return Array(bytes.prefix(count))
        }
    }

    /// Ends the connection in both directions, at once.
    func hangUp() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private func fill() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        buffer.withLock { $0 += chunk.prefix(count) }
        return true
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

func runThread(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    pthread_create(
        &thread, nil,
        { context in
            Unmanaged<ThreadBody>.fromOpaque(context!).takeRetainedValue().run()
            return nil
        }, Unmanaged.passRetained(ThreadBody(body)).toOpaque())
    pthread_detach(thread)
}
