import DevelopersMailbox
import Foundation
import Logging
import MailServers
import MailTransport
import Synchronization
import Testing

@testable import PortalCore
@testable import PosternTool

/// Every row of the product's table, with all of its mail carried by a real Postfix and a real Dovecot.
@Suite("Every row, over real mail servers")
struct StoryAgainstServersTests {
    @Test("the story comes true, and walks each row", .timeLimit(.minutes(8)))
    func story() async throws {
        try await MailServers.running { servers in
            let rows = Rows()
            try await LocalPortal.run(mail: { try Self.settings(servers) }) { local in
                let courier = Task { try await Courier(servers, local.ground).carry() }
                defer { courier.cancel() }
                try await local.playStory { rows.note($0) }
            }
            #expect(rows.seen == Set(1...50).union([68]))
        }
    }

    /// The way that mail takes, as `server.yaml` says it.
    private static func settings(_ servers: MailServers) throws -> MailSettings {
        let configuration = try AcmeConfiguration(mail: AcmeConfiguration.mail(servers))
        let reading = Configuration(folder: configuration.root).readAll(secrets: .needed)
        return try #require(reading.server, "\(reading.problems)").mail
    }
}

/// The numbers at the beginning of the story's lines.
private final class Rows: Sendable {
    private let numbers = Mutex<Set<Int>>([])

    var seen: Set<Int> { numbers.withLock { $0 } }

    func note(_ line: String) {
        guard let number = Int(line.drop { $0 == " " }.prefix(while: \.isNumber)) else { return }
        _ = numbers.withLock { $0.insert(number) }
    }
}

/// Takes what the portal sent from everybody's mailbox to the developers' mailbox, where the story reads it; and what is
/// written there to the border server, as its writer's own server would bring it.
private struct Courier {
    private let servers: MailServers
    private let ground: DemoGround
    private var carried: Set<String> = []

    init(_ servers: MailServers, _ ground: DemoGround) {
        (self.servers, self.ground) = (servers, ground)
    }

    func carry() async throws {
        var courier = self
        while !Task.isCancelled {
            try courier.bringToPeople()
            try await courier.bringToPortal()
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private mutating func bringToPeople() throws {
        for person in servers.people where person != MailServers.portalAddress {
            for file in servers.files(of: person) where carried.insert("\(person)/\(file.name)").inserted {
                _ = try ground.outgoing.deliver(Array("Delivered-To: \(person)\r\n".utf8) + file.bytes)
            }
        }
    }

    private func bringToPortal() async throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: ground.incoming.new).sorted() {
            let path = "\(ground.incoming.new)/\(name)"
            let lines = try #require(FileManager.default.contents(atPath: path)).split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let trace = lines.prefix(while: Self.isTrace)
            let sender = try #require(Self.address(in: trace, "Return-Path:"))
            let recipient = try #require(Self.address(in: trace, "Delivered-To:"))
            try await servers.bring(
                Array(lines.dropFirst(trace.count).joined(separator: [UInt8(ascii: "\n")])), from: sender, to: recipient
            )
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// What the developers' mailbox writes on top for a portal without mail servers: real ones write their own.
    private static func isTrace(_ line: Data) -> Bool {
        line.first == UInt8(ascii: "\t") || line.first == UInt8(ascii: " ")
            || ["Return-Path:", "Delivered-To:", "Authentication-Results:", "Received:"].contains {
                line.starts(with: $0.utf8)
            }
    }

    private static func address(in trace: ArraySlice<Data>, _ field: String) -> String? {
        trace.first { $0.starts(with: field.utf8) }.map {
            String(decoding: $0.dropFirst(field.utf8.count), as: UTF8.self).trimmingCharacters(
                in: CharacterSet(charactersIn: "<> \r"))
        }
    }
}
