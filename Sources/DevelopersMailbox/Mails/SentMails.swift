import Glibc
import MailFormat
import MailTransport

/// The Maildir that the portal sends into. Mails are read anew each time: they are few, and may change at any moment.
struct SentMails: Sendable {
    /// Limit: the latest thousand mails are shown, and none of more than 64 MiB.
    private static let mostMails = 1000
    private static let mostBytes = 64 << 20

    let maildir: Maildir

    /// Every mail, the latest first.
    func all() -> [StoredMail] {
        files().suffix(Self.mostMails).reversed().compactMap { file in
            Self.read(file.path).flatMap { StoredMail(fileName: file.name, bytes: $0) }
        }
    }

    /// The mail with this id. The id is looked for in the folders, never made a path.
    func mail(_ id: String) -> StoredMail? {
        guard let file = files().first(where: { StoredMail.id(ofFile: $0.name).utf8.elementsEqual(id.utf8) }) else {
            return nil
        }
        return Self.read(file.path).flatMap { StoredMail(fileName: file.name, bytes: $0) }
    }

    private func files() -> [(name: String, path: String)] {
        [maildir.new, maildir.current]
            .flatMap { folder in Self.names(in: folder).map { (name: $0, path: "\(folder)/\($0)") } }
            .sorted { $0.name < $1.name }
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.utf8.first != ASCII.dot { names.append(name) }
        }
        return names
    }

    /// The file's bytes; `nil` for one that is gone by now, or too large.
    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while feof(file) == 0, ferror(file) == 0, bytes.count <= mostBytes {
            bytes += [UInt8](unsafeUninitializedCapacity: 65_536) { $1 = fread($0.baseAddress, 1, 65_536, file) }
        }
        return ferror(file) == 0 && bytes.count <= mostBytes ? bytes : nil
    }
}
