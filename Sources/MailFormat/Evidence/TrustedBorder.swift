/// The mail server that first takes in mail from outside, as the administrator names it.
///
/// `*` in a host or identifier stands for any letters, digits, hyphens and dots, for providers with many machines:
/// `*.mail.protection.outlook.com`.
package struct TrustedBorder: Sendable, Hashable {
    /// The names behind `by` in the Received fields that it writes.
    package let hosts: [String]
    /// The identifiers with which its checks sign their Authentication-Results.
    package let authservIDs: [String]
    /// Forwarders (`d=` of their ARC-Seal) whose mail may fail DMARC without being taken for forged.
    package let trustedSealers: [String]

    /// Stands among the identifiers for a border that writes none, as Microsoft 365 does.
    package static let noIdentifier = "(none)"

    package init(hosts: [String], authservIDs: [String], trustedSealers: [String] = []) {
        self.hosts = hosts
        self.authservIDs = authservIDs
        self.trustedSealers = trustedSealers
    }

    /// Whether results under this identifier are this border's.
    package func owns(_ authservID: String) -> Bool {
        authservIDs.contains { DomainName.matches(authservID.utf8, $0.utf8) }
    }

    /// Whether results without an identifier are this border's.
    var ownsNameless: Bool { authservIDs.contains { $0.utf8.elementsEqual(Self.noIdentifier.utf8) } }

    func isHost(_ name: some Collection<UInt8>) -> Bool { hosts.contains { DomainName.matches(name, $0.utf8) } }

    func trusts(sealer: some Collection<UInt8>) -> Bool {
        trustedSealers.contains { DomainName.areEqual($0.utf8, sealer) }
    }

    /// QUIRK: Google writes its results directly below its own Received line instead of above.
    static let hostsWithResultsBelow = ["mx.google.com"]
}
