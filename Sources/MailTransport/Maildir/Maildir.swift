import Glibc
import Synchronization

/// A folder of mails, one file each, in which a mail appears whole or not at all.
///
/// `tmp` is for mails being written, `new` for those that nobody has seen, `cur` for the others. Every call blocks.
package struct Maildir: Hashable, Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var new: String { path + "/new" }
    package var current: String { path + "/cur" }
    private var temporary: String { path + "/tmp" }

    /// A folder beside the inbox, as Maildir++ names it: `.Processed`.
    package func folder(_ name: StaticString) -> Maildir {
        Maildir("\(path)/.\(name)")
    }

    /// Makes the folders that are missing, readable only for their owner.
    package func prepare() throws(FileFault) {
        var parent = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
        for component in path.utf8.split(separator: UInt8(ascii: "/")) {
            parent += String(decoding: component, as: UTF8.self)
            try Self.makeFolder(parent)
            parent += "/"
        }
        for folder in [temporary, new, current] { try Self.makeFolder(folder) }
    }

    /// Puts a mail into `new`, and returns the file's name when the mail outlives a loss of power.
    ///
    /// - Throws: when it is not certain that the mail is there; then it mostly is not.
    package func deliver(_ mail: [UInt8]) throws(FileFault) -> String {
        try deliver(mail, as: Self.uniqueName())
    }

    /// Puts a mail into `new`, unless exactly these bytes lie in the Maildir already.
    ///
    /// Whoever cannot know whether an earlier attempt came through may so try again.
    func deliverOnce(_ mail: [UInt8]) throws(FileFault) -> String {
        let mark = Self.mark(of: mail)
        for folder in [new, current] {
            for name in try Self.names(in: folder) where name.contains(mark) { return name }
        }
        return try deliver(mail, as: Self.uniqueName() + mark)
    }

    /// FNV-1a of the bytes: our own mails each hold a random Message-ID, so nobody can make two meet.
    private static func mark(of mail: [UInt8]) -> String {
        let hash = mail.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return ".F\(String(hash, radix: 16))F"
    }

    private func deliver(_ mail: [UInt8], as name: String) throws(FileFault) -> String {
        let draft = "\(temporary)/\(name)"
        do {
            let file = try OpenFile(draft, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
            try file.write(mail)
            try file.synchronize()
        } catch {
            unlink(draft)
            throw error
        }
        try Self.move(draft, to: "\(new)/\(name)")
        return name
    }

    /// The names of the mails in a folder, oldest first.
    static func names(in path: String) throws(FileFault) -> [String] {
        guard let folder = opendir(path) else { throw FileFault("opendir", path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(validating: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, name.utf8.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Moves a file and makes the move outlive a loss of power.
    static func move(_ old: String, to new: String) throws(FileFault) {
        try attempt("rename", old) { rename(old, new) }
        let folder = new.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(new[..<$0]) } ?? "."
        try OpenFile(folder, O_RDONLY | O_DIRECTORY).synchronize()
    }

    private static func makeFolder(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o700) != 0 else { return }
        let fault = FileFault("mkdir", path)
        // A root that we may not write to says EACCES or EROFS even of what is there.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw fault }
    }

    private static let count = Atomic(0)

    /// A name that no other process, thread or moment has; names sort by time.
    private static func uniqueName() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let microseconds = String(now.tv_nsec / 1000)
        let padded = String(repeating: "0", count: 6 - microseconds.utf8.count) + microseconds
        let serial = count.wrappingAdd(1, ordering: .relaxed).newValue
        let random = String(UInt32.random(in: .min ... .max), radix: 16)
        return "\(now.tv_sec).M\(padded)P\(getpid())Q\(serial)R\(random).postern"
    }
}
