import MailTransport
import PortalCore

/// Whether the certificates of the site and of the mail servers are in order, and how long they will be.
struct CertificateCheck {
    /// Seconds since 1970.
    let now: Int

    /// A server, and what may be the matter where it cannot be reached.
    struct Subject {
        let name: String
        let server: MailServer
        let language: MailProtocol
    }

    func findings(_ subjects: [Subject]) async throws -> [Finding] {
        let checkUp = try CertificateCheckUp()
        var findings: [Finding] = []
        for subject in subjects {
            do throws(ConnectionFault) {
                findings.append(
                    finding(subject, end: try await checkUp.end(of: subject.server, speaking: subject.language)))
            } catch {
                findings.append(Self.finding(subject, error))
            }
        }
        return findings
    }

    /// - Parameter end: seconds since 1970.
    func finding(_ subject: Subject, end: Int?) -> Finding {
        let name = "certificate of \(subject.name)"
        guard subject.server.security != .none else {
            return .fine("certificate", "\(subject.name) is on this machine, and needs none")
        }
        guard let end else {
            return .unknown("certificate", "the \(name) is in order, but its end is not told", "look at it by openssl")
        }
        let days = (end - now) / 86_400
        guard days >= Self.soon else {
            return .advice("certificate", "the \(name) ends in \(Count.text(days, "day"))", "renew it now")
        }
        return .fine("certificate", "the \(name) is in order for \(days) days")
    }

    /// Limit: those that renew themselves do so a month before.
    private static let soon = 14

    private static func finding(_ subject: Subject, _ fault: ConnectionFault) -> Finding {
        let text = Escaped.text(fault.detail)
        guard fault.kind == .untrusted else {
            return .unknown(
                "certificate", "that of \(subject.name) cannot be looked at: \(text)",
                "look at it from where people do: \(fault.advice)")
        }
        return .fault("certificate", "that of \(subject.name) is not in order: \(text)", fault.advice)
    }
}

extension CertificateCheck.Subject {
    /// The site as people reach it; nil for one without TLS, which is this machine's own.
    init?(site: SiteAddress) {
        guard let address = WebAddress(site.base), address.isSecure,
            let server = try? MailServer(
                host: address.host, port: address.port ?? 443, security: .implicitTLS, user: "", password: "")
        else { return nil }
        self.init(name: address.host, server: server, language: .http)
    }
}
