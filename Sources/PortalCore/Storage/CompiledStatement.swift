import GRDB
import GRDBSQLite

/// A statement that was compiled once and is run often, by SQLite's own C interface.
///
/// GRDB opens, configures, compiles and serializes; but its rows and arguments cost three times what SQLite does, and a
/// page asks eight times.
struct CompiledStatement {
    /// Owns the handle.
    private let statement: GRDB.Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    /// - Parameter sql: with `$1…$n`.
    /// - Throws: GRDB's error where SQLite does not understand it.
    init(_ sql: String, on database: GRDB.Database) throws {
        // `$n` is a *name* to SQLite, numbered by first appearance; `?n` is the position that every engine means by `$n`.
        let positional = sql.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }
        statement = try database.makeStatement(sql: String(decoding: positional, as: UTF8.self))
    }

    /// Runs to the end; each row can be read only while it is handed over.
    func run(_ arguments: [StoredValue], _ read: (any ResultRow) throws -> Void) throws {
        guard sqlite3_stmt_busy(handle) == 0 else {
            throw DatabaseError(
                resultCode: .SQLITE_MISUSE, message: "a statement cannot run within itself", sql: statement.sql)
        }
        defer {
            sqlite3_reset(handle)
            // What was bound may be a secret, or large.
            sqlite3_clear_bindings(handle)
        }
        guard sqlite3_bind_parameter_count(handle) == arguments.count else {
            throw DatabaseError(
                resultCode: .SQLITE_MISUSE, message: "not as many arguments as the statement has", sql: statement.sql)
        }
        for (index, argument) in arguments.enumerated() {
            guard argument.bind(to: handle, at: Int32(index + 1)) == SQLITE_OK else { throw failure }
        }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try read(CurrentRow(handle: handle))
            case SQLITE_DONE: return
            default: throw failure
            }
        }
    }

    private var failure: DatabaseError {
        let connection = sqlite3_db_handle(handle)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)), sql: statement.sql)
    }
}

/// The row at which a running statement stands.
private struct CurrentRow: ResultRow {
    let handle: OpaquePointer

    func integerIfAny(_ column: Int) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, Int32(column))
    }

    func textIfAny(_ column: Int) -> String? {
        guard !isNull(column), let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytesIfAny(_ column: Int) -> [UInt8]? {
        if isNull(column) { return nil }
        // No pointer for no bytes.
        let start = sqlite3_column_blob(handle, Int32(column))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    private func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
}

extension StoredValue {
    /// SQLite makes a copy: the value need not outlive the call.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// - Returns: SQLite's result code.
    fileprivate func bind(to handle: OpaquePointer, at position: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer(let value): return sqlite3_bind_int64(handle, position, value)
        case .text(var text):
            return text.withUTF8 { utf8 in
                // Without a pointer it would be NULL.
                guard let start = utf8.baseAddress, !utf8.isEmpty else {
                    return sqlite3_bind_text(handle, position, "", 0, Self.copied)
                }
                return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                    sqlite3_bind_text64(handle, position, $0, UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, position, 0) }
            return sqlite3_bind_blob64(handle, position, bytes, UInt64(bytes.count), Self.copied)
        }
    }
}
