import MailFormat
import Testing

@testable import PortalCore

/// What the mail channel would do, without wording: it seals what is due and remembers the secrets.
extension World {
    struct Posted {
        let entry: OutboxEntry
        let letter: Letter
    }

    /// Writes and “sends” all that is due.
    ///
    /// - Parameter result: what comes of each attempt.
    func post(_ result: (Letter) -> SendingResult = { _ in .sent("250 ok") }) async throws -> [Posted] {
        var posted: [Posted] = []
        while let entry = try portal.dueMails(limit: 1).first {
            guard try await portal.take(entry) else { continue }
            guard let letter = try portal.letter(for: entry) else {
                try await portal.drop(entry)
                continue
            }
            let sealed = SealedLetter(
                id: entry.id, sender: "replies+\(letter.reply.text)@acme.test",
                recipient: letter.recipient.address.text,
                bytes: Array("a mail with \(letter.reply.text)".utf8))
            let messageID = try #require(MessageID("\(entry.id.number).x@acme.test"))
            try await portal.seal(sealed, of: letter, messageID: messageID, subject: "Subject")
            try await portal.settle(entry.id, result(letter))
            posted.append(Posted(entry: entry, letter: letter))
        }
        return posted
    }

    /// Applies the fixture and lets Dana in; gives her session and the letter that asks for her decision.
    func danaComesIn() async throws -> (session: Secret, asked: Letter) {
        try await apply(.acme)
        let invitation = try #require(try await post().compactMap(\.letter.content.invitationSecret).first)
        let session = portal.freshSecret()
        let outcomes = try await portal.perform(
            [.acceptInvitation(session: session)], for: .invitation(invitation), because: press())
        #expect(outcomes == [.done(.accepted)])
        let asked = try #require(try await post().first { $0.entry.notice.isDecisionAsked })
        return (session, asked.letter)
    }

    func deliverable() throws -> Deliverable {
        try portal.database.read { try #require(try DeliverableRecord.find(DeliverableID(number: 1), in: $0)) }
    }

    func decision(_ kind: Decision.Kind, version: Int = 3, comment: String = "") -> Decision {
        Decision(deliverable: DeliverableID(number: 1), version: version, kind: kind, comment: comment)
    }
}

extension Letter.Content {
    var invitationSecret: Secret? { if case .invitation(let secret, _, _) = self { secret } else { nil } }
    var confirmationSecret: Secret? { if case .confirmation(let secret, _, _) = self { secret } else { nil } }
    var linkSecret: Secret? { if case .portalLink(_, let secret) = self { secret } else { nil } }
    var signIn: (secret: Secret, code: SixDigitCode)? {
        if case .signIn(let secret, let code, _) = self { (secret, code) } else { nil }
    }
}

extension Notice {
    var isDecisionAsked: Bool { if case .decisionAsked = self { true } else { false } }
    var receiptOutcomes: [Outcome]? {
        if case .receipt(let receipt) = self { receipt.items.map(\.outcome) } else { nil }
    }
}

extension MailEvidence {
    static func evidence(
        _ sender: Sender = .one(.dana), _ authentication: Authentication = .pass("dmarc"), _ ambiguities: [String] = []
    ) -> MailEvidence {
        MailEvidence(sender: sender, authentication: authentication, ambiguities: ambiguities, messageID: nil)
    }
}
