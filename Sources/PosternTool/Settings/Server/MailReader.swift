import MailFormat
import MailTransport

/// Reads the `mail` group of `server.yaml`.
struct MailReader {
    let folder: String
    let secrets: SecretReader

    func read(_ given: Fields) -> MailSettings? {
        var fields = given
        let address = fields.required("address", .address)
        let name = fields.optional("name", .line(), default: "Postern")
        let local = fields.find("local")
        let border = border(&fields, local: local != nil, address)
        let checks = fields.optional("check_signatures", .onOrOff, default: true)
        let together = fields.optional("together", .minutes, default: 5)
        let onPage = fields.optional("on_page", .minutes, default: 2)
        let signing = fields.find("dkim").map { SigningReader(secrets: secrets).read($0, for: address) }
        let route = local.map { readLocal($0) } ?? readServers(&fields)
        fields.finish()
        guard let address, let name, let border, let checks, let together, let onPage, let route,
            signing != .some(.wrong)
        else { return nil }
        return MailSettings(
            address: address, name: name, border: border, checksSignatures: checks, together: together,
            onPage: onPage, signer: signing?.signer, route: route)
    }

    /// In local mode there is no server that others could pose as.
    private func border(_ fields: inout Fields, local: Bool, _ address: EmailAddress?) -> TrustedBorder? {
        let found = fields.find("border")
        if found == nil, local, let address {
            return TrustedBorder(hosts: [address.domain], authservIDs: [address.domain])
        }
        guard let found else {
            fields.entry.problem("lacks the group `border`, which names the server that checks incoming mail first")
            return nil
        }
        guard var border = found.fields() else { return nil }
        let hosts = names("hosts", .hostName, &border)
        let ids = names("ids", .authservID, &border)
        let sealers = border.list("trusted_sealers").compactMap { $0.read(.hostName) }
        border.finish()
        guard !hosts.isEmpty, !ids.isEmpty else { return nil }
        return TrustedBorder(hosts: hosts, authservIDs: ids, trustedSealers: sealers)
    }

    private func names(_ key: String, _ form: Form<String>, _ fields: inout Fields) -> [String] {
        let names = fields.list(key).compactMap { $0.read(form) }
        if names.isEmpty { fields.entry.problem("lacks `\(key)`, a list of names like mx.portal.example") }
        return names
    }

    private func readLocal(_ entry: Entry) -> MailSettings.Route? {
        guard var fields = entry.fields() else { return nil }
        let outgoing = fields.required("outgoing", .path)
        let incoming = fields.required("incoming", .path)
        fields.finish()
        guard let outgoing, let incoming else { return nil }
        return .local(outgoing: full(outgoing), incoming: full(incoming))
    }

    private func readServers(_ fields: inout Fields) -> MailSettings.Route? {
        let submission = fields.requiredGroup("submission").flatMap { group in
            var group = group
            let server = server(&group, implicitTLS: 465, startTLS: 587)
            group.finish()
            return server
        }
        let mailbox = fields.requiredGroup("mailbox").flatMap { group in
            var group = group
            let imap = group.requiredGroup("imap").flatMap(readMailbox)
            group.finish()
            return imap
        }
        guard let submission, let mailbox else { return nil }
        return .servers(submission: submission, mailbox: mailbox)
    }

    private func readMailbox(_ given: Fields) -> IMAPSettings? {
        var fields = given
        let server = server(&fields, implicitTLS: 993, startTLS: 143)
        let folder = fields.optional("folder", .mailFolder, default: .inbox)
        fields.finish()
        guard let server, let folder else { return nil }
        var settings = IMAPSettings(server: server)
        settings.folder = folder
        return settings
    }

    private func full(_ path: String) -> String {
        path.utf8.first == UInt8(ascii: "/") ? path : "\(folder)/\(path)"
    }
}

extension MailReader {
    /// The keys that a submission server and a mailbox have in common, with the ports of RFC 8314 §3.
    private func server(_ fields: inout Fields, implicitTLS: Int, startTLS: Int) -> MailServer? {
        let host = fields.required("host", .line(253))
        let security = fields.optional("security", .word(), default: SecurityWord.tls)
        let port = fields.optional(
            "port", .number(1...65535), default: security == .starttls ? startTLS : implicitTLS)
        let login = login(&fields)
        let authorities = fields.optional("authorities", .path).map(full)
        guard let host, let security, let port, let login else { return nil }
        if let authorities, !LocalFile.exists(authorities) {
            fields.entry.problem("the file `authorities` is not there")
        }
        do throws(MailServer.Problem) {
            return try MailServer(
                host: host, port: port, security: security.meaning, user: login.user, password: login.password,
                certificateAuthority: authorities)
        } catch {
            fields.entry.problem(error.description)
            return nil
        }
    }

    private func login(_ fields: inout Fields) -> (user: String, password: String)? {
        let user = fields.optional("user", .line(254), default: "")
        let password = fields.find("password").map { secrets.secret($0) } ?? ""
        guard let user, let password else { return nil }
        return (user, password)
    }
}

/// How a connection is protected, in the words of configuration.
private enum SecurityWord: String, CaseIterable {
    case tls, starttls, none

    var meaning: MailServer.Security {
        switch self {
        case .tls: .implicitTLS
        case .starttls: .startTLS
        case .none: .none
        }
    }
}

extension Form where Value == String {
    fileprivate static var hostName: Form {
        Form("should be a host name, like mx.portal.example") { written in
            let bytes = written.text.utf8
            let isName =
                bytes.count <= 253 && bytes.contains(where: \.isLetterOrDigit)
                && bytes.allSatisfy { $0.isLetterOrDigit || ".-*".utf8.contains($0) }
            return isName ? written.text : nil
        }
    }

    /// The same, or the word for a server that writes no identifier.
    fileprivate static var authservID: Form {
        Form("should be a host name, like mx.portal.example") { written in
            written.text == TrustedBorder.noIdentifier ? written.text : hostName.read(written)
        }
    }
}

extension Form where Value == MailFolder {
    fileprivate static var mailFolder: Form {
        Form("should be a folder in plain ASCII with / between its levels, like INBOX") { MailFolder($0.text) }
    }
}
