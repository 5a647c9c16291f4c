import Foundation
import GRDB

/// The one writer: a thread that takes what waits, runs each piece in a savepoint, and commits all of it with one sync.
///
/// A piece that throws is rolled back alone. Nobody hears of success before the commit is on disk.
// Safe: `waiting` and `closed` are touched only under `condition`.
final class GroupCommitWriter: @unchecked Sendable {
    /// Limit: pieces that share one commit.
    private static let group = 64

    private let queue: DatabaseQueue
    private let statements = StatementCache()
    private let condition = NSCondition()
    private var waiting: [any WritePiece] = []
    private var closed = false

    init(queue: DatabaseQueue) {
        self.queue = queue
        let thread = Thread { [self] in work() }
        thread.name = "postern-writer"
        thread.start()
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let piece = Piece(body: body, continuation: continuation)
            let accepted = condition.withLock {
                guard !closed else { return false }
                waiting.append(piece)
                condition.signal()
                return true
            }
            if !accepted { piece.settle(after: CancellationError()) }
        }
    }

    func close() {
        condition.withLock {
            closed = true
            condition.signal()
        }
    }

    private func work() {
        while let pieces = next() { commit(pieces) }
    }

    private func next() -> [any WritePiece]? {
        condition.withLock {
            while waiting.isEmpty && !closed { condition.wait() }
            guard !waiting.isEmpty else { return nil }
            let pieces = Array(waiting.prefix(Self.group))
            waiting.removeFirst(pieces.count)
            return pieces
        }
    }

    private func commit(_ pieces: [any WritePiece]) {
        var failure: (any Error)?
        do {
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    let connection = SQLiteConnection(database: database, statements: statements)
                    for piece in pieces { try piece.run(on: connection) }
                    return .commit
                }
            }
        } catch {
            failure = error
        }
        for piece in pieces { piece.settle(after: failure) }
    }
}

private protocol WritePiece: Sendable {
    func run(on connection: SQLiteConnection) throws
    func settle(after failure: (any Error)?)
}

private final class Piece<Value: Sendable>: WritePiece, @unchecked Sendable {
    // Safe: `result` is written and read by the writer's thread alone.
    private let body: @Sendable (any Connection) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private var result: Result<Value, any Error>?

    init(
        body: @escaping @Sendable (any Connection) throws -> Value, continuation: CheckedContinuation<Value, any Error>
    ) {
        self.body = body
        self.continuation = continuation
    }

    func run(on connection: SQLiteConnection) throws {
        try connection.execute("SAVEPOINT piece", [])
        let result = Result { try body(connection) }
        if case .failure = result { try connection.execute("ROLLBACK TO piece", []) }
        try connection.execute("RELEASE piece", [])
        self.result = result
    }

    func settle(after failure: (any Error)?) {
        if let failure { return continuation.resume(throwing: failure) }
        continuation.resume(with: result ?? .failure(CancellationError()))
    }
}
