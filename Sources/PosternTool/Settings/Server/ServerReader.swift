import Glibc
import MailFormat
import MailTransport
import PortalCore

/// Reads `server.yaml`.
struct ServerReader {
    /// What relative paths begin at: the configuration's folder.
    let folder: String
    let secrets: SecretReader

    func read(_ root: Entry) -> ServerSettings? {
        guard var fields = root.fields() else { return nil }
        let site = fields.required("site", .site)
        let listen = listening(&fields)
        let data = fields.required("folder", .path).map(full)
        let templates = sharedFolder("templates", usually: "mail-templates", of: "mail templates", &fields)
        let locales = sharedFolder("locales", usually: "locales", of: "tables of languages", &fields)
        let proxies = fields.list("trusted_proxies").compactMap { $0.read(.ipAddress) }
        let limits = limits(&fields)
        let mail = fields.requiredGroup("mail").flatMap { MailReader(folder: folder, secrets: secrets).read($0) }
        let payments = PaymentServiceReader(secrets: secrets).read(&fields)
        fields.finish()
        guard let site, let listen, let data, let templates, let locales, let limits, let mail else { return nil }
        return ServerSettings(
            site: site, listen: listen, folder: data, templates: templates, locales: locales,
            trustedProxies: proxies, mail: mail.limited(to: limits), limits: limits, paymentSecrets: payments)
    }

    /// The folder that is named, or the first of the usual ones that is there: beside the configuration's folder, then
    /// where `make install` puts them.
    private func sharedFolder(
        _ key: String, usually name: String, of what: String, _ fields: inout Fields
    ) -> String? {
        let usual = [full("../\(name)"), LocalFile.besideTheProgram("../share/postern/\(name)")]
        let path =
            if let named = fields.find(key) { named.read(.path).map(full) } else {
                usual.first(where: LocalFile.exists) ?? usual[0]
            }
        if let path, !LocalFile.exists(path) {
            fields.entry.problem("the folder of the \(what) is not at \(path): say where with `\(key)`")
        }
        return path
    }

    private func listening(_ fields: inout Fields) -> ServerSettings.Listening? {
        let usual = ServerSettings.Listening(host: "127.0.0.1", port: 8080)
        guard let entry = fields.find("listen") else { return usual }
        guard var fields = entry.fields() else { return nil }
        let host = fields.optional("host", .ipAddress, default: usual.host)
        let port = fields.optional("port", .number(0...65535), default: usual.port)
        fields.finish()
        guard let host, let port else { return nil }
        return ServerSettings.Listening(host: host, port: port)
    }

    private func limits(_ fields: inout Fields) -> ServerSettings.Limits? {
        let usual = ServerSettings.Limits()
        guard let entry = fields.find("limits") else { return usual }
        guard var fields = entry.fields() else { return nil }
        let mail = fields.optional("mail", .size(65536...100 << 20), default: usual.mail)
        let upload = fields.optional("upload", .size(65536...1 << 30), default: usual.upload)
        let file = fields.optional("file", .size(65536...1 << 30), default: usual.file)
        let storage = fields.optional("storage", .size(65536...1 << 50), default: usual.storage)
        fields.finish()
        guard let mail, let upload, let file, let storage else { return nil }
        return ServerSettings.Limits(mail: mail, upload: upload, file: file, storage: storage)
    }

    private func full(_ path: String) -> String {
        path.utf8.first == UInt8(ascii: "/") ? path : "\(folder)/\(path)"
    }
}

extension MailSettings {
    fileprivate func limited(to limits: ServerSettings.Limits) -> MailSettings {
        guard case .servers(let submission, var mailbox) = route else { return self }
        mailbox.limits.mailBytes = limits.mail
        var copy = self
        copy.route = .servers(submission: submission, mailbox: mailbox)
        return copy
    }
}

extension Form where Value == SiteAddress {
    /// Secrets travel in links, so only this machine itself may do without TLS.
    fileprivate static var site: Form {
        Form("should be like https://portal.example (http:// only for localhost), without a path") { written in
            guard let address = WebAddress(written.text), address.isSecure || address.isLoopback,
                address.path.utf8.elementsEqual("".utf8) || address.path.utf8.elementsEqual("/".utf8)
            else { return nil }
            let port = address.port.map { ":\($0)" } ?? ""
            return SiteAddress(base: "\(address.isSecure ? "https" : "http")://\(address.host)\(port)")
        }
    }
}

extension Form where Value == String {
    static var path: Form {
        Form("should be a path; a relative one begins at this file's folder") { Form.line(1000).read($0) }
    }

    fileprivate static var ipAddress: Form {
        Form("should be an IP address, like 127.0.0.1 or ::1") { written in
            var address = in6_addr()
            let isAddress =
                inet_pton(AF_INET, written.text, &address) == 1 || inet_pton(AF_INET6, written.text, &address) == 1
            return isAddress ? written.text : nil
        }
    }
}
