import MailFormat

/// Headers and addresses: values without line breaks, the same for LF and CR LF.
enum HeaderChecks {
    private static let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])

    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        let header = Header(bytes)
        check(header, in: bytes.count, &findings)
        guard LineEnds.areAllLF(bytes) else { return }
        let other = Header(LineEnds.withCRLF(bytes))
        findings.same(header.fields.map(\.name), other.fields.map(\.name), "names for LF and CR LF")
        findings.same(header.fields.map(\.text), other.fields.map(\.text), "values for LF and CR LF")
        findings.same(header.sender, other.sender, "the sender for LF and CR LF")
    }

    static func check(_ header: Header, in count: Int, _ findings: inout Findings) {
        for field in header.fields {
            findings.require(!field.name.utf8.isEmpty && !field.name.utf8.contains(58), "a field's name: \(field.name)")
            findings.require(!field.unfolded.contains { $0 == 10 }, "a line break in an unfolded value")
            findings.require(field.rawValue.startIndex >= 0 && field.rawValue.endIndex <= count, "a value outside")
            findings.require(field.text.utf8.count <= 12 * field.rawValue.count + 16, "a value grew: \(field.name)")
            _ = AuthenticationResults.parse(field.rawValue)
        }
        guard case .one(let sender) = header.sender else { return }
        findings.require(EmailAddress(sender.text) == sender, "a sender that is no address: \(sender)")
        _ = SenderAuthentication(header, sender: sender, border: border)
    }

    static func checkAddresses(_ bytes: [UInt8], _ findings: inout Findings) {
        let mailboxes = Mailbox.list(bytes)
        findings.require(mailboxes.count <= bytes.count + 1, "more addresses than bytes")
        for mailbox in mailboxes {
            let size = mailbox.name.utf8.count + mailbox.address.utf8.count
            findings.require(size <= 12 * bytes.count + 16, "an address grew")
            guard let address = EmailAddress(mailbox.address) else { continue }
            DraftChecks.checkRoundTrip(name: mailbox.name, address, &findings)
        }
        _ = Header(Array("From: ".utf8) + bytes + Array("\n\n".utf8)).sender
    }
}
