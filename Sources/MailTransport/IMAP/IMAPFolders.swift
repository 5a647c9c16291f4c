/// What the server calls the folders: `Postern/Processed` may be `INBOX.Postern.Processed` there.
struct IMAPFolders {
    private var prefix: [UInt8] = []
    private var separator: [UInt8] = [UInt8(ascii: "/")]

    init(_ dialogue: IMAPDialogue, hasNamespaces: Bool) throws(ConnectionFault) {
        dialogue.connection.phase = hasNamespaces ? "NAMESPACE" : "LIST"
        let tag = try dialogue.send(hasNamespaces ? "NAMESPACE" : "LIST \"\" \"\"")
        var (prefix, separator) = (prefix, separator)
        let status = try dialogue.finish(tag) { response in
            switch response {
            case .namespace(let named, let separating): (prefix, separator) = (named, separating)
            case .list(let separating, _): separator = separating
            default: break
            }
        }
        try dialogue.require(status)
        // Without a separator the server has no levels: the names stay one level.
        (self.prefix, self.separator) = (prefix, separator.isEmpty ? [UInt8(ascii: "-")] : separator)
    }

    /// The folder's name as a quoted string. INBOX is in no namespace (RFC 9051 §5.1).
    func quotedName(of folder: MailFolder) -> String {
        let name = folder.levels.map { IMAPText.mailboxName($0.utf8) }.joined(separator: separator)
        let isInbox = folder.levels.count == 1 && folder.levels[0].utf8.isKeyword("INBOX")
        // A server that names its prefix in other than printable ASCII has none for us.
        return IMAPText.quoted(isInbox ? Array(name) : prefix + name) ?? IMAPText.quoted(Array(name)) ?? "\"\""
    }

    /// Creates the folder unless it is there, and shows it to people's mail programs.
    func ensure(_ folder: MailFolder, _ dialogue: IMAPDialogue) throws(ConnectionFault) {
        let name = quotedName(of: folder)
        dialogue.connection.phase = "LIST"
        var isThere = false
        let listed = try dialogue.finish(dialogue.send("LIST \"\" \(name)")) { response in
            if case .list = response { isThere = true }
        }
        try dialogue.require(listed)
        if !isThere { try create(folder, dialogue) }
    }

    func create(_ folder: MailFolder, _ dialogue: IMAPDialogue) throws(ConnectionFault) {
        let name = quotedName(of: folder)
        dialogue.connection.phase = "CREATE"
        let tags = try dialogue.send(["CREATE \(name)", "SUBSCRIBE \(name)"])
        let created = try dialogue.finish(tags[0]) { _ in }
        _ = try dialogue.finish(tags[1]) { _ in }
        if !created.hasCode("ALREADYEXISTS") { try dialogue.require(created) }
    }
}
