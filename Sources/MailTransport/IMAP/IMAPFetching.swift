/// A mail that was fetched, by its identifier.
struct IMAPMail: Sendable {
    let uid: UInt32
    let mail: ReceivedMail
}

extension IMAPSession {
    /// With two fetches on their way, the server never waits for us, nor we for it.
    private static let fetchLimit = 2

    /// Waits for mails and returns them, oldest first: one at least.
    ///
    /// What the server lists but does not give is asked for again after the next wait.
    func nextBatch() throws(ConnectionFault) -> [IMAPMail] {
        while true {
            while let batch = try fetchPlanned() {
                if !batch.isEmpty { return batch }
            }
            if !hasNews { try waitForNews() }
            try search()
        }
    }

    /// The next planned mails, as far as they came; nil when nothing is left to do.
    private func fetchPlanned() throws(ConnectionFault) -> [IMAPMail]? {
        while fetches.isEmpty && work.needsSizes { try planMore() }
        dialogue.connection.phase = "FETCH"
        while fetches.count < Self.fetchLimit, let plan = work.nextPlan() {
            let section = plan.sizeOfTooLarge == nil ? "BODY.PEEK[]" : "BODY.PEEK[HEADER]"
            let tag = try dialogue.send("UID FETCH \(IMAPText.set(of: plan.identifiers)) (UID \(section))")
            fetches.append((tag, plan))
        }
        guard let (tag, plan) = fetches.popFirst() else { return nil }
        let status = try dialogue.finish(tag, within: settings.timing.fetch, noticeWithinLimits)
        try requireRead(status)
        return plan.identifiers.compactMap { uid in
            work.handOver(uid).map { IMAPMail(uid: uid, mail: received(uid, $0, plan)) }
        }
    }

    private func planMore() throws(ConnectionFault) {
        dialogue.connection.phase = "FETCH"
        let identifiers = work.nextUnsized()
        let tag = try dialogue.send("UID FETCH \(IMAPText.set(of: identifiers)) (UID RFC822.SIZE)")
        try requireRead(dialogue.finish(tag, within: settings.timing.fetch, notice))
        work.plan(identifiers, within: settings.limits)
    }

    /// NO means that some mails could not be read; those that came are good.
    private func requireRead(_ status: IMAPStatus) throws(ConnectionFault) {
        if status.condition == .bad { try dialogue.require(status) }
    }

    /// Limit: a server that sends more than its own sizes announced would fill the memory.
    private func noticeWithinLimits(_ response: IMAPResponse) throws(ConnectionFault) {
        notice(response)
        guard work.arrivedBytes <= 3 * (settings.limits.batchBytes + settings.limits.mailBytes) else {
            throw dialogue.connection.fault(.violation, "the mails are larger than announced")
        }
    }

    private func received(_ uid: UInt32, _ bytes: [UInt8], _ plan: IMAPWorkList.Plan) -> ReceivedMail {
        let source = MailSource.imap(mailbox: settings.folder.description, validity: validity, uid: uid)
        let extent = plan.sizeOfTooLarge.map { ReceivedMail.Extent.headerOnly(size: $0) } ?? .whole
        return ReceivedMail(bytes: bytes, source: source, extent: extent)
    }
}
