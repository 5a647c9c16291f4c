package import MailFormat
package import MailSignatures
import PortalCore

// Our own evidence for a sender, where the border host gives none.
extension MailReceiver {
    /// How this installation reads a mail, with all that our own check finds, for people who look. Asks the DNS.
    package func examine(_ message: MailFormat.Message) async -> (reading: MailReading, check: CheckedSender?) {
        let reading = reading(of: message)
        guard let check, case .one(let sender) = reading.evidence.sender else { return (reading, nil) }
        let checked = await check.check(message, from: sender, at: Int(clamping: portal.now.seconds), .all)
        return (needsCheck(reading, of: message) ? reading.adding(checked) : reading, checked)
    }

    /// The reading with our own evidence, where there may be any.
    func checked(_ reading: MailReading, of message: MailFormat.Message) async -> MailReading {
        guard let check, needsCheck(reading, of: message), case .one(let sender) = reading.evidence.sender else {
            return reading
        }
        return reading.adding(await check.check(message, from: sender, at: Int(clamping: portal.now.seconds)))
    }

    /// Whether the DNS is asked about a mail: a person's, of which the border host says nothing, signed by somebody who may
    /// speak for its sender, and written to the reply address. That a server notes the address on the way is not enough: any
    /// signed mail can be sent there by anybody who once saw it.
    func needsCheck(_ reading: MailReading, of message: MailFormat.Message) -> Bool {
        guard check != nil, reading.reply != nil, case .none = reading.evidence.authentication,
            case .one(let sender) = reading.evidence.sender,
            Addressee(writtenIn: message, at: mailbox) == reading.addressee
        else { return false }
        return SenderCheck.canTell(message, from: sender)
    }
}
