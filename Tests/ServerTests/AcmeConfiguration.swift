import Foundation
import MailServers
import Testing

/// A folder with a small configuration, and with whatever the portal makes of it; gone with the value.
final class AcmeConfiguration: Sendable {
    let root: String
    var data: String { "\(root)/data" }

    /// - Parameter mail: the lines below `mail:` that say how mail travels.
    init(mail: String) throws {
        root = NSTemporaryDirectory() + "postern-acme-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        try Data(Self.server(mail).utf8).write(to: URL(fileURLWithPath: "\(root)/server.yaml"))
        _ = FileManager.default.createFile(
            atPath: "\(root)/password", contents: Data("secret\n".utf8), attributes: [.posixPermissions: 0o600])
        try Data(Self.portal.utf8).write(to: URL(fileURLWithPath: "\(root)/portal.yaml"))
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// The checkout that these tests stand in.
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The program that was built beside these tests.
    static let executable = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("postern").path

    /// The lines below `mail:` that name real servers.
    static func mail(_ servers: MailServers) -> String {
        """
          submission:
            host: localhost
            port: \(servers.ports.submission)
            security: starttls
            user: portal@portal.test
            password: file:password
            authorities: \(servers.certificateAuthority)
          mailbox:
            imap:
              host: localhost
              port: \(servers.ports.imaps)
              security: tls
              user: portal@portal.test
              password: file:password
              authorities: \(servers.certificateAuthority)
        """
    }

    private static func server(_ mail: String) -> String {
        """
        site: http://localhost:1
        listen: {host: 127.0.0.1, port: 0}
        folder: data
        templates: \(checkout)/mail-templates
        locales: \(checkout)/locales
        mail:
          address: replies@portal.test
          name: Portal
          together: 0
          on_page: 0
          border: {hosts: [mx.portal.test], ids: [mx.portal.test]}
        \(mail)
        """
    }

    private static let portal = """
        organizations:
          - slug: acme
            name: Acme Studio
            website: https://acme.test
            contact: ana@client.test
            color: "#0a7d5a"
            welcome: Welcome.
            locale: en
            time_zone: Europe/Berlin
            phases: [Brief, Design, Review, Finish, Done]
            staff:
              - {address: ana@client.test, name: Ana, role: owner}
            clients:
              - {address: dana@client.test, name: Dana, invite: yes}
              - {address: nobody@client.test, name: Nobody, invite: yes}
              - {address: bounces@client.test, name: Bounces, invite: yes}
            projects:
              - key: rebrand
                title: Rebrand
                phase: 2
                status: designing
                clients: [dana@client.test]
                staff: [ana@client.test]
                deliverables:
                  - {key: logo, title: Logo, type: logo, format: SVG, version: 1}
        """
}

/// Looks again and again until there is something.
///
/// - Throws: when there is nothing in all that time.
func wait<Value>(seconds: Int = 30, for what: String, _ look: () throws -> Value?) async throws -> Value {
    for _ in 0..<(seconds * 20) {
        if let found = try look() { return found }
        try await Task.sleep(for: .milliseconds(50))
    }
    throw NeverCame(what: what)
}

struct NeverCame: Error, CustomStringConvertible {
    let what: String
    var description: String { "\(what) never came" }
}
