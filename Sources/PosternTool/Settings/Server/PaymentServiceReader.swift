import PortalCore

/// Reads the list `payment_services`: who may report payments, and by which secret they sign.
struct PaymentServiceReader {
    let secrets: SecretReader

    func read(_ fields: inout Fields) -> [String: String] {
        var found: [String: String] = [:]
        for entry in fields.list("payment_services") {
            guard var service = entry.fields() else { continue }
            let slug = service.required("organization", .key())
            let secret = service.find("secret").flatMap { secrets.secret($0) }
            if service.find("secret") == nil { entry.problem("lacks the key `secret`: env:NAME or file:path") }
            service.finish()
            guard let slug, let secret else { continue }
            if found[slug] != nil { entry.problem("the organization `\(slug)` stands here more than once") }
            found[slug] = secret
        }
        return found
    }
}
