import Localization
import MailFormat

/// Commands as mails tell people to type them: in the reader's language, by words that `MailFormat` reads there.
enum VerbWords {
    static func phrase(_ verb: CommandVerb) -> Phrase {
        switch verb {
        case .approve: Phrase("APPROVE")
        case .revise: Phrase("REVISE")
        case .reject: Phrase("REJECT")
        case .request: Phrase("REQUEST")
        case .confirm: Phrase("CONFIRM")
        case .decline: Phrase("DECLINE")
        case .assign: Phrase("ASSIGN")
        case .addPassenger: Phrase("PASSENGER ADD")
        case .removePassenger: Phrase("PASSENGER REMOVE")
        case .passengers: Phrase("PASSENGERS")
        case .passport: Phrase("PASSPORT")
        case .invoices: Phrase("INVOICES")
        case .get: Phrase("GET")
        case .clients: Phrase("CLIENTS")
        case .invite: Phrase("INVITE")
        case .login: Phrase("LOGIN")
        case .test: Phrase("TEST")
        case .sign: Phrase("SIGN")
        case .pay: Phrase("PAY")
        case .files: Phrase("FILES")
        case .answer: Phrase("QUESTION")
        case .addGuest: Phrase("GUEST ADD")
        case .removeGuest: Phrase("GUEST REMOVE")
        case .guests: Phrase("GUESTS")
        case .yes: Phrase("YES")
        case .no: Phrase("NO")
        case .maybe: Phrase("MAYBE")
        case .done: Phrase("DONE")
        case .access: Phrase("ACCESS")
        case .mute: Phrase("MUTE")
        case .unmute: Phrase("UNMUTE")
        case .extend: Phrase("EXTEND")
        case .status: Phrase("STATUS")
        case .organizations: Phrase("ORGS")
        case .undo: Phrase("UNDO")
        }
    }

    /// `APPROVE 2`.
    static func phrase(_ verb: CommandVerb, _ number: Int) -> Phrase {
        .joined([phrase(verb), .number(number)], by: " ")
    }

    /// A command by the name that the core knows it by (`done`); what is none is written as it is.
    static func phrase(named name: String) -> Phrase {
        let typed = String(decoding: name.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
        return CommandVerb(rawValue: typed).map(phrase) ?? .verbatim(typed)
    }
}
