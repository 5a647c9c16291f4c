package import MailFormat

/// A look into a mailbox for whoever sets it up: what its server can do, and whether a certain mail has come. Nothing is
/// filed or marked; only the mail that was asked for can be removed.
package actor MailboxCheckUp {
    private let settings: IMAPSettings
    private let stop: StopSignal
    private let thread: BlockingThread
    private var login: Login?

    private struct Login {
        let dialogue: IMAPDialogue
        let folders: IMAPFolders
        let capabilities: [[UInt8]]
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    package init(_ settings: IMAPSettings) throws(ResourceExhausted) {
        self.settings = settings
        stop = try StopSignal()
        thread = try BlockingThread()
    }

    /// Logs in, opens the mailbox, and says which of IDLE, MOVE and UIDPLUS the server announces.
    package func logIn() throws(ConnectionFault) -> [String] {
        let connection = try CurlConnection(settings.server, .imap, stop: stop, within: settings.timing.login)
        let dialogue = IMAPDialogue(connection, limits: settings.limits, timing: settings.timing)
        let capabilities = try dialogue.capabilities()
        let hasNamespaces = capabilities.contains { $0.isKeyword("NAMESPACE") }
        let login = Login(
            dialogue: dialogue, folders: try IMAPFolders(dialogue, hasNamespaces: hasNamespaces),
            capabilities: capabilities)
        self.login = login
        try dialogue.require(open(settings.folder, login))
        return ["IDLE", "MOVE", "UIDPLUS"].filter { name in
            capabilities.contains { $0.isKeyword("IMAP4rev2") || $0.elementsEqual(name.utf8) }
        }
    }

    /// The mail with this Message-ID, wherever it was filed meanwhile; it is removed. `nil` when it is not there yet.
    package func take(_ message: MessageID) throws(ConnectionFault) -> [UInt8]? {
        guard let login, let quoted = IMAPText.quoted(Array("<\(message.text)>".utf8)) else { return nil }
        for folder in [settings.folder, settings.processed, settings.quarantine] {
            guard try open(folder, login).condition == .ok else { continue }
            guard let uid = try find(quoted, login) else { continue }
            let bytes = try fetch(uid, login)
            try remove(uid, login)
            return bytes
        }
        return nil
    }

    /// Says goodbye.
    package func leave() {
        login?.dialogue.connection.isFinishing = true
        _ = try? login?.dialogue.send("LOGOUT")
        login = nil
    }

    private func open(_ folder: MailFolder, _ login: Login) throws(ConnectionFault) -> IMAPStatus {
        login.dialogue.connection.phase = "SELECT"
        let tag = try login.dialogue.send("SELECT \(login.folders.quotedName(of: folder))")
        return try login.dialogue.finish(tag) { _ in }
    }

    private func find(_ quoted: String, _ login: Login) throws(ConnectionFault) -> UInt32? {
        login.dialogue.connection.phase = "SEARCH"
        let tag = try login.dialogue.send("UID SEARCH UNDELETED HEADER Message-ID \(quoted)")
        var found: UInt32?
        let status = try login.dialogue.finish(tag) { response in
            if case .search(let identifiers) = response { found = found ?? identifiers.last }
        }
        try login.dialogue.require(status)
        return found
    }

    private func fetch(_ uid: UInt32, _ login: Login) throws(ConnectionFault) -> [UInt8]? {
        login.dialogue.connection.phase = "FETCH"
        let tag = try login.dialogue.send("UID FETCH \(uid) (UID BODY.PEEK[])")
        var body: [UInt8]?
        let status = try login.dialogue.finish(tag) { response in
            if case .fetch(let fetched) = response { body = fetched.body ?? body }
        }
        try login.dialogue.require(status)
        return body
    }

    /// Without UIDPLUS the mail stays, marked as deleted.
    private func remove(_ uid: UInt32, _ login: Login) throws(ConnectionFault) {
        login.dialogue.connection.phase = "STORE"
        let tag = try login.dialogue.send("UID STORE \(uid) +FLAGS.SILENT (\\Deleted)")
        _ = try login.dialogue.finish(tag) { _ in }
        guard login.capabilities.contains(where: { $0.isKeyword("UIDPLUS") || $0.isKeyword("IMAP4rev2") }) else {
            return
        }
        let expunge = try login.dialogue.send("UID EXPUNGE \(uid)")
        _ = try login.dialogue.finish(expunge) { _ in }
    }
}
