import ArgumentParser
import MailFormat

/// `postern doctor`
struct Doctor: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Try everything that the portal needs, and say what to do about what is wrong.",
        discussion: """
            Logs in to the mail servers, sends a mail to a reply address and waits for it, looks at what the servers wrote \
            on it, at the machine and at the configuration. The mail is removed again; a running portal is not disturbed.

            Examples:
              postern doctor
              postern doctor --mail outside.eml     what a mail that came from outside shows of your border

            Exit code 1 when something does not work or cannot be trusted.
            """)

    @OptionGroup var common: ConfigurationOption
    @OptionGroup var output: OutputOption

    @Option(
        name: .customLong("mail"),
        help: ArgumentHelp("A mail as it lies in the mailbox, that somebody sent from outside.", valueName: "file"))
    var mail: String?

    func answer() async throws -> String {
        let findings = if let mail { try survey(mail) } else { try await examine() }
        let text = output.json ? findings.table.json : findings.text
        guard findings.contains(where: { $0.weight == .fault }) else { return text }
        print(text)
        throw VerbFailure("something is wrong: see ✗ above")
    }

    private func examine() async throws -> [Finding] {
        let configuration = common.configuration
        let reading = configuration.readAll(secrets: .described)
        guard !reading.problems.contains(where: { $0.weight == .error }) else {
            return [.fault("configuration", "it has problems", "run `postern check --config \(common.folder)`")]
        }
        let server = try configuration.serverSettings(secrets: .needed)
        let machine =
            [Finding.fine("configuration", "\(common.folder) is fine")]
            + MachineCheck(server: server, configuration: configuration).findings
        guard case .servers(let submission, let mailbox) = server.mail.route else {
            return machine + [.fine("mail", "local mode: mail stays in folders of this machine")]
        }
        return machine
            + (try await RoundTrip(settings: server, submission: submission, mailbox: mailbox).findings())
    }

    private func survey(_ path: String) throws -> [Finding] {
        let server = try common.configuration.serverSettings(secrets: .described)
        switch LocalFile.read(path, limit: 256 << 20) {
        case .failure(let fault): throw VerbFailure("\(path) \(fault)")
        case .success(let bytes):
            let header = Header(bytes)
            let traces = BorderSurvey(header).traces.map { Finding.fine("trace", $0.sentence) }
            return traces + BorderCheck(header: header, border: server.mail.border).findings
        }
    }
}

extension BorderSurvey.Trace {
    fileprivate var sentence: String {
        switch self {
        case .received(let host): "received by \(Escaped.text(host))"
        case .results(let id): "checked by \(Escaped.text(id))"
        case .unreadableResults: "results that cannot be read"
        }
    }
}
