import Glibc

/// Waits for files to appear in a folder (inotify). What the system does not announce is found by looking every second.
final class FolderWatch {
    private let descriptor: Int32
    private static let lookAnyhow = Duration.seconds(1)

    init(_ path: String) throws(FileFault) {
        descriptor = try attempt("inotify", path) { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }
        let events = UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE)
        guard inotify_add_watch(descriptor, path, events) >= 0 else { throw FileFault("inotify", path) }
    }

    deinit {
        close(descriptor)
    }

    /// Returns when it is worth looking into the folder, or a stop is raised.
    func waitForNews(stop: StopSignal) {
        let watched = [(descriptor: descriptor, events: POLLIN), (stop.descriptor, POLLIN)]
        _ = wait(for: watched, until: .now + Self.lookAnyhow)
        var events = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &events, events.count) > 0 {}
    }
}
