import Foundation
import GRDB

/// The engine-neutral connection, spoken to SQLite through GRDB.
struct SQLiteConnection: Connection {
    let database: GRDB.Database
    let statements: StatementCache

    func query<Value>(
        _ sql: String, _ arguments: [StoredValue], _ read: (any ResultRow) throws -> Value
    ) throws -> [Value] {
        let statement = try statements.statement(for: sql, on: database)
        let rows = try GRDB.Row.fetchCursor(statement, arguments: StatementArguments(arguments.map(\.databaseValue)))
        var values: [Value] = []
        while let row = try rows.next() { values.append(try read(SQLiteRow(row: row))) }
        return values
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [StoredValue]) throws -> Int {
        let statement = try statements.statement(for: sql, on: database)
        try statement.execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
        return database.changesCount
    }
}

/// Compiled statements of one SQLite connection, by our own SQL text.
///
/// Belongs to one connection and is used only where that connection is: never by two threads at once.
final class StatementCache {
    private var compiled: [String: Statement] = [:]

    /// `$n` is a *name* to SQLite, numbered by first appearance; `?n` is the position that every engine means by `$n`.
    func statement(for sql: String, on database: GRDB.Database) throws -> Statement {
        if let statement = compiled[sql] { return statement }
        let positional = String(sql.unicodeScalars.map { $0 == "$" ? "?" : Character($0) })
        let statement = try database.makeStatement(sql: positional)
        compiled[sql] = statement
        return statement
    }
}

private struct SQLiteRow: ResultRow {
    let row: GRDB.Row

    func integerIfAny(_ column: Int) -> Int64? { row[column] }
    func textIfAny(_ column: Int) -> String? { row[column] }
    func bytesIfAny(_ column: Int) -> [UInt8]? {
        try? row.withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } }
    }
}

extension StoredValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        case .null: .null
        }
    }
}
