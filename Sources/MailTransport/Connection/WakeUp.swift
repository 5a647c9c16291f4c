import Glibc

/// A pipe to a thread that waits in `poll`: whoever writes to it wakes the thread.
final class WakeUp: Sendable {
    /// Readable for `poll` after a `signal`, until it is `reset`.
    let descriptor: Int32
    private let writing: Int32

    init() throws(ResourceExhausted) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .fileDescriptors }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (descriptor, writing) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    func signal() {
        var byte: UInt8 = 1
        // A full pipe refuses the byte, and is readable anyhow.
        _ = write(writing, &byte, 1)
    }

    func reset() {
        var bytes = [UInt8](repeating: 0, count: 512)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }
}

/// The system gives this process no more of something.
package enum ResourceExhausted: Error, Hashable, CustomStringConvertible {
    case fileDescriptors
    case threads

    package var description: String {
        switch self {
        case .fileDescriptors: "no file descriptor is left: raise `ulimit -n`"
        case .threads: "no thread can be started: raise `ulimit -u` or the service's TasksMax"
        }
    }
}

/// Waits until one of the descriptors is ready, or the time has come.
/// - Returns: the events of each descriptor; all zero when the time has come first.
func wait(for descriptors: [(descriptor: Int32, events: Int32)], until deadline: ContinuousClock.Instant) -> [Int32] {
    var polled = descriptors.map { pollfd(fd: $0.descriptor, events: Int16($0.events), revents: 0) }
    repeat {
        let count = poll(&polled, nfds_t(polled.count), deadline.millisecondsAhead)
        if count > 0 { return polled.map { Int32($0.revents) } }
        if count < 0 && errno != EINTR { break }
    } while ContinuousClock.now < deadline
    return polled.map { _ in 0 }
}

extension ContinuousClock.Instant {
    /// Milliseconds from now, rounded up; 0 when past, a minute at most.
    var millisecondsAhead: Int32 {
        let (seconds, attoseconds) = ContinuousClock.now.duration(to: self).components
        if seconds < 0 || attoseconds < 0 { return 0 }
        if seconds >= 60 { return 60_000 }
        return Int32(seconds) * 1000 + Int32(attoseconds / 1_000_000_000_000_000) + 1
    }
}
