/// One transaction's view of the database: plain SQL with `$1…$n`, the same for every engine.
///
/// Everything above `Storage` speaks only to this protocol, so that a second engine finds nothing to undo.
protocol Connection {
    /// Runs a statement that yields rows and reads each with `read`.
    func query<Value>(_ sql: String, _ arguments: [StoredValue], _ read: (any ResultRow) throws -> Value) throws
        -> [Value]

    /// Runs a statement that yields no rows and tells how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [StoredValue]) throws -> Int
}

extension Connection {
    /// The first row, or nil.
    func first<Value>(
        _ sql: String, _ arguments: [StoredValue], _ read: (any ResultRow) throws -> Value
    ) throws -> Value? {
        try query(sql, arguments, read).first
    }

    /// The row number that an `INSERT … RETURNING id` gave.
    func insert(_ sql: String, _ arguments: [StoredValue]) throws -> Int64 {
        guard let number = try first(sql, arguments, { try $0.integer(0) }) else {
            throw StorageFault.nothingReturned(sql: sql)
        }
        return number
    }
}

/// A value on its way into the database: nothing but the four kinds that every engine has.
enum StoredValue: Sendable, Equatable {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null
}

extension StoredValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(stringLiteral value: String) { self = .text(value) }
}

extension StoredValue {
    static func flag(_ value: Bool) -> StoredValue { .integer(value ? 1 : 0) }
    static func number(_ value: Int) -> StoredValue { .integer(Int64(value)) }
    static func optional(_ value: String?) -> StoredValue { value.map(StoredValue.text) ?? .null }
    static func optional(_ value: Int64?) -> StoredValue { value.map(StoredValue.integer) ?? .null }
    static func moment(_ value: Moment?) -> StoredValue { .optional(value?.milliseconds) }
    static func id<Noun>(_ value: Identifier<Noun>?) -> StoredValue { .optional(value?.number) }
    static func digest(_ value: SecretDigest?) -> StoredValue { value.map { .bytes($0.bytes) } ?? .null }
}

/// One row of a result, read by column position.
protocol ResultRow {
    func integerIfAny(_ column: Int) -> Int64?
    func textIfAny(_ column: Int) -> String?
    func bytesIfAny(_ column: Int) -> [UInt8]?
}

extension ResultRow {
    func integer(_ column: Int) throws -> Int64 { try required(integerIfAny(column), column) }
    func text(_ column: Int) throws -> String { try required(textIfAny(column), column) }
    func bytes(_ column: Int) throws -> [UInt8] { try required(bytesIfAny(column), column) }
    func flag(_ column: Int) throws -> Bool { try integer(column) != 0 }
    func number(_ column: Int) throws -> Int { try Int(integer(column)) }
    func moment(_ column: Int) throws -> Moment { try Moment(milliseconds: integer(column)) }
    func momentIfAny(_ column: Int) -> Moment? { integerIfAny(column).map(Moment.init(milliseconds:)) }
    func id<Noun>(_ column: Int) throws -> Identifier<Noun> { try Identifier(number: integer(column)) }
    func idIfAny<Noun>(_ column: Int) -> Identifier<Noun>? { integerIfAny(column).map(Identifier.init(number:)) }

    /// A stored word of an enum; a word that this version does not know is a fault, never a guess.
    func word<Word: RawRepresentable>(_ column: Int, _: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        let text = try text(column)
        guard let word = Word(rawValue: text) else { throw StorageFault.unknownWord(text, column: column) }
        return word
    }

    private func required<Value>(_ value: Value?, _ column: Int) throws -> Value {
        guard let value else { throw StorageFault.unexpectedNull(column: column) }
        return value
    }
}

/// What the database gave back and this version of Postern cannot take.
package enum StorageFault: Error, Equatable, CustomStringConvertible {
    case unexpectedNull(column: Int)
    case unknownWord(String, column: Int)
    case nothingReturned(sql: String)
    case unreadable(String)
    case newerSchema(found: Int, known: Int)
    case inUse(path: String)
    case notDurable(String)

    package var description: String {
        switch self {
        case .unexpectedNull(let column): "the database holds no value in column \(column), where there must be one"
        case .unknownWord(let word, let column): "the database holds the unknown word “\(word)” in column \(column)"
        case .nothingReturned(let sql): "the database returned no row for: \(sql)"
        case .unreadable(let what): "the database holds something unreadable: \(what)"
        case .newerSchema(let found, let known):
            "the database was written by a newer Postern (schema \(found), known here up to \(known)); use that version"
        case .inUse(let path): "another Postern is already running on \(path)"
        case .notDurable(let setting): "SQLite would not keep what it commits (synchronous is \(setting), not FULL)"
        }
    }
}
