import CCurl
import Glibc

/// A connection to a mail server, encrypted and logged in, over which bytes go.
///
/// Belongs to one actor with a `BlockingThread`: every call blocks, until its deadline at most.
final class CurlConnection {
    let server: MailServer
    /// Ends every wait, at once or, while `isFinishing`, a moment later.
    var stop: StopSignal {
        didSet { lastMoment = nil }
    }
    /// While true, a stop leaves another `grace` for what was begun.
    var isFinishing = false
    /// What is going on, for the faults.
    var phase = "connecting"

    private let handle: CurlHandle
    private let socket: Int32
    /// libcurl wants the same address again when it could not send at once.
    private let staging = UnsafeMutableRawBufferPointer.allocate(byteCount: 16_384, alignment: 1)
    private var lastMoment: ContinuousClock.Instant?
    private static let grace = Duration.milliseconds(900)

    /// Connects and logs in.
    init(
        _ server: MailServer, _ mailProtocol: MailProtocol, stop: StopSignal, within limit: Duration
    ) throws(ConnectionFault) {
        let login = CurlLogin(server: server, mailProtocol: mailProtocol, stop: stop, deadline: .now + limit)
        (handle, socket) = try login.perform()
        self.server = server
        self.stop = stop
    }

    deinit {
        staging.deallocate()
    }

    /// Sends all bytes.
    func send(_ bytes: some Collection<UInt8>, by deadline: ContinuousClock.Instant) throws(ConnectionFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(staging.count)
            staging.copyBytes(from: chunk)
            try sendStaged(chunk.count, by: deadline)
            rest = rest.dropFirst(chunk.count)
        }
    }

    private func sendStaged(_ count: Int, by deadline: ContinuousClock.Instant) throws(ConnectionFault) {
        var sent = 0
        while sent < count {
            var now = 0
            let result = curl_easy_send(handle.easy, staging.baseAddress?.advanced(by: sent), count - sent, &now)
            switch result {
            case CURLE_OK: sent += now
            case CURLE_AGAIN: guard try isReady(for: POLLOUT, until: deadline) else { throw timedOut }
            default: throw closed(result)
            }
        }
    }

    /// Waits for bytes, and returns those that are there: one at least.
    func receive(by deadline: ContinuousClock.Instant) throws(ConnectionFault) -> [UInt8] {
        guard let bytes = try receive(until: deadline) else { throw timedOut }
        return bytes
    }

    /// Waits for bytes, until a time that is no fault: then there are none.
    func receive(until end: ContinuousClock.Instant) throws(ConnectionFault) -> [UInt8]? {
        while true {
            // TLS may hold decrypted bytes of which the socket knows nothing: read first, wait then.
            if let bytes = try receiveAvailable() { return bytes }
            guard try isReady(for: POLLIN, until: end) else { return nil }
        }
    }

    /// Returns the bytes that are there, or nil for none.
    func receiveAvailable() throws(ConnectionFault) -> [UInt8]? {
        var count = 0
        var result = CURLE_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, initialized in
            result = curl_easy_recv(handle.easy, buffer.baseAddress, buffer.count, &count)
            initialized = result == CURLE_OK ? count : 0
        }
        switch result {
        case CURLE_OK where !bytes.isEmpty: return bytes
        case CURLE_OK: throw fault(.closed, "the server ended the connection")
        case CURLE_AGAIN: return nil
        default: throw closed(result)
        }
    }

    /// Waits for the socket. Returns false when the time has come first.
    private func isReady(for events: Int32, until end: ContinuousClock.Instant) throws(ConnectionFault) -> Bool {
        while ContinuousClock.now < end {
            let stopping = [(descriptor: stop.descriptor, events: POLLIN)]
            let last = try stop.isRaised ? min(end, lastMomentAfterStop()) : end
            let ready = wait(for: [(socket, events)] + (stop.isRaised ? [] : stopping), until: last)
            if ready[0] != 0 { return true }
        }
        return false
    }

    private func lastMomentAfterStop() throws(ConnectionFault) -> ContinuousClock.Instant {
        let last = lastMoment ?? .now + Self.grace
        lastMoment = last
        guard isFinishing, ContinuousClock.now < last else {
            throw fault(.stopped, "stopped while waiting for the server")
        }
        return last
    }

    private var timedOut: ConnectionFault { fault(.timedOut, "no answer within the time limit") }

    func fault(_ kind: ConnectionFault.Kind, _ detail: String) -> ConnectionFault {
        ConnectionFault(server, phase: phase, kind, detail)
    }

    private func closed(_ result: CURLcode) -> ConnectionFault {
        fault(.closed, String(cString: curl_easy_strerror(result)))
    }
}
