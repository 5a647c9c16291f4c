import Foundation

/// A program that we started, and that runs until it ends or is stopped, by its own process id.
///
/// Not Foundation's `Process`: it passes the signal mask of the calling thread on, and on Swift's threads that mask blocks
/// SIGTERM, so that the program could not be stopped.
final class RunningProgram: Sendable {
    private let identifier: pid_t

    /// - Parameter log: the file for both outputs.
    init(_ path: String, _ arguments: [String], log: String) throws {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&files, 1, 2)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // A group of its own: Postfix ends its children by ending its group.
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var started: pid_t = 0
        let result = posix_spawn(&started, path, &files, &attributes, &words, environ)
        guard result == 0 else { throw MailServers.Fault(description: "\(path): \(String(cString: strerror(result)))") }
        identifier = started
    }

    /// Waits for the end.
    /// - Returns: whether the program ended by itself with status 0.
    func waitForEnd() -> Bool {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        return status == 0
    }

    func stop() {
        kill(identifier, SIGTERM)
        _ = waitForEnd()
    }
}

/// Runs a program to its end. Throws with its output when it fails.
func runProgram(_ path: String, _ arguments: [String], log: String) throws {
    guard try RunningProgram(path, arguments, log: log).waitForEnd() else {
        let output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        throw MailServers.Fault(description: "\(path) failed: \(output)")
    }
}

/// A folder that others may look into: the servers run as users of their own.
func temporaryFolder() throws -> String {
    let name = "postern-" + String(UInt32.random(in: .min ... .max), radix: 36)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    return path
}

/// Ports on which nobody listens at the moment.
func freePorts(_ count: Int) throws -> [Int] {
    var open: [Int32] = []
    defer { open.forEach { close($0) } }
    return try (0..<count).map { _ in
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        open.append(descriptor)
        return try withLoopback(port: 0) { address, length in
            guard bind(descriptor, address, length) == 0, getsockname(descriptor, address, &length) == 0 else {
                throw MailServers.Fault(description: "no port is free")
            }
        }
    }
}

/// Waits until somebody listens on each port, ten seconds at most.
func waitForPorts(_ ports: [Int]) throws {
    let deadline = ContinuousClock.now + .seconds(10)
    for port in ports {
        while try !isListening(port) {
            guard ContinuousClock.now < deadline else {
                throw MailServers.Fault(description: "nobody listens on port \(port)")
            }
            usleep(10_000)
        }
    }
}

private func isListening(_ port: Int) throws -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var isOpen = false
    _ = withLoopback(port: port) { address, length in isOpen = connect(descriptor, address, length) == 0 }
    return isOpen
}

/// - Returns: the port that stands in the address afterwards.
private func withLoopback(
    port: Int, _ body: (UnsafeMutablePointer<sockaddr>, inout socklen_t) throws -> Void
) rethrows -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
        try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body($0, &length) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
}

extension MailServers.Ports {
    init(_ ports: [Int]) throws {
        imap = ports[0]
        imaps = ports[1]
        submission = ports[2]
        submissions = ports[3]
        inbound = ports[4]
        unstamped = ports[5]
        refusing = ports[6]
    }
}
