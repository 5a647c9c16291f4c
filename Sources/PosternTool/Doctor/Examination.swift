import MailFormat
import MailSignatures
import MailTransport
import PortalCore

/// Everything that the doctor looks at.
struct Examination {
    let configuration: Configuration
    let server: ServerSettings
    let timeZones: [String]
    /// The DNS.
    let records: TextRecords
    /// The header of a mail that came from outside, where there is one to look at.
    var outside: Header?

    func findings() async throws -> [Finding] {
        let machine = MachineCheck(server: server, configuration: configuration, timeZones: timeZones).findings
        guard case .servers(let submission, let mailbox) = server.mail.route else {
            return machine + [.fine("mail", "local mode: mail stays in folders of this machine")] + traces
        }
        let domain = DomainCheck(
            domain: server.mail.address.domain.asciiLowercased, signer: server.mail.signer, records: records)
        let trip = RoundTrip(settings: server, submission: submission, mailbox: mailbox, records: records)
        return machine + (try await certificates(submission, mailbox)) + (await domain.findings())
            + borderSettled(try await trip.findings()) + traces
    }

    private func certificates(_ submission: MailServer, _ mailbox: IMAPSettings) async throws -> [Finding] {
        let check = CertificateCheck(now: Int(systemClock().milliseconds / 1000))
        let servers = [
            CertificateCheck.Subject(site: server.site),
            CertificateCheck.Subject(name: submission.host, server: submission, language: .smtp),
            CertificateCheck.Subject(name: mailbox.server.host, server: mailbox.server, language: .imap),
        ]
        return try await check.findings(servers.compactMap(\.self))
    }

    /// Where a mail from outside shows the border, our own mail need not have passed it.
    private func borderSettled(_ findings: [Finding]) -> [Finding] {
        findings.filter { outside == nil || $0.weight != .unknown || !$0.subject.isSame(BorderCheck.subject) }
    }

    /// What the mail from outside shows.
    private var traces: [Finding] {
        outside.map { OutsideMail(header: $0, border: server.mail.border).findings } ?? []
    }
}
