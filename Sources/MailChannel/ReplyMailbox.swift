package import MailFormat
package import PortalCore

/// The mailbox that the portal's mails come from, and that replies to them come back to by plus addresses.
package struct ReplyMailbox: Hashable, Sendable {
    /// The address itself: `replies@studio.example`.
    package let address: EmailAddress
    /// What tells this installation's mails from all others (`X-Postern-Instance`).
    package let instance: String

    /// Nil when a plus address of `address` would be none any more (RFC 5321 §4.5.3.1.1: 64 bytes before the `@`), or when
    /// `instance` is not made of 1 to 64 letters, digits, hyphens and dots.
    package init?(address: EmailAddress, instance: String) {
        guard address.tagged(String(repeating: "a", count: Self.longestTag)) != nil,
            (1...64).contains(instance.utf8.count),
            instance.utf8.allSatisfy({
                $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot
            })
        else { return nil }
        self.address = address
        self.instance = instance
    }

    /// Letters of a reply secret.
    private static let longestTag = 26

    /// The address to which one mail's replies, and its bounces, come back: `replies+secret@studio.example`.
    package func address(for secret: Secret) -> EmailAddress { address.tagged(secret.text) ?? address }

    /// Whether an address is this mailbox's own, with or without a tag.
    func owns(_ other: EmailAddress) -> Bool { other == address || other.tag(ofBase: address) != nil }

    /// The header field that marks our own mails.
    package static let instanceField = "X-Postern-Instance"
}
