import ArgumentParser
import Glibc
import MailFormat
import PortalCore

/// `postern apply`
struct Apply: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Bring the portal to what the configuration says.",
        discussion: """
            Doing it twice changes nothing the second time, and mails nobody. What the configuration does not name is \
            left as it is; say `access: ended` to take somebody's access away. An entry is carried out when it says \
            something new: what staff have changed on their pages since stays, and is listed. Can be run while \
            `postern serve` runs.

            Examples:
              postern apply --plan         say what would change, and who would be mailed
              postern apply                do it
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var output: OutputOption

    @Flag(help: "Only say what would change, and who would be mailed.")
    var plan = false

    @Flag(help: "Also bring back what staff have set otherwise on their pages.")
    var restore = false

    func answer() async throws -> String {
        let reading = common.configuration.readAll(secrets: plan ? .described : .needed)
        guard let server = reading.server, let desired = reading.portal else {
            throw ConfigurationFault(problems: reading.problems)
        }
        for warning in reading.problems { Aside.say("\(warning)") }
        return plan ? try await rehearse(desired, server) : try await carryOut(desired, server)
    }

    private func rehearse(_ desired: PortalSettings, _ server: ServerSettings) async throws -> String {
        try await Self.withPortal(of: server) { portal in
            let changes = try await Changes(portal, desired, restoring: restore)
            if output.json { return changes.table.json }
            guard !changes.isEmpty else {
                return "Nothing to do: the portal is as the configuration says.\(changes.left)"
            }
            let verb = restore ? "postern apply --restore" : "postern apply"
            return "\(changes.table.text)\n\n\(changes.summary): `\(verb)` does it.\(changes.left)"
        }
    }

    private func carryOut(_ desired: PortalSettings, _ server: ServerSettings) async throws -> String {
        let portal = try Installation.opened(server).portal
        defer { portal.close() }
        let changes = try await Changes(portal, desired, restoring: restore)
        guard !changes.isEmpty else {
            return output.json ? "[]" : "Nothing to do: the portal is as the configuration says.\(changes.left)"
        }
        Aside.say("Storing \(Count.text(desired.files.count, "file")) …")
        try desired.store(in: portal.contents, limit: server.limits.file)
        Aside.say("Applying \(Count.text(changes.plan.steps.count, "change")) …")
        let refused = try await portal.apply(changes.plan).filter { $0.outcome.objection != nil }
        guard refused.isEmpty else {
            let lines = refused.map { "  \($0.step.entry): \($0.outcome.objection ?? "")" }
            throw VerbFailure("not everything could be applied:\n\(lines.joined(separator: "\n"))")
        }
        return output.json ? changes.table.json : "\(changes.table.text)\n\nDone: \(changes.summary).\(changes.left)"
    }

    /// Opens the portal; where there is none yet, an empty one that is gone afterwards, so that looking leaves no trace.
    private static func withPortal<Value: Sendable>(
        of server: ServerSettings, _ body: (Portal) async throws -> Value
    ) async throws -> Value {
        if Installation.exists(in: server.folder) {
            let portal = try Portal(server)
            defer { portal.close() }
            return try await body(portal)
        }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let portal = try Portal(folder: folder.path)
        defer { portal.close() }
        return try await body(portal)
    }
}

/// A folder for an empty portal that nobody will see.
private struct TemporaryFolder {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(parent)/postern-plan-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw VerbFailure("no temporary folder could be made in \(parent): \(String(cString: strerror(errno)))")
        }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// An empty portal holds nothing but its database.
    func remove() {
        for name in LocalFile.names(in: path) { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
