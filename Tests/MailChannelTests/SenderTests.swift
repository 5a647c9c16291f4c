import Foundation
import MailChannel
import MailFormat
import PortalCore
import Synchronization
import Testing

/// The sender as a running service, with a scripted way out.
struct SenderTests {
    /// What was handed to the way out, and what it answers next.
    private final class WayOut: Sendable {
        private let state: Mutex<(letters: [SealedLetter], answers: [SendingResult])>
        private let (counts, count) = AsyncStream.makeStream(of: Int.self)

        init(_ answers: [SendingResult] = []) { state = Mutex(([], answers)) }

        var letters: [SealedLetter] { state.withLock { $0.letters } }

        func deliver(_ letter: SealedLetter) -> SendingResult {
            let (result, number) = state.withLock { state in
                state.letters.append(letter)
                return (state.answers.isEmpty ? .sent("250 ok") : state.answers.removeFirst(), state.letters.count)
            }
            count.yield(number)
            return result
        }

        /// Waits until so many letters were handed over.
        func has(_ number: Int) async { for await count in counts where count >= number { return } }
    }

    private func run<Value>(
        _ world: World, deliver: @escaping @Sendable (SealedLetter) async -> SendingResult,
        _ body: () async throws -> Value
    ) async throws -> Value {
        let sender = MailSender(portal: world.portal, writer: world.writer, deliver: deliver, logger: quiet)
        let running = Task { try await sender.run() }
        let value = try await body()
        running.cancel()
        try await running.value
        return value
    }

    @Test(.timeLimit(.minutes(5)))
    func `what is owed goes out, and what comes to be owed goes out at once`() async throws {
        let world = try await World()
        let way = WayOut()
        try await run(world, deliver: { way.deliver($0) }) {
            await way.has(1)
            let project = try #require(try world.portal.project("rebrand", of: "acme"))
            try await accept(world, way.letters[0])
            await way.has(2)
            _ = try await world.portal.perform(
                [.postMessage(NewMessage(project: project.id, text: "hello", attachments: []))],
                for: .staff(.ana, organization: "acme"), because: world.press())
            await way.has(3)
        }
        #expect(way.letters.map(\.recipient) == Array(repeating: "dana@client.test", count: 3))
        #expect(try world.portal.outbox(newest: 10).allSatisfy { $0.state == .sent })
    }

    @Test(.timeLimit(.minutes(5)))
    func `what asks for something within five minutes is one mail`() async throws {
        let acme = DesiredOrganization.acme.with { $0.deliverables.append(Self.card("card")) }
        let world = try await World(acme, together: .minutes(5))
        let way = WayOut()
        try await run(world, deliver: { way.deliver($0) }) {
            await way.has(1)
            try await accept(world, way.letters[0])
            await way.has(2)
            try await world.apply(acme.with { $0.deliverables.append(Self.card("sign")) })
            while try world.portal.outbox(newest: 1).last.map({ $0.due > world.portal.now }) != true {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(way.letters.count == 2)
            world.pass(.minutes(5))
            await way.has(3)
        }
        let subjects = way.letters.dropFirst().map { MailFormat.Message($0.bytes).subject }
        #expect(subjects == ["2 things need you: Rebrand", "Decision asked: sign (Rebrand)"])
    }

    private static func card(_ name: String) -> DeliverableSettings {
        DeliverableSettings(
            project: "rebrand", name: name, title: name, kind: "card", format: "PDF", visible: true, version: 1,
            files: [])
    }

    @Test(.timeLimit(.minutes(5)))
    func `CF-05: after an unknown result the same bytes go out once more`() async throws {
        let world = try await World()
        let way = WayOut([.unknown("connection lost")])
        try await run(world, deliver: { way.deliver($0) }) {
            await way.has(1)
            try await booked(.waiting, in: world)
            // The pause before the second attempt.
            world.pass(.minutes(2))
            await way.has(2)
        }
        #expect(way.letters[0] == way.letters[1])
        let entry = try #require(try world.portal.outbox(newest: 1).last)
        #expect(entry.state == .sent && entry.attempts == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a refusal for good is booked and told to staff`() async throws {
        let world = try await World()
        let way = WayOut([.rejected("550 5.1.1 no such user")])
        try await run(world, deliver: { way.deliver($0) }) { await way.has(2) }
        #expect(way.letters.map(\.recipient) == ["dana@client.test", "ana@acme.test"])
        #expect(try world.portal.clients(of: "acme")?.first?.invitation?.state == .bounced)
    }

    @Test(.timeLimit(.minutes(5)))
    func `CF-08: what is deferred for five days has failed`() async throws {
        let world = try await World()
        let way = WayOut(Array(repeating: .deferred("451 later"), count: 2))
        try await run(world, deliver: { way.deliver($0) }) {
            await way.has(1)
            try await booked(.waiting, in: world)
            world.pass(.days(5))
            await way.has(3)
        }
        #expect(way.letters.map(\.recipient) == ["dana@client.test", "dana@client.test", "ana@acme.test"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `what had begun is booked although the service was told to stop`() async throws {
        let world = try await World()
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (goes, go) = AsyncStream.makeStream(of: Void.self)
        let sender = MailSender(
            portal: world.portal, writer: world.writer,
            deliver: { _ in
                begin.finish()
                await Task.detached { for await _ in goes {} }.value
                return .sent("250 ok")
            }, logger: quiet)
        let running = Task { try await sender.run() }
        for await _ in begun {}
        running.cancel()
        go.finish()
        try await running.value
        #expect(try world.portal.outbox(newest: 1).last?.state == .sent)
    }

    @Test(.timeLimit(.minutes(5)))
    func `CF-04: what had begun before a crash is sent after it, with the same bytes`() async throws {
        let world = try await World()
        let entry = try #require(try world.portal.dueMails(limit: 1).first)
        let letter = try #require(try world.portal.letter(for: entry))
        let written = try world.writer.write(letter, logo: nil)
        try await world.portal.seal(written.sealed, of: letter, messageID: written.messageID, subject: written.subject)
        let way = WayOut()
        try await run(world, deliver: { way.deliver($0) }) { await way.has(1) }
        #expect(way.letters == [written.sealed])
    }

    @Test(.timeLimit(.minutes(5)))
    func `one person whose server is slow keeps nobody else waiting`() async throws {
        let world = try await World()
        let secret = try await world.danaIsAsked()
        for number in 0..<70 {
            var mail = MailText()
            (mail.messageID, mail.body) = ("m\(number)@client.test", "message \(number)")
            _ = try await world.receiver.receive([mail.bytes(secret)])
        }
        let project = try #require(try world.portal.project("rebrand", of: "acme"))
        // Ana is owed seventy notices, Dana forty receipts (the limit of a day).
        let way = WayOut()
        let (goes, go) = AsyncStream.makeStream(of: Void.self)
        try await run(
            world,
            deliver: { letter in
                if letter.recipient == "ana@acme.test" { await Task.detached { for await _ in goes {} }.value }
                return way.deliver(letter)
            },
            {
                await way.has(40)
                _ = try await world.portal.perform(
                    [.postMessage(NewMessage(project: project.id, text: "behind seventy", attachments: []))],
                    for: .staff(.ana, organization: "acme"), because: world.press())
                await way.has(41)
                #expect(way.letters.allSatisfy { $0.recipient == "dana@client.test" })
                go.finish()
                await way.has(111)
            })
        let toAna = way.letters.filter { $0.recipient == "ana@acme.test" }.map(\.id.number)
        #expect(toAna == toAna.sorted())
    }

    /// Waits until the result of the newest mail's attempt is in the database.
    private func booked(_ state: OutboxEntry.State, in world: World) async throws {
        while try world.portal.outbox(newest: 1).last?.state != state { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func accept(_ world: World, _ letter: SealedLetter) async throws {
        let text = try #require(MailFormat.Message(letter.bytes).text)
        let link = try #require(text.split(separator: "\n").first { $0.contains("/i/") })
        let secret = try #require(link.split(separator: "/").last.flatMap { Secret(wire: String($0)) })
        _ = try await world.portal.perform(
            [.acceptInvitation(session: world.portal.freshSecret())], for: .invitation(secret), because: world.press())
    }
}
