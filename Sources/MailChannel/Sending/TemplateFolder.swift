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
        for name in names.sorted() where name.utf8.first != UInt8(ascii: ".") {
            let inner = "\(path)/\(name)"
            var status = stat()
            guard stat(inner, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.append(name)
            } else if name.utf8.suffix(Self.suffix.count).elementsEqual(Self.suffix) {
                files[name] = try Self.bytes(of: inner)
            }
        }
    }

    private static let suffix = Array(".mustache".utf8)

    private static func bytes(of path: String) throws(TemplateFolderFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw TemplateFolderFault(path: path, code: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0, bytes.count + count <= longestFile else {
                throw TemplateFolderFault(path: path, code: count < 0 ? errno : EFBIG)
            }
            bytes += buffer[..<count]
        }
    }
}

/// A folder or file of templates that cannot be read.
package struct TemplateFolderFault: Error, CustomStringConvertible {
    package let path: String
    /// The system's error number.
    package let code: Int32

    package var description: String { "\(path): \(String(cString: strerror(code)))" }
}
