import GRDB

/// The engine-neutral connection, spoken to SQLite.
struct SQLiteConnection: Connection {
    let database: GRDB.Database
    let statements: StatementCache

    func query<Value>(
        _ sql: String, _ arguments: [StoredValue], _ read: (any ResultRow) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try statements.statement(for: sql, on: database).run(arguments) { values.append(try read($0)) }
        return values
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [StoredValue]) throws -> Int {
        try statements.statement(for: sql, on: database).run(arguments) { _ in }
        return database.changesCount
    }
}

/// Compiled statements of one SQLite connection, by our own SQL text.
///
/// Belongs to one connection and is used only where that connection is: never by two threads at once.
final class StatementCache {
    private var compiled: [String: CompiledStatement] = [:]

    func statement(for sql: String, on database: GRDB.Database) throws -> CompiledStatement {
        if let statement = compiled[sql] { return statement }
        let statement = try CompiledStatement(sql, on: database)
        compiled[sql] = statement
        return statement
    }
}
