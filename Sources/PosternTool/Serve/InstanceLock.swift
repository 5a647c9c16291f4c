import Glibc
import PortalCore

/// Only one Postern serves a folder of data, or takes mails out of a Maildir: two would do each mail's work twice, or take
/// one another's.
///
/// The kernel gives the lock back when the process ends, however it ends.
final class InstanceLock: Sendable {
    private let file: Int32

    /// - Throws: `StorageFault.inUse` when another process serves this folder, which must be there.
    init(folder: String) throws {
        file = open("\(folder)/postern.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ContentFault.system(errno, folder) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw StorageFault.inUse(path: folder)
        }
    }

    deinit { close(file) }
}
