import Synchronization
import Testing

@testable import MailTransport

@Suite("The DNS by the system's resolver") struct ResolverTests {
    private static func resolver(
        _ server: FakeNameServer, patience: Duration = .seconds(30), _ clock: HandClock = HandClock()
    ) throws -> Resolver {
        try Resolver(
            NameServer(address: ("127.0.0.1", server.port), seconds: 10, tries: 1), patience: patience,
            clock: { clock.now })
    }

    /// A clock that tests turn.
    private final class HandClock: Sendable {
        private let time = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { time.withLock { $0 } }
        func pass(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    private static func text(_ strings: String...) -> FakeNameServer.Reaction {
        .records([strings.map { Array($0.utf8) }], seconds: 600)
    }

    @Test func `the strings of a record are joined, and records stay apart`() async throws {
        let long = [UInt8](repeating: 0x41, count: 255)
        let server = try FakeNameServer { _ in .records([[long, long, [0x42]], [[0xFF, 0x00]], []], seconds: 60) }
        let lookup = try await Self.resolver(server).textRecords(of: "s1._domainkey.client.test")
        #expect(lookup == .found([long + long + [0x42], [0xFF, 0x00], []]))
        #expect(server.asked == ["s1._domainkey.client.test"])
    }

    @Test(arguments: [
        (FakeNameServer.Reaction.code(3), TextLookup.none), (.code(0), .none), (.code(2), .failed), (.code(5), .failed),
        (.nonsense, .failed),
    ])
    func `what is not there is told from what nobody answers`(reaction: FakeNameServer.Reaction, lookup: TextLookup)
        async throws
    {
        let server = try FakeNameServer { _ in reaction }
        #expect(try await Self.resolver(server).textRecords(of: "_dmarc.client.test") == lookup)
    }

    @Test func `whoever waits is answered in time`() async throws {
        let server = try FakeNameServer { _ in .silence }
        let resolver = try Self.resolver(server, patience: .milliseconds(200))
        #expect(await resolver.textRecords(of: "_dmarc.client.test") == .failed)
    }

    @Test func `who asks for the same at the same time waits for one answer`() async throws {
        let server = try FakeNameServer { Self.text($0) }
        let resolver = try Self.resolver(server)
        await withTaskGroup(of: TextLookup.self) { group in
            for _ in 0..<50 { group.addTask { await resolver.textRecords(of: "a.test") } }
            for await lookup in group { #expect(lookup == .found([Array("a.test".utf8)])) }
        }
        #expect(server.asked == ["a.test"])
    }

    @Test(
        arguments: [
            (text("x"), 599, 601), (.records([[[1]]], seconds: 1_000_000), 3599, 3601), (.code(3), 299, 301),
            (.code(2), 29, 31),
        ] as [(FakeNameServer.Reaction, Int, Int)])
    func `an answer is kept for its time`(reaction: FakeNameServer.Reaction, before: Int, after: Int) async throws {
        let server = try FakeNameServer { _ in reaction }
        let clock = HandClock()
        let resolver = try Self.resolver(server, clock)
        let first = await resolver.textRecords(of: "a.test")
        clock.pass(.seconds(before))
        #expect(await resolver.textRecords(of: "a.test") == first)
        #expect(server.asked.count == 1)
        clock.pass(.seconds(after - before))
        #expect(await resolver.textRecords(of: "a.test") == first)
        #expect(server.asked.count == 2)
    }

    @Test func `what was asked first is forgotten first, and never more than a thousand are kept`() async throws {
        let server = try FakeNameServer { Self.text($0) }
        let clock = HandClock()
        let resolver = try Self.resolver(server, clock)
        for number in 0..<1001 {
            _ = await resolver.textRecords(of: "n\(number).test")
            clock.pass(.milliseconds(1))
        }
        _ = await resolver.textRecords(of: "n1000.test")
        #expect(server.asked.count == 1001)
        _ = await resolver.textRecords(of: "n0.test")
        #expect(server.asked.count == 1002)
    }
}
