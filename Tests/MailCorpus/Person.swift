/// Somebody who writes or is written to.
struct Person {
    let name: String
    let address: String

    init(_ chance: inout Chance, in language: Language) {
        name = chance.one(of: language.names)
        let domain = chance.one(of: [
            "client.example", "mail.example", "acme.example", "studio-nord.example", "example.org",
        ])
        address = "\(chance.token(chance.number(3...9)))@\(domain)"
    }

    var domain: String { String(Substring(address.utf8.drop { $0 != UInt8(ascii: "@") }.dropFirst())) }

    /// As From, To and Cc show it.
    func written(in charset: String, asQ: Bool) -> String {
        let name = Wire.header(name, in: charset, asQ: asQ)
        let needsQuotes = name.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        return needsQuotes ? "\"\(name)\" <\(address)>" : "\(name) <\(address)>"
    }
}
