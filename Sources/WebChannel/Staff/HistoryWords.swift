import Localization
import MailFormat
import PortalCore

/// What the history says, in the reader's language. What these tables do not know is shown as it was written.
enum HistoryWords {
    /// What was done: `set-project`, with the entry of the configuration that said so.
    static func what(_ entry: HistoryEntry) -> Phrase {
        .joined([command(entry.command), entry.entry.map(Phrase.verbatim) ?? .empty], by: " ")
    }

    /// Who did it: a person, or what else is known of whoever it was.
    static func who(_ entry: HistoryEntry) -> Phrase {
        if let person = entry.person { return .verbatim(person) }
        return entry.evidence.utf8.starts(with: "guest ".utf8) ? Phrase("guest") : evidence(entry.evidence)
    }

    /// By which door, and what showed who it was.
    static func way(_ entry: HistoryEntry) -> Phrase {
        .joined([doors[entry.door] ?? .verbatim(entry.door), evidence(entry.evidence)], by: ", ")
    }

    private static func evidence(_ word: String) -> Phrase { evidences[word] ?? sender(word) ?? .verbatim(word) }

    /// What showed whose a mail was, "reply pass dmarc"; nil for anything else, and where it was refused.
    private static func sender(_ line: String) -> Phrase? {
        let words = line.utf8.split(separator: ASCII.space, maxSplits: 2).map { String(Substring($0)) }
        guard words.count == 3, ["reply", "guest"].contains(words[0]) else { return nil }
        return switch words[1] {
        case "pass": Phrase("sender shown by \(words[2])")
        case "none": Phrase("sender not shown: \(words[2])")
        default: nil
        }
    }

    private static func command(_ name: String) -> Phrase {
        if let phrase = commands[name] { return phrase }
        if let tool = Tool(rawValue: name) { return Phrase("list: \(tool.title)") }
        let start = "set-".utf8
        if name.utf8.starts(with: start),
            let tool = Tool(rawValue: String(decoding: name.utf8.dropFirst(start.count), as: UTF8.self))
        {
            return Phrase("set: \(tool.title)")
        }
        return .verbatim(name)
    }

    /// Of what is done, by the names that the core gives.
    private static let commands: [String: Phrase] = [
        "message": Phrase("message"), "decide approved": Phrase("approved"),
        "decide revision-requested": Phrase("changes asked for"), "decide rejected": Phrase("rejected"),
        "undo": Phrase("decision taken back"), "consider": Phrase("page to decide on"),
        "accept-invitation": Phrase("accept invitation"), "open-link": Phrase("open link"),
        "ask-to-sign-in": Phrase("ask to sign in"), "sign-in": Phrase("sign in"), "sign-out": Phrase("sign out"),
        "set-organization": Phrase("set organization"), "set-person": Phrase("set person"),
        "set-project": Phrase("set project"), "set-deliverable": Phrase("set deliverable"),
        "show-deliverable": Phrase("show or hide a deliverable"), "share-file": Phrase("share file"),
        "show-file": Phrase("show or hide a file"), "invite": Phrase("invite"),
        "invite-again": Phrase("invite again"), "revoke-invitation": Phrase("revoke invitation"),
        "end-access": Phrase("end access"), "create-link": Phrase("create link"),
        "revoke-link": Phrase("revoke link"), "notify-link": Phrase("switch the news of a link"),
        "expire-link": Phrase("change the end of a link"), "note-examination": Phrase("note examination"),
        "remind": Phrase("remind"), "bounce": Phrase("mail came back"), "automatic-reply": Phrase("automatic reply"),
        "set-aside": Phrase("set aside"), "test": Phrase("test mail"),
        "test-answer": Phrase("answer to the test mail"), "done": Phrase("to-do done"),
        "reopen": Phrase("to-do opened again"), "sign": Phrase("ask to sign"),
        "signing-code": Phrase("code to sign with"), "signature": Phrase("signature"),
        "get": Phrase("ask for a file"), "passenger add": Phrase("add passenger"),
        "passenger change": Phrase("change passenger"), "passenger remove": Phrase("remove passenger"),
        "passport": Phrase("travel document"), "withdraw": Phrase("withdraw a travel document"),
        "answers": Phrase("answers to a form"), "comment": Phrase("comment"),
        "arrange": Phrase("arrange a floor plan"), "annotate": Phrase("annotate a floor plan"),
        "pay": Phrase("ask for the way to pay"), "paid": Phrase("invoice paid"),
        "payment": Phrase("report of a payment"), "cancel-invoice": Phrase("cancel invoice"),
        "number": Phrase("unknown number"), "guest add": Phrase("add guests"),
        "guest remove": Phrase("remove guests"), "guest invite": Phrase("ask guests"), "yes": Phrase("guest: yes"),
        "no": Phrase("guest: no"), "maybe": Phrase("guest: maybe"), "note": Phrase("guest: note"),
        "status": Phrase("ask for the status"), "login": Phrase("ask for a sign-in link"), "mute": Phrase("news off"),
        "unmute": Phrase("news on"), "extend": Phrase("ask for a longer link"),
        "orgs": Phrase("list of organizations"), "clients": Phrase("list of clients"),
        "access": Phrase("list of links"), "request": Phrase("request"), "confirm": Phrase("confirm request"),
        "decline": Phrase("decline request"), "assign": Phrase("assign request"),
    ]

    /// Of doors.
    private static let doors: [String: Phrase] = [
        "mail": Phrase("mail"), "page": Phrase("page"), "settings": Phrase("configuration"), "shell": Phrase("shell"),
        "hook": Phrase("payment service"),
    ]

    /// Of what showed who it was; the longer ones stand for themselves.
    private static let evidences: [String: Phrase] = [
        "session": Phrase("signed in"), "session by link": Phrase("signed in by a link"),
        "invitation": Phrase("invitation"), "link": Phrase("link"), "confirmation page": Phrase("confirmation page"),
        "undo link": Phrase("undo link"), "sign-in": Phrase("sign-in"),
        "unsubscribe link": Phrase("unsubscribe link"), "expired link": Phrase("expired link"),
        "mail system": Phrase("mail system"), "shell": Phrase("shell"), "visitor": Phrase("visitor"),
        "payment service": Phrase("payment service"), "administrator": Phrase("administrator"),
        "stranger": Phrase("stranger"), "nobody": Phrase("nobody"),
    ]
}
