package import MailFormat

/// Delivers into a Maildir instead of to a server: for trying Postern out, and for a local mail system that takes from there.
///
/// `Return-Path` and `Delivered-To` stand on top of each mail and say what the envelope said.
package actor MaildirDelivery: OutgoingMail {
    private let maildir: Maildir
    private let thread: BlockingThread

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    package init(_ maildir: Maildir) throws(ResourceExhausted) {
        self.maildir = maildir
        thread = try BlockingThread()
    }

    package func deliver(
        _ message: [UInt8], from sender: EmailAddress, to recipient: EmailAddress
    ) async -> DeliveryAttempt {
        let trace = "Return-Path: <\(sender.text)>\r\nDelivered-To: \(recipient.text)\r\n"
        do {
            try maildir.prepare()
            return .accepted(try maildir.deliverOnce(Array(trace.utf8) + message))
        } catch {
            return .deferred(code: nil, text: escapedLine(error.description.utf8))
        }
    }
}
