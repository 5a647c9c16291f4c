extension IMAPSession {
    /// A mail that was handed over, and where it goes.
    struct Filed: Sendable {
        let uid: UInt32
        let filing: Filing
        /// Mails that were too large to read stay unread.
        let isRead: Bool
    }

    /// Marks mails as read and moves them to their folders.
    ///
    /// Every command names identifiers, never sequence numbers, so that a crash or another client in between does not
    /// make it mean other mails.
    func file(_ mails: [Filed]) throws(ConnectionFault) {
        dialogue.connection.isFinishing = true
        defer { dialogue.connection.isFinishing = false }
        let read = mails.filter(\.isRead).map(\.uid).sorted()
        if !read.isEmpty { try store("\\Seen", in: read) }
        for (filing, folder) in [(Filing.processed, settings.processed), (.quarantine, settings.quarantine)] {
            let identifiers = mails.filter { $0.filing == filing }.map(\.uid).sorted()
            guard !identifiers.isEmpty else { continue }
            if movesMail {
                try transfer("MOVE", identifiers, to: folder)
            } else {
                try copyAndDelete(identifiers, to: folder)
            }
        }
    }

    private func store(_ flag: String, in identifiers: [UInt32]) throws(ConnectionFault) {
        dialogue.connection.phase = "STORE"
        let tag = try dialogue.send("UID STORE \(IMAPText.set(of: identifiers)) +FLAGS.SILENT (\(flag))")
        try dialogue.require(dialogue.finish(tag, within: settings.timing.fetch, notice))
    }

    /// MOVE or COPY. Someone may have deleted the folder meanwhile: it is created again, once.
    private func transfer(
        _ command: String, _ identifiers: [UInt32], to folder: MailFolder
    ) throws(ConnectionFault) {
        let line = "UID \(command) \(IMAPText.set(of: identifiers)) \(folders.quotedName(of: folder))"
        dialogue.connection.phase = command
        var status = try dialogue.finish(dialogue.send(line), within: settings.timing.fetch, notice)
        if status.condition == .no && status.hasCode("TRYCREATE") {
            try folders.create(folder, dialogue)
            dialogue.connection.phase = command
            status = try dialogue.finish(dialogue.send(line), within: settings.timing.fetch, notice)
        }
        try dialogue.require(status)
    }

    /// For a server without MOVE (RFC 6851 §3.3). Without UIDPLUS the mails stay, marked as deleted: a bare EXPUNGE would
    /// remove what others marked.
    private func copyAndDelete(_ identifiers: [UInt32], to folder: MailFolder) throws(ConnectionFault) {
        try transfer("COPY", identifiers, to: folder)
        try store("\\Deleted", in: identifiers)
        guard expungesByIdentifier else { return }
        dialogue.connection.phase = "EXPUNGE"
        let tag = try dialogue.send("UID EXPUNGE \(IMAPText.set(of: identifiers))")
        try dialogue.require(dialogue.finish(tag, within: settings.timing.fetch, notice))
    }
}
