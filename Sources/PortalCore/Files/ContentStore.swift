import Glibc
import MailFormat

/// Bytes on disk, named by their SHA-256. Written once, synced, never changed.
package struct ContentStore: Sendable {
    private let folder: String

    /// - Parameter folder: made when missing, readable by this user only.
    package init(folder: String) throws {
        self.folder = folder
        try Self.makeFolder(folder)
    }

    /// Puts bytes on disk (file and folder synced) and gives their digest; putting the same bytes again is free.
    ///
    /// - Throws: `ContentFault` when the disk is full or refuses.
    package func put(_ bytes: [UInt8]) throws -> ContentDigest {
        let digest = ContentDigest(of: bytes)
        let path = path(of: digest)
        if size(of: digest) == Int64(bytes.count) { return digest }
        let parent = "\(folder)/\(digest.description.prefix(2))"
        try Self.makeFolder(parent)
        let temporary = "\(parent)/.\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        do {
            try Self.write(bytes, to: temporary)
            guard rename(temporary, path) == 0 else { throw ContentFault.system(errno, path) }
            try Self.sync(folder: parent)
        } catch {
            unlink(temporary)
            throw error
        }
        return digest
    }

    /// Takes away what a crash left half written. Whatever a process could still be writing is younger than an hour.
    package func removeUnfinished() {
        for name in Self.names(in: folder) where name.utf8.count == 2 {
            for file in Self.names(in: "\(folder)/\(name)") where file.utf8.first == ASCII.dot {
                let path = "\(folder)/\(name)/\(file)"
                var status = stat()
                guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
                if status.st_mtim.tv_sec < time(nil) - 3_600 { unlink(path) }
            }
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

    /// The whole content.
    package func bytes(of digest: ContentDigest) throws -> [UInt8] {
        let path = path(of: digest)
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw ContentFault.system(errno, path) }
        defer { close(file) }
        let size = Int(size(of: digest) ?? 0)
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
                guard got > 0 else { throw ContentFault.system(errno, path) }
                count += got
            }
        }
    }

    /// Whether the content begins with these bytes; false too where it cannot be read.
    package func begins(with bytes: [UInt8], _ digest: ContentDigest) -> Bool {
        let file = open(path(of: digest), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var first = [UInt8](repeating: 0, count: bytes.count)
        return read(file, &first, first.count) == bytes.count && first == bytes
    }

    /// Where the content lies, for streaming.
    package func path(of digest: ContentDigest) -> String {
        let name = digest.description
        return "\(folder)/\(name.prefix(2))/\(name)"
    }

    private func size(of digest: ContentDigest) -> Int64? {
        var status = stat()
        guard lstat(path(of: digest), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int64(status.st_size)
    }

    private static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw ContentFault.system(errno, path)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ContentFault.system(errno, path) }
        defer { close(file) }
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                guard wrote > 0 else { throw ContentFault.system(errno, path) }
                done += wrote
            }
        }
        guard fsync(file) == 0 else { throw ContentFault.system(errno, path) }
    }

    private static func sync(folder: String) throws {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw ContentFault.system(errno, folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw ContentFault.system(errno, folder) }
    }
}

/// Why content could not be kept or found.
package enum ContentFault: Error, CustomStringConvertible {
    case system(Int32, String)

    package var description: String {
        switch self {
        case .system(let code, let path): "\(path): \(String(cString: strerror(code)))"
        }
    }
}
