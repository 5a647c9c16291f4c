import MailFormat
import PortalCore

/// Reads the list `links`.
struct LinkReader {
    let people: ConfiguredPeople
    let secrets: SecretReader

    func read(_ fields: inout Fields) -> [PortalLinkSettings] {
        var links: [PortalLinkSettings] = []
        for entry in fields.list("links") {
            guard let link = readOne(entry) else { continue }
            if links.contains(where: { $0.client == link.client && $0.name.utf8.elementsEqual(link.name.utf8) }) {
                entry.problem("\(link.client) has two links of this name")
            }
            links.append(link)
        }
        return links
    }

    private func readOne(_ entry: Entry) -> PortalLinkSettings? {
        guard var fields = entry.fields() else { return nil }
        let client = client(&fields)
        let name = fields.required("name", .line(60))
        let code = fields.find("access_code").map(readCode)
        let days = fields.optional("expires", .days)
        let notified = fields.optional("notifications", .onOrOff, default: true)
        fields.finish()
        guard let client, let name, let notified else { return nil }
        return PortalLinkSettings(client: client, name: name, code: code ?? nil, days: days, notified: notified)
    }

    private func client(_ fields: inout Fields) -> EmailAddress? {
        let address = fields.required("client", .address)
        guard let address, let entry = fields.find("client") else { return nil }
        guard let person = people.find(address), person.role == .client else {
            entry.problem("\(address) is not among the organization's `clients`")
            return nil
        }
        if !person.admitted { entry.problem("\(address) has no access any more (access: ended)") }
        return address
    }

    private func readCode(_ entry: Entry) -> SixDigitCode? {
        guard entry.begins(with: "env:") || entry.begins(with: "file:") else { return entry.read(.accessCode) }
        guard let secret = secrets.secret(entry), !secret.utf8.isEmpty else { return nil }
        let code = SixDigitCode(secret)
        if code == nil { entry.problem("the secret should be six digits") }
        return code
    }
}
