import MailFormat

/// One mail on its way over one connection: MAIL, RCPT, DATA, the mail, the dot (RFC 5321 §3.3).
struct SMTPTransaction {
    enum Result {
        case settled(DeliveryAttempt)
        /// The server ended the connection before it knew anything of the mail: another connection may take it.
        case notBegun(DeliveryAttempt)
    }

    let session: SMTPSession
    let timing: SubmissionTiming
    let body: SMTPBody
    let sender: EmailAddress
    let recipient: EmailAddress

    private var isBegun = false
    private var isEndPerhapsSent = false

    init(
        _ body: SMTPBody, from sender: EmailAddress, to recipient: EmailAddress, over session: SMTPSession,
        timing: SubmissionTiming
    ) {
        (self.body, self.sender, self.recipient) = (body, sender, recipient)
        (self.session, self.timing) = (session, timing)
    }

    mutating func perform() -> Result {
        session.connection.isFinishing = false
        do {
            return try transact()
        } catch {
            session.abandon()
            return result(of: error)
        }
    }

    private func result(of fault: ConnectionFault) -> Result {
        let text = escapedLine(fault.description.utf8)
        if isEndPerhapsSent { return .settled(.unknown(text: text)) }
        let attempt = DeliveryAttempt.deferred(code: fault.code, text: text)
        return !isBegun && fault.kind == .closed ? .notBegun(attempt) : .settled(attempt)
    }

    private mutating func transact() throws(ConnectionFault) -> Result {
        let (mail, recipient) = ("MAIL FROM:<\(sender.text)>", "RCPT TO:<\(recipient.text)>")
        session.connection.phase = "MAIL"
        if session.pipelines { try session.send(mail, recipient, "DATA") }

        let mailReply = try reply(to: mail)
        if mailReply.isClosing { return .notBegun(.deferred(code: mailReply.code, text: mailReply.text)) }
        isBegun = true
        if !session.pipelines && !mailReply.isPositive { return try refused(mailReply) }

        session.connection.phase = "RCPT"
        let recipientReply = try reply(to: recipient)
        let refusal = [mailReply, recipientReply].first { !$0.isPositive }
        if let refusal, !session.pipelines { return try refused(refusal) }

        session.connection.phase = "DATA"
        if !session.pipelines { try session.send("DATA") }
        let dataReply = try session.nextReply(within: timing.dataStart)
        if let refusal {
            if dataReply.code == 354 { try endEmptyMail() }
            return try refused(refusal)
        }
        guard dataReply.code == 354 else { return try refused(dataReply) }
        return try sendMail()
    }

    private func reply(to command: String) throws(ConnectionFault) -> SMTPReply {
        if !session.pipelines { try session.send(command) }
        return try session.nextReply(within: timing.command)
    }

    /// RFC 2920 §3.1: a server may want the mail although it refused every recipient; it gets an empty one.
    private func endEmptyMail() throws(ConnectionFault) {
        try session.connection.send(SMTPBody.end, by: .now + timing.command)
        _ = try session.nextReply(within: timing.finalDot)
    }

    private mutating func sendMail() throws(ConnectionFault) -> Result {
        session.connection.isFinishing = true
        let mebibytes = body.bytes.count / 1_048_576 + 1
        do {
            try session.connection.send(body.bytes, by: .now + timing.dataMebibyte * mebibytes)
        } catch {
            // A server that cannot take the mail may say why before it hangs up.
            guard let reply = session.earlyReply(), !reply.isPositive else { throw error }
            session.abandon()
            return .settled(attempt(for: reply))
        }
        isEndPerhapsSent = true
        session.connection.phase = "final dot"
        try session.connection.send(SMTPBody.end, by: .now + timing.command)
        return .settled(attempt(for: try session.nextReply(within: timing.finalDot)))
    }

    /// Clears the transaction for the next mail. That it fails does not change what became of this one.
    private func refused(_ reply: SMTPReply) throws(ConnectionFault) -> Result {
        if session.isUsable {
            do {
                try session.send("RSET")
                if try !session.nextReply(within: timing.command).isPositive { session.abandon() }
            } catch {
                session.abandon()
            }
        }
        return .settled(attempt(for: reply))
    }

    private func attempt(for reply: SMTPReply) -> DeliveryAttempt {
        switch reply.code {
        case 200...299: .accepted(reply.text)
        // The server wants another login or TLS: our settings are wrong, not the mail (RFC 4954 §6).
        case 530, 534, 535, 538: .deferred(code: reply.code, text: reply.text)
        case 500...599: .rejected(code: reply.code, text: reply.text)
        default: .deferred(code: reply.code, text: reply.text)
        }
    }
}
