import Glibc

/// 32 secret bytes in a file of their own beside the database, so that a copy of the database is not enough.
enum KeyFile {
    static let size = 32

    /// Reads the key, making its file when it is not there, readable by this user only.
    ///
    /// - Throws: `ContentFault` when the file cannot be read or made, or is no key.
    static func key(_ path: String) throws -> [UInt8] {
        if let key = try read(path) { return key }
        try make(path)
        guard let key = try read(path) else { throw ContentFault.system(ENOENT, path) }
        return key
    }

    private static func read(_ path: String) throws -> [UInt8]? {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw ContentFault.system(errno, path)
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: size + 1)
        guard Glibc.read(file, &bytes, bytes.count) == size else { throw ContentFault.system(EINVAL, path) }
        return Array(bytes.dropLast())
    }

    /// Written under another name and linked, so that the file is whole for whoever finds it, and the first one stays.
    private static func make(_ path: String) throws {
        let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ContentFault.system(errno, path) }
        defer {
            close(file)
            unlink(temporary)
        }
        guard write(file, systemRandomness(size), size) == size, fsync(file) == 0 else {
            throw ContentFault.system(errno, path)
        }
        guard link(temporary, path) == 0 || errno == EEXIST else { throw ContentFault.system(errno, path) }
    }
}
