import Glibc

/// Files that the configuration names.
enum LocalFile {
    /// Why a file cannot be used, as the end of a sentence about it.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case system(Int32)
        case notAFile
        case tooLarge(limit: Int)

        var description: String {
            switch self {
            case .system(ENOENT): "is not there"
            case .system(EACCES): "may not be read by this user"
            case .system(let code): "cannot be read: \(String(cString: strerror(code)))"
            case .notAFile: "is not a file"
            case .tooLarge(let limit): "is larger than \(Size.text(limit))"
            }
        }
    }

    /// The whole of a regular file of at most `limit` bytes.
    static func read(_ path: String, limit: Int) -> Result<[UInt8], Fault> {
        // Without O_NONBLOCK a pipe would make us wait for its writer.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return .failure(.system(errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return .failure(.system(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
        guard status.st_size <= limit else { return .failure(.tooLarge(limit: limit)) }
        return read(file, expecting: Int(status.st_size), limit: limit)
    }

    /// All of standard input, at most `limit` bytes.
    static func readStandardInput(limit: Int) -> Result<[UInt8], Fault> {
        read(STDIN_FILENO, expecting: 0, limit: limit)
    }

    /// Whether users other than the owner and the group may read a file.
    static func isOpenToEverybody(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IROTH != 0
    }

    /// Whether users other than the owner may write a file.
    static func isWritableByOthers(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & (S_IWOTH | S_IWGRP) != 0
    }

    /// The path without links and dots; nil when nothing is there.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// A path relative to the folder that this program was started from.
    static func besideTheProgram(_ path: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let program = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = program.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(program[..<$0]) } ?? "."
        return "\(folder)/\(path)"
    }

    /// The names in a folder, sorted; none when it is not there.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Reads to the end, which may have moved since the size was asked for.
    private static func read(_ file: Int32, expecting size: Int, limit: Int) -> Result<[UInt8], Fault> {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = Glibc.read(file, &buffer, buffer.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { return .failure(.system(errno)) }
            guard got > 0 else { return .success(bytes) }
            bytes += buffer[..<got]
            guard bytes.count <= limit else { return .failure(.tooLarge(limit: limit)) }
        }
    }
}

/// Sizes as people write them.
enum Size {
    private static let units: [(name: String, bytes: Int)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]

    /// `25 MiB`: in the largest unit that leaves a whole number.
    static func text(_ bytes: Int) -> String {
        guard let unit = units.first(where: { bytes >= $0.bytes && bytes % $0.bytes == 0 }) else {
            return "\(bytes) bytes"
        }
        return "\(bytes / unit.bytes) \(unit.name)"
    }

    /// Bytes; nil for what is no size. Limit: 4 digits and a unit.
    static func bytes(_ text: String) -> Int? {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        let rest = text.utf8.dropFirst(digits.count).drop { $0 == 0x20 }
        guard (1...4).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)),
            let unit = units.first(where: { $0.name.utf8.elementsEqual(rest) })
        else { return nil }
        return number * unit.bytes
    }
}
