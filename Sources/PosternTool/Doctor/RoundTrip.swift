import Logging
import MailChannel
import MailFormat
import MailSignatures
import MailTransport
import PortalCore

/// A mail from Postern to itself: out by the submission server, to a reply address, and back by the mailbox.
struct RoundTrip {
    let settings: ServerSettings
    let submission: MailServer
    let mailbox: IMAPSettings
    /// The DNS, by which the signature of the mail that came back is checked.
    let records: TextRecords
    /// How long the mail may take.
    var patience = Duration.seconds(60)

    /// What the way out, the way in, and the mail that came back show.
    func findings() async throws -> [Finding] {
        let checkUp = try MailboxCheckUp(mailbox)
        var findings: [Finding] = []
        do throws(ConnectionFault) {
            findings.append(Self.abilities(try await checkUp.logIn(), of: mailbox.server))
        } catch {
            findings.append(.fault("reading", Escaped.text(error.description), "see mail/mailbox in server.yaml"))
        }
        let probe = try probe()
        findings += try await trip(probe, checkUp, isReadable: findings.allSatisfy { $0.weight != .fault })
        await checkUp.leave()
        return findings
    }

    private func trip(_ probe: Probe, _ checkUp: MailboxCheckUp, isReadable: Bool) async throws -> [Finding] {
        let way = try Submission(
            submission, connections: 1, logger: Logger(label: "doctor") { _ in SwiftLogNoOpLogHandler() })
        let attempt = await way.deliver(probe.bytes, from: settings.mail.address, to: probe.recipient)
        await way.close()
        guard case .accepted = attempt else { return [Self.refusal(attempt, submission)] }
        let sent = Finding.fine("sending", "\(submission.host) takes mail from \(settings.mail.address)")
        guard isReadable else { return [sent] }
        return [sent] + (try await returned(probe, checkUp))
    }

    private func returned(_ probe: Probe, _ checkUp: MailboxCheckUp) async throws -> [Finding] {
        let begin = ContinuousClock.now
        while ContinuousClock.now - begin < patience {
            do throws(ConnectionFault) {
                if let bytes = try await checkUp.take(probe.message) {
                    return await [Self.arrival(after: ContinuousClock.now - begin)] + examined(bytes, probe)
                }
            } catch {
                return [.fault("round trip", Escaped.text(error.description), "see mail/mailbox in server.yaml")]
            }
            try await Task.sleep(for: .milliseconds(300))
        }
        return [
            .fault(
                "round trip", "a mail to \(probe.recipient) did not come back within \(patience)",
                "let \(settings.mail.address) take plus addresses (recipient_delimiter), and look into the server's log"
            )
        ]
    }

    private func examined(_ bytes: [UInt8], _ probe: Probe) async -> [Finding] {
        let mail = MailFormat.Message(bytes)
        let border = BorderCheck(header: mail.header, border: settings.mail.border, planted: probe.nonce)
        let signature = SignatureCheckUp(mail: mail, settings: settings.mail, records: records)
        return await [Self.clock(BorderSurvey(mail.header).newest), signature.finding()] + border.findings
    }

    private static func abilities(_ names: [String], of server: MailServer) -> Finding {
        let missing = ["IDLE", "MOVE", "UIDPLUS"].filter { !names.contains($0) }
        guard !missing.isEmpty else { return .fine("reading", "\(server.host) lets us in, and has all that we use") }
        return .advice(
            "reading", "\(server.host) lets us in, but lacks \(missing.joined(separator: ", "))",
            "it works without, only slower; a newer server has them")
    }

    private static func refusal(_ attempt: DeliveryAttempt, _ server: MailServer) -> Finding {
        let text =
            switch attempt {
            case .accepted(let text), .rejected(_, let text), .deferred(_, let text), .unknown(let text): text
            }
        return .fault("sending", Escaped.text(text), "see mail/submission in server.yaml")
    }

    /// Codes and links end by this machine's clock, and people compare its times with theirs.
    private static func clock(_ theirs: Int?) -> Finding {
        guard let theirs else { return .advice("clock", "the mail server names no time", "compare the clock yourself") }
        let difference = Int(systemClock().milliseconds / 1000) - theirs
        guard abs(difference) <= 90 else {
            return .fault(
                "clock", "it is \(abs(difference)) seconds \(difference > 0 ? "ahead of" : "behind") the mail server's",
                "let chrony or systemd-timesyncd keep it right")
        }
        return .fine("clock", "it agrees with the mail server's")
    }

    private static func arrival(after time: Duration) -> Finding {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return .fine("round trip", "a mail to a plus address came back after \((seconds * 10).rounded() / 10) seconds")
    }
}

extension RoundTrip {
    /// The mail that is sent: marked as our own, so that a running portal does nothing with it, and with a forged result in
    /// the border's name.
    private struct Probe {
        let message: MessageID
        let recipient: EmailAddress
        let nonce: String
        let bytes: [UInt8]
    }

    private func probe() throws -> Probe {
        let nonce = String(ContentDigest(of: systemRandomness(32)).description.prefix(20))
        let address = settings.mail.address
        guard let message = MessageID("doctor-\(nonce)@\(address.domain)"),
            let recipient = EmailAddress("\(address.localPart)+doctor\(nonce)@\(address.domain)")
        else { throw VerbFailure("mail/address in server.yaml is too long to take reply addresses", .usage) }
        var draft = Draft(
            from: Draft.Correspondent(name: "Postern", address: address),
            to: [Draft.Correspondent(address: recipient)], subject: "A test of this portal's mail",
            date: Int(systemClock().milliseconds / 1000), messageID: message,
            text: "Sent by `postern doctor`, which removes it again. Nothing is to be done.")
        let forged = "\(settings.mail.border.authservIDs.first ?? address.domain); none (\(nonce))"
        draft.fields = [
            Draft.Field(ReplyMailbox.instanceField, try ReplyMailbox(settings).instance),
            Draft.Field("Auto-Submitted", "auto-generated"), Draft.Field("Authentication-Results", forged),
        ].compactMap { $0 }
        let bytes = draft.rendered()
        return Probe(
            message: message, recipient: recipient, nonce: nonce,
            bytes: settings.mail.signer?.sign(bytes, at: Int(systemClock().milliseconds / 1000)) ?? bytes)
    }
}
