/// Which module may import which: the arrows of ARCHITECTURE.md, where the same table stands.
///
/// SwiftPM builds a module that imports what its target does not name, as long as something else does; so this table,
/// and a test that reads the import lines, hold the arrows.
enum Arrows {
    struct Module {
        let name: String
        /// Modules of ours.
        let own: [String]
        /// Modules of others; `Swift` itself goes without saying.
        let others: [String]
        /// Others that only files in this folder of the module may import.
        var confined: [String: String] = [:]
    }

    static let modules = [
        Module(name: "CCurl", own: [], others: []),
        Module(name: "CHaru", own: [], others: []),
        Module(name: "COpenSSL", own: [], others: []),
        Module(name: "CResolv", own: [], others: []),
        Module(name: "CPixbuf", own: [], others: []),
        Module(name: "MailFormat", own: [], others: ["Glibc"]),
        Module(name: "Pictures", own: ["CPixbuf"], others: ["Glibc", "Synchronization"]),
        Module(name: "Localization", own: [], others: []),
        Module(name: "Templates", own: ["Localization"], others: []),
        Module(name: "MailSignatures", own: ["COpenSSL", "MailFormat"], others: []),
        Module(
            name: "MailTransport", own: ["CCurl", "CResolv", "MailFormat"],
            others: ["Glibc", "Logging", "Synchronization"]),
        Module(
            name: "PortalCore", own: ["COpenSSL", "MailFormat", "Pictures"],
            others: ["Foundation", "Glibc", "Synchronization"],
            confined: ["GRDB": "Storage", "GRDBSQLite": "Storage"]),
        Module(name: "InvoicePDF", own: ["CHaru", "Localization", "MailFormat", "PortalCore"], others: ["Foundation"]),
        Module(
            name: "MailChannel",
            own: ["InvoicePDF", "Localization", "MailFormat", "MailSignatures", "PortalCore", "Templates"],
            others: ["Foundation", "Glibc", "Logging"]),
        Module(
            name: "WebChannel", own: ["InvoicePDF", "Localization", "MailFormat", "PortalCore", "Templates"],
            others: [
                "Foundation", "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore",
                "NIOHTTP1", "NIOHTTPTypes", "NIOPosix", "Synchronization",
            ]),
        Module(
            name: "DevelopersMailbox", own: ["Localization", "MailFormat", "MailTransport", "Templates"],
            others: ["Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore"]),
        Module(
            name: "PosternTool",
            own: [
                "DevelopersMailbox", "Localization", "MailChannel", "MailFormat", "MailSignatures", "MailTransport",
                "PortalCore", "Templates", "WebChannel",
            ],
            others: [
                "ArgumentParser", "Foundation", "Glibc", "Hummingbird", "Logging", "ServiceLifecycle", "UnixSignals",
                "Yams",
            ]),
    ]

    /// The table as ARCHITECTURE.md shows it.
    static var written: String {
        let width = (modules.map(\.name.utf8.count).max() ?? 0) + 2
        return modules.map { module in
            let others = module.others + module.confined.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
            let own = module.own.isEmpty ? "–" : module.own.joined(separator: " ")
            let name = module.name + String(repeating: " ", count: width - module.name.utf8.count)
            let more = others.isEmpty ? "" : String(repeating: " ", count: width) + others.joined(separator: " ") + "\n"
            return "\(name)\(own)\n\(more)"
        }.joined()
    }
}
