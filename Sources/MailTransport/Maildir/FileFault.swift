import Glibc

/// What the system said to an operation on a file.
package struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let operation: String
    package let path: String
    /// The value of `errno`.
    package let number: Int32

    /// Takes the number of the operation that has just failed.
    init(_ operation: String, _ path: String) {
        number = errno
        self.operation = operation
        self.path = path
    }

    package var description: String {
        "\(operation) \(path): \(String(cString: strerror(number)))"
    }
}

/// Tries an operation that returns a negative number when it fails.
@discardableResult
func attempt(_ operation: String, _ path: String, _ call: () -> Int32) throws(FileFault) -> Int32 {
    while true {
        let result = call()
        if result >= 0 { return result }
        if errno != EINTR { throw FileFault(operation, path) }
    }
}

/// An open file or folder, closed at the end of its life.
final class OpenFile {
    let descriptor: Int32
    private let path: String

    init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileFault) {
        self.path = path
        descriptor = try attempt("open", path) { open(path, flags | O_CLOEXEC, mode) }
    }

    deinit {
        close(descriptor)
    }

    /// The size in bytes; nil for what is no regular file.
    func regularSize() throws(FileFault) -> Int? {
        var status = stat()
        try attempt("stat", path) { fstat(descriptor, &status) }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    func read(atMost limit: Int) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let wanted = min(limit - bytes.count, 1_048_576)
            var count = 0
            bytes += [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
                repeat { count = Glibc.read(descriptor, buffer.baseAddress, wanted) } while count < 0 && errno == EINTR
                initialized = max(count, 0)
            }
            guard count >= 0 else { throw FileFault("read", path) }
            if count == 0 { break }
        }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(FileFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw FileFault("write", path) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Returns when what was written, or the folder's entries, outlive a loss of power.
    func synchronize() throws(FileFault) {
        try attempt("fsync", path) { fsync(descriptor) }
    }
}
