extension Portal {
    /// Carries out commands as `perform` does, in a transaction that is rolled back: what would come of each.
    ///
    /// - Throws: faults only, as `perform` does.
    package func rehearse(_ commands: [Command], for claim: Claim, because cause: Cause) async throws -> [Outcome] {
        try await takingBack { try $0(cause).perform(commands, for: claim) }
    }

    /// Runs `body` in one transaction and takes all of it back, whatever came of it.
    ///
    /// - Parameter body: is given the way to make a transaction for a cause.
    func takingBack<Result: Sendable>(
        _ body: @Sendable @escaping ((Cause) -> Transaction) throws -> Result
    ) async throws -> Result {
        do {
            let _: Never = try await database.write {
                [clock, randomness, limits, mailbox, mailSetup, chainKey] connection in
                throw TakenBack(
                    result: try body { cause in
                        Transaction(
                            connection: connection, now: clock(), randomness: randomness, cause: cause,
                            chainKey: chainKey,
                            limits: limits, mailbox: mailbox, mailSetup: mailSetup)
                    })
            }
        } catch let taken as TakenBack<Result> {
            return taken.result
        }
    }
}

/// Carries the result out of a transaction that must leave no trace.
private struct TakenBack<Result: Sendable>: Error {
    let result: Result
}
