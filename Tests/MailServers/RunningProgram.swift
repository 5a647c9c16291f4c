import Foundation
package import Glibc
import Synchronization

/// A program that we started, and that runs until it ends or is stopped, by its own process id.
///
/// Not Foundation's `Process`: it passes the signal mask of the calling thread on, and on Swift's threads that mask blocks
/// SIGTERM, so that the program could not be stopped.
package final class RunningProgram: Sendable {
    package let identifier: pid_t
    /// Written once the kernel has forgotten the process; from then on the identifier may be somebody else's.
    private let known = Mutex(End?.none)

    package enum End: Hashable, Sendable {
        case status(Int32)
        case signal(Int32)
    }

    /// Starts the program with nothing to read, in a process group of its own.
    ///
    /// - Parameters:
    ///   - log: the file for both outputs.
    ///   - processor: the only processor that it may run on, counted from 0; nil for all.
    package init(_ path: String, _ arguments: [String], log: String = "/dev/null", processor: Int? = nil) throws {
        let pinned = processor.map { ["/usr/bin/taskset", "--cpu-list", "\($0)"] } ?? []
        identifier = try Self.start(pinned + [path] + arguments, log: log)
    }

    private static func start(_ command: [String], log: String) throws -> pid_t {
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

        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var started: pid_t = 0
        let result = posix_spawn(&started, command[0], &files, &attributes, &words, environ)
        guard result == 0 else {
            throw MailServers.Fault(description: "\(command[0]): \(String(cString: strerror(result)))")
        }
        return started
    }

    /// Waits for the end.
    @discardableResult
    package func end() -> End {
        var information = siginfo_t()
        // Seen first and taken then, so that a signal can be sent while somebody waits.
        while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        return known.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
            let signal = status & 0x7F
            let end = signal == 0 ? End.status((status >> 8) & 0xFF) : .signal(signal)
            known = end
            return end
        }
    }

    /// Sends a signal; nothing happens where the program is known to have ended.
    package func send(_ signal: Int32) {
        known.withLock { if $0 == nil { _ = kill(identifier, signal) } }
    }

    /// Asks the program to end, and waits until it has.
    package func stop() {
        send(SIGTERM)
        end()
    }
}

/// Runs a program to its end. Throws with its output when it fails.
package func runProgram(_ path: String, _ arguments: [String], log: String) throws {
    guard try RunningProgram(path, arguments, log: log).end() == .status(0) else {
        let output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        throw MailServers.Fault(description: "\(path) failed: \(output)")
    }
}
