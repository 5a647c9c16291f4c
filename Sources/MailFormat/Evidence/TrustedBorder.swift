/// The mail server that first takes in mail from outside, as the administrator names it.
package struct TrustedBorder: Sendable, Hashable {
    /// The names behind `by` in the Received fields that it writes.
    package let hosts: [String]
    /// The identifiers with which its checks sign their Authentication-Results.
    package let authservIDs: [String]

    package init(hosts: [String], authservIDs: [String]) {
        self.hosts = hosts
        self.authservIDs = authservIDs
    }

    func owns(_ authservID: String) -> Bool {
        authservIDs.contains { DomainName.areEqual($0.utf8, authservID.utf8) }
    }

    func isHost(_ name: some Collection<UInt8>) -> Bool {
        hosts.contains { DomainName.areEqual($0.utf8, name) }
    }
}

/// What may be asked of two host names: ASCII case does not count, nor does a final dot.
package enum DomainName {
    /// Whether both are the same name; an empty one is none.
    package static func areEqual(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
        !one.isEmpty && canonical(one).elementsEqual(canonical(other))
    }

    /// Whether `name` is `domain` or lies beneath it. `domain` needs two labels: nobody answers for all of `.com`.
    package static func lies(_ name: some Collection<UInt8>, within domain: some Collection<UInt8>) -> Bool {
        let (name, domain) = (canonical(name), canonical(domain))
        guard domain.contains(ASCII.dot), domain.first != ASCII.dot, name.count > domain.count else {
            return !domain.isEmpty && name.elementsEqual(domain)
        }
        return name.suffix(domain.count).elementsEqual(domain) && name[name.count - domain.count - 1] == ASCII.dot
    }

    private static func canonical(_ name: some Collection<UInt8>) -> [UInt8] {
        let lowered = name.asciiLowercased
        return lowered.last == ASCII.dot ? lowered.dropLast() : lowered
    }
}
