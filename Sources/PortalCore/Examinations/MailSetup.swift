/// How mail comes to a portal, as far as it matters for believing what it says of its sender.
package enum MailSetup: Equatable, Sendable {
    /// From a folder of this machine, into which nobody else writes.
    case local
    /// By mail servers whose settings have this digest. Mails decide nothing until they have stood an examination.
    case servers(ContentDigest)

    /// Nobody said how: never examined.
    package static let unknown = MailSetup.servers(ContentDigest(of: []))
}
