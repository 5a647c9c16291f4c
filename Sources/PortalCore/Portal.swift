package import MailFormat

/// The portal: everything that can be asked of it and everything that can be read.
///
/// Changes go through `perform`; reads are on the caller's thread and take microseconds.
package final class Portal: Sendable {
    let database: SQLiteEngine
    let clock: Clock
    let randomness: Randomness
    /// Bytes of mails and files, by content.
    package let contents: ContentStore
    let limits: PortalLimits
    /// Where replies arrive; nobody is let in, or asked, at this address.
    let mailbox: EmailAddress?
    /// How mail comes in; until that was examined, mails decide nothing.
    package let mailSetup: MailSetup
    let paymentSecrets: PaymentSecrets
    /// How long what is asked of a client in a project travels together; nothing waits where it is 0.
    let together: Moment.Span
    /// For how long after a look at a page its messages are left to it; 0 mails each at once.
    let onPage: Moment.Span
    let sealingKey: SealingKey
    let chainKey: ChainKey
    let looks = Looks()
    let presence = Presence()
    private let changeSignal: AsyncStream<Void>.Continuation
    /// Ticks after each change made by this process; ticks that nobody took melt into one.
    package let changes: AsyncStream<Void>

    /// Opens the portal that lives in a folder, making it when it is not there.
    ///
    /// - Parameters:
    ///   - mailbox: where replies arrive.
    ///   - paymentSecrets: by which payment services are known.
    ///   - together: how long what is asked of a client in a project travels together; 0 mails each by itself.
    ///   - onPage: for how long after a look at a page its messages are left to it; 0 mails each at once.
    /// - Throws: `StorageFault` or the system's error when the folder or its database cannot be used.
    package init(
        folder: String, limits: PortalLimits = PortalLimits(), mailbox: EmailAddress? = nil,
        mailSetup: MailSetup = .unknown,
        paymentSecrets: PaymentSecrets = PaymentSecrets(), together: Moment.Span = .minutes(5),
        onPage: Moment.Span = .minutes(0),
        clock: @escaping Clock = systemClock, randomness: @escaping Randomness = systemRandomness
    ) throws {
        contents = try ContentStore(folder: folder)
        sealingKey = try SealingKey(file: "\(folder)/portal.key")
        chainKey = try ChainKey(file: "\(folder)/chain.key")
        database = try SQLiteEngine(path: "\(folder)/portal.sqlite")
        let steady = SteadyClock(clock, latest: try database.read { try HistoryRecord.latest(in: $0) })
        self.clock = { steady.now }
        self.limits = limits
        self.mailbox = mailbox
        self.mailSetup = mailSetup
        self.paymentSecrets = paymentSecrets
        self.together = together
        self.onPage = onPage
        self.randomness = randomness
        (changes, changeSignal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The present moment, as the portal sees it.
    package var now: Moment { clock() }

    /// A new secret for a cookie or a link.
    package func freshSecret() -> Secret { Secret(.link, from: randomness) }

    /// A new access code for a portal link.
    package func freshAccessCode() -> SixDigitCode { SixDigitCode(from: randomness) }

    /// A number that changes whenever this or another process has changed something; for one caller.
    package func commitsSeen() throws -> Int64 { try database.commitsSeen() }

    /// Says that something changed, so that whoever sends mail looks at once.
    package func changed() { changeSignal.yield() }

    /// Ends the portal: what was begun is finished, nothing new is taken.
    package func close() {
        changeSignal.finish()
        database.close()
    }
}
