import Glibc

/// The template files of a folder and of the folders within it, by name.
struct TemplateFolder {
    /// `*.mustache` files directly in the folder.
    private(set) var files: [String: [UInt8]] = [:]
    /// The folders within it, by name.
    private(set) var folders: [String] = []

    /// Limits: bytes of a template, entries of a folder.
    private static let longestFile = 1_000_000
    private static let mostEntries = 10_000

    /// No link leads out of the folder: an organization's templates are what lies in its own.
    ///
    /// - Throws: `TemplateFolderFault` when the folder, or a template in it, cannot be read.
    init(_ path: String) throws(TemplateFolderFault) {
        guard let folder = opendir(path) else { throw TemplateFolderFault(path: path, code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while names.count < Self.mostEntries, let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { name in
                    String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        let root = Self.resolved(path).map { "\($0)/" }
        for name in names.sorted() where name.utf8.first != UInt8(ascii: ".") {
            let inner = "\(path)/\(name)"
            var status = stat()
            guard stat(inner, &status) == 0 else { continue }
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            guard isFolder || name.utf8.suffix(Self.suffix.count).elementsEqual(Self.suffix) else { continue }
            let target = Self.resolved(inner)
            guard let root, let target, target.utf8.starts(with: root.utf8),
                !isFolder || target.utf8.elementsEqual("\(root)\(name)".utf8)
            else { throw TemplateFolderFault(path: inner, reason: "leads out of its folder") }
            if isFolder { folders.append(name) } else { files[name] = try Self.bytes(of: inner) }
        }
    }

    private static let suffix = Array(".mustache".utf8)

    /// The path without links; nil when nothing is there.
    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func bytes(of path: String) throws(TemplateFolderFault) -> [UInt8] {
        // Without O_NONBLOCK a pipe would make us wait for its writer.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw TemplateFolderFault(path: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw TemplateFolderFault(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw TemplateFolderFault(path: path, reason: "is not a file") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw TemplateFolderFault(path: path, code: errno) }
            guard bytes.count + count <= longestFile else {
                throw TemplateFolderFault(path: path, reason: "is larger than \(longestFile) bytes")
            }
            bytes += buffer[..<count]
        }
    }
}

/// A folder or file of templates that cannot be read.
package struct TemplateFolderFault: Error, CustomStringConvertible {
    package let path: String
    /// The end of a sentence about it.
    package let reason: String

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// - Parameter code: the system's error number.
    init(path: String, code: Int32) { self.init(path: path, reason: String(cString: strerror(code))) }

    package var description: String { "\(path): \(reason)" }
}
