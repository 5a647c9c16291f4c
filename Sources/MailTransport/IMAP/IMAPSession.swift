/// One login to a mailbox: what lies in it, batch by batch, and where it goes.
///
/// Belongs to an actor with a `BlockingThread`: every call blocks, until an answer, a fault or a stop.
final class IMAPSession {
    let settings: IMAPSettings
    let dialogue: IMAPDialogue
    /// The UIDVALIDITY under which the identifiers hold.
    private(set) var validity: UInt32 = 0
    private(set) var folders: IMAPFolders
    /// What the last SEARCH found and is not handed over.
    var work = IMAPWorkList()
    /// The fetches that are on their way, oldest first.
    var fetches: ArraySlice<(tag: String, plan: IMAPWorkList.Plan)> = []
    /// The server announced mails of which the last SEARCH did not know.
    var hasNews = false
    /// An IDLE lasts: only DONE may follow.
    var isIdling = false
    /// The server announces IDLE but has said no to it.
    var refusesIdle = false
    private let capabilities: [[UInt8]]

    /// Connects, logs in, opens the mailbox and sees to its folders.
    init(_ settings: IMAPSettings, stop: StopSignal) throws(ConnectionFault) {
        self.settings = settings
        let connection = try CurlConnection(settings.server, .imap, stop: stop, within: settings.timing.login)
        dialogue = IMAPDialogue(connection, limits: settings.limits, timing: settings.timing)
        let capabilities = try dialogue.capabilities()
        self.capabilities = capabilities
        folders = try IMAPFolders(dialogue, hasNamespaces: Self.supports("NAMESPACE", in: capabilities))
        try select()
        for folder in [settings.processed, settings.quarantine] { try folders.ensure(folder, dialogue) }
        try search()
    }

    var movesMail: Bool { Self.supports("MOVE", in: capabilities) }
    var expungesByIdentifier: Bool { Self.supports("UIDPLUS", in: capabilities) }
    var idles: Bool { !refusesIdle && Self.supports("IDLE", in: capabilities) }

    /// RFC 9051 appendix E: what IMAP4rev1 announced one by one is part of IMAP4rev2.
    private static func supports(_ capability: StaticString, in capabilities: [[UInt8]]) -> Bool {
        capabilities.contains { $0.isKeyword(capability) || $0.isKeyword("IMAP4rev2") }
    }

    private func select() throws(ConnectionFault) {
        dialogue.connection.phase = "SELECT"
        let tag = try dialogue.send("SELECT \(folders.quotedName(of: settings.folder))")
        let status = try dialogue.finish(tag) { response in
            if case .status(let status) = response, status.hasCode("UIDVALIDITY") {
                validity = status.code.last?.number() ?? 0
            }
        }
        try dialogue.require(status)
        guard validity > 0 else { throw dialogue.connection.fault(.violation, "the mailbox has no UIDVALIDITY") }
        guard !status.hasCode("READ-ONLY") else {
            throw dialogue.connection.fault(.refused, "the mailbox is read-only: mails could not be filed")
        }
    }

    /// Finds out what lies in the mailbox: all that is there and not deleted.
    func search() throws(ConnectionFault) {
        dialogue.connection.phase = "SEARCH"
        let tag = try dialogue.send("UID SEARCH UNDELETED")
        var found: [UInt32] = []
        let status = try dialogue.finish(tag) { response in
            if case .search(let identifiers) = response {
                found += identifiers
                hasNews = false
            } else {
                notice(response)
            }
        }
        try dialogue.require(status)
        work = IMAPWorkList(Set(found).sorted())
    }

    /// Takes note of what the server says unasked.
    func notice(_ response: IMAPResponse) {
        switch response {
        case .exists: hasNews = true
        case .fetch(let fetched): work.take(fetched)
        default: break
        }
    }

    /// Says goodbye without waiting for an answer.
    func leave() {
        dialogue.connection.isFinishing = true
        if isIdling { try? dialogue.sendContinuation("DONE") }
        _ = try? dialogue.send("LOGOUT")
    }
}

extension IMAPDialogue {
    /// Throws when the answer is not OK.
    func require(_ status: IMAPStatus) throws(ConnectionFault) {
        guard status.condition == .ok else { throw connection.fault(.refused, status.text) }
    }
}
