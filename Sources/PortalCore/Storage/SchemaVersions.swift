import GRDB

/// The database's shape, as numbered steps that are each carried out once.
///
/// The schema repeats what the types say (`CHECK`s, foreign keys, unique causes): trust SQLite more than ourselves.
enum SchemaVersions {
    private static let steps: [String] = [SchemaOne.sql]

    static func bringUpToDate(_ database: GRDB.Database) throws {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard found <= steps.count else { throw StorageFault.newerSchema(found: found, known: steps.count) }
        for (index, step) in steps.enumerated() where index >= found {
            try database.inTransaction(.immediate) {
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
                return .commit
            }
        }
    }
}
