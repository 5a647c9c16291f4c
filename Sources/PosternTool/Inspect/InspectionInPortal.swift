import MailChannel
import MailFormat
import MailSignatures
import PortalCore

/// What this installation would do with a mail, and on what evidence.
struct InspectionInPortal {
    let reading: MailReading
    /// What our own check of its signatures found; nil where there is none.
    let check: CheckedSender?
    let outcomes: [Outcome]
    /// The words that the organization has besides the usual ones to whose reply address it was sent.
    let words: OwnWords
    /// Whether `postern doctor` has passed with these mail servers.
    let isExamined: Bool

    /// Rehearses the mail; nothing is kept, changed or sent.
    init(of message: MailFormat.Message, in installation: Installation) async throws {
        let receiver = try MailReceiver(installation.server, portal: installation.portal)
        (reading, check) = await receiver.examine(message)
        outcomes = try await receiver.rehearse(reading)
        if case .reply(let secret) = reading.addressee {
            words = try installation.portal.replySubject(secret)?.words ?? OwnWords()
        } else {
            words = OwnWords()
        }
        isExamined = try installation.portal.isMailExamined()
    }

    func add(to page: inout InspectionPage) {
        page.add("Evidence", evidence)
        page.add("Would be", outcomes.isEmpty ? ["settled; nothing comes of it"] : outcomes.map(\.words))
    }

    /// `{"sender": …, "outcomes": […]}`, for the end of the mail's own object.
    var json: String {
        let outcomes = outcomes.map { JSONText.string($0.words) }.joined(separator: ", ")
        let evidence = evidence.map(JSONText.string).joined(separator: ", ")
        return "{\"evidence\": [\(evidence)], \"outcomes\": [\(outcomes)]}"
    }

    private var evidence: [String] {
        var lines = [addressee, sender] + (check?.lines ?? []) + [authentication]
        if !reading.evidence.ambiguities.isEmpty {
            lines.append("unclear: \(reading.evidence.ambiguities.joined(separator: ", "))")
        }
        if !isExamined { lines.append("not enough to decide anything until `postern doctor` has passed once") }
        return lines
    }

    private var addressee: String {
        switch reading.addressee {
        case .reply: "sent to one of our reply addresses"
        case .nobody: "sent to none of our reply addresses"
        case .several: "sent to several of our reply addresses"
        }
    }

    private var sender: String {
        switch reading.evidence.sender {
        case .one(let address): "from \(address)"
        case .ambiguous(let reason): "from whom is unclear: \(Escaped.text(reason))"
        }
    }

    private var authentication: String {
        switch reading.evidence.authentication {
        case .pass(let method): "vouched for by \(Escaped.text(method))"
        case .none(let reason): "not vouched for: \(Escaped.text(reason))"
        case .fail(let reason): "refuted: \(Escaped.text(reason))"
        case .forged(let reason): "forged: \(Escaped.text(reason))"
        }
    }
}
