import ArgumentParser
import MailFormat
import MailSignatures
import MailTransport
import PortalCore

/// `postern doctor`
struct Doctor: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Try everything that the portal needs, and say what to do about what is wrong.",
        discussion: """
            Logs in to the mail servers, sends a mail to a reply address and waits for it, looks at what the servers wrote \
            on it, at its signature, at certificates, at the sending domain in the DNS, at the machine and at the \
            configuration. The mail is removed again; a running portal is not disturbed.

            Decisions by mail wait for a button on a page until this has passed once: nothing marked ✗, and the border seen \
            at its work. A change of the mail servers or of the border needs it anew.

            Examples:
              postern doctor
              postern doctor --mail outside.eml     with a mail that came from outside, where our own does not pass the border

            Exit code 1 when something does not work or cannot be trusted.
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var output: OutputOption

    @Option(
        name: .customLong("mail"),
        help: ArgumentHelp("A mail as it lies in the mailbox, that somebody sent from outside.", valueName: "file"))
    var mail: String?

    func answer() async throws -> String {
        let findings = try await examine()
        let text = output.json ? findings.table.json : findings.text
        guard findings.contains(where: { $0.weight == .fault }) else { return text }
        print(text)
        throw VerbFailure("something is wrong: see ✗ above")
    }

    private func examine() async throws -> [Finding] {
        let configuration = common.configuration
        let outside = try mail.map(Self.header)
        let reading = configuration.readAll(secrets: .described)
        guard let portal = reading.portal, !reading.problems.contains(where: { $0.weight == .error }) else {
            return [.fault("configuration", "it has problems", "run `postern check --config \(common.folder)`")]
        }
        let server = try configuration.serverSettings(secrets: .needed)
        let examination = Examination(
            configuration: configuration, server: server,
            timeZones: portal.desired.organizations.map(\.settings.timeZone),
            records: TextRecords(asking: try Resolver()), outside: outside)
        let findings = Self.configuration(common.folder, reading.problems) + (try await examination.findings())
        return findings + (try sending(server)) + (try await consequence(of: findings, server))
    }

    private static func configuration(_ folder: String, _ warnings: [Problem]) -> [Finding] {
        guard !warnings.isEmpty else { return [.fine("configuration", "\(folder) is fine")] }
        return warnings.map { .advice("configuration", "\($0.place): \($0.text)", "see there") }
    }

    private func sending(_ server: ServerSettings) throws -> [Finding] {
        guard Installation.exists(in: server.folder) else { return [] }
        let portal = try Portal(server)
        defer { portal.close() }
        return SendingCheck.findings(try portal.stoppedOrganizations())
    }

    private func consequence(of findings: [Finding], _ server: ServerSettings) async throws -> [Finding] {
        guard server.mail.setup != .local, Installation.exists(in: server.folder) else { return [] }
        let portal = try Portal(server)
        defer { portal.close() }
        return [try await Consequence.finding(of: findings, for: portal)]
    }

    private static func header(_ path: String) throws -> Header {
        switch LocalFile.read(path, limit: 256 << 20) {
        case .failure(let fault): throw VerbFailure("\(path) \(fault)")
        case .success(let bytes): return Header(bytes)
        }
    }
}
