import Foundation
import GRDB
import Glibc

/// SQLite as Postern uses it: WAL, `synchronous=FULL`, one writer with group commit, readers beside it.
///
/// A read runs on the caller's thread on a connection of its own, taken from a free list: it never waits for another
/// one, so it cannot deadlock. (GRDB's pool does, when its blocking and its async reads are mixed.)
final class SQLiteEngine: Sendable {
    private let path: String
    private let writer: GroupCommitWriter
    private let readers: FreeList<Reader>
    private let watcher: Reader

    /// Opens or creates the database file and brings its schema up to date.
    ///
    /// - Throws: `StorageFault` where the file is from a newer Postern or would not be durable, GRDB's error otherwise.
    init(path: String) throws {
        self.path = path
        try Self.makeFile(path)
        let queue = try DatabaseQueue(path: path, configuration: Self.configuration(readonly: false))
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode=WAL")
            try database.execute(sql: "PRAGMA secure_delete=ON")
            try database.execute(sql: "PRAGMA synchronous=FULL")
            let level = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
            guard level == 2 else { throw StorageFault.notDurable("\(level)") }
            try SchemaVersions.bringUpToDate(database)
        }
        writer = GroupCommitWriter(queue: queue)
        readers = FreeList()
        watcher = try Self.reader(of: path)
    }

    /// SQLite would make it readable by everybody that the umask allows; its log follows the file's permissions.
    private static func makeFile(_ path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        // An open and a close of a file that is there would take SQLite's locks away.
        if file < 0 && errno == EEXIST { return }
        guard file >= 0 else { throw ContentFault.system(errno, path) }
        Glibc.close(file)
    }

    private static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(60)
        return configuration
    }

    private static func reader(of path: String) throws -> Reader {
        try Reader(queue: DatabaseQueue(path: path, configuration: configuration(readonly: true)))
    }

    /// Runs `body` in one snapshot of the database, on the calling thread.
    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        let reader = try readers.take() ?? Self.reader(of: path)
        defer { readers.giveBack(reader) }
        return try reader.read(body)
    }

    /// Runs `body` in a write transaction; returns once it is on disk. A throw leaves no trace.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await writer.write(body)
    }

    /// A number that changes whenever anybody, this process or another one, has committed something.
    ///
    /// To be asked by one caller at a time: the number means something only to the connection that reads it.
    func commitsSeen() throws -> Int64 {
        try watcher.read { try $0.first("PRAGMA data_version", []) { try $0.integer(0) } ?? 0 }
    }

    /// Ends the writer after what it has begun.
    func close() { writer.close() }
}

/// One read-only connection; used by one caller at a time, as the free list hands it out.
private final class Reader: @unchecked Sendable {  // Safe: the free list gives a reader to one caller at a time.
    private let queue: DatabaseQueue
    private let statements = StatementCache()

    init(queue: DatabaseQueue) { self.queue = queue }

    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try queue.unsafeRead { database in
            let connection = SQLiteConnection(database: database, statements: statements)
            try connection.execute("BEGIN DEFERRED", [])
            defer { _ = try? connection.execute("COMMIT", []) }
            return try body(connection)
        }
    }
}

/// Things that are free to be taken, last in first out.
private final class FreeList<Element>: @unchecked Sendable {  // Safe: `free` is touched only under `lock`.
    private let lock = NSLock()
    private var free: [Element] = []

    func take() -> Element? { lock.withLock { free.popLast() } }
    func giveBack(_ element: Element) { lock.withLock { free.append(element) } }
}
