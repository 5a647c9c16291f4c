/// The DNS as far as senders are checked by it: who answers for the TXT records of a name is passed in.
package struct TextRecords: Sendable {
    /// What the DNS says of a name.
    package enum Answer: Sendable, Hashable {
        /// The records, each with its strings joined.
        case found([[UInt8]])
        /// The name has none.
        case none
        /// Nobody knows: no answer, or not in time.
        case failed
    }

    private let ask: @Sendable (_ name: String) async -> Answer

    /// - Parameter ask: answers for a name of ASCII labels without a final dot. It must answer within seconds.
    package init(_ ask: @escaping @Sendable (_ name: String) async -> Answer) { self.ask = ask }

    func answer(for name: String) async -> Answer { await ask(name) }

    /// The same records, of which none is asked for once the time has come.
    func until(_ deadline: ContinuousClock.Instant) -> TextRecords {
        TextRecords { name in ContinuousClock.now < deadline ? await answer(for: name) : .failed }
    }
}
