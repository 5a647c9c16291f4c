import Foundation
import PortalCore

extension Outcome {
    /// Why it was not done, for the person at the shell; nil when it was.
    var objection: String? {
        switch self {
        case .done, .nothingToDo: nil
        case .needsConfirmation: "it must be confirmed on a page"
        case .held(let hold): "it was kept for staff: \(hold.sentence)"
        case .refused(let refusal): refusal.sentence
        }
    }
}

extension Outcome {
    /// What came of it, in a few words for a list.
    var words: String {
        switch self {
        case .done: "done"
        case .nothingToDo(.alreadyDone): "nothing to do: it was done before"
        case .nothingToDo(.unchanged): "nothing to do: it is so already"
        case .nothingToDo(.notTold): "nothing told"
        case .needsConfirmation: "waits for a button on a page"
        case .held(let hold): "held: \(hold.sentence)"
        case .refused(let refusal): "refused: \(refusal.sentence)"
        }
    }

    /// The words for stored outcomes: one, or a list of them. Text that a later version wrote is shown as it is.
    static func words(stored text: String) -> String {
        let bytes = Data(text.utf8)
        if let outcome = try? JSONDecoder().decode(Outcome.self, from: bytes) { return outcome.words }
        guard let outcomes = try? JSONDecoder().decode([Outcome].self, from: bytes) else { return text }
        return outcomes.map(\.words).joined(separator: "; ")
    }
}

extension Refusal {
    fileprivate var sentence: String {
        switch self {
        case .notFound: "there is no such person, project or link, or they have no access"
        case .notSignedIn: "nobody is signed in"
        case .portalClosed: "the portal is off (portal: off)"
        case .toolOff(let tool): "the tool \(tool.rawValue) is off"
        case .onlyClientsDecide: "only clients decide"
        case .newerVersion(let shown, let current): "version \(current) is there already: \(shown) is an older one"
        case .alreadyDecided(let kind, _): "it is decided already: \(kind.rawValue)"
        case .nothingToTakeBack: "there is no decision of theirs that could be taken back"
        case .decisionIsFinal: "the ten minutes to take it back are over"
        case .notByMail: "decisions by mail are off (decisions: {by_mail: off})"
        case .versionIsFixed(let version): "version \(version) cannot change any more: raise `version`"
        case .reasonMissing: "a reason is missing"
        case .empty: "there is nothing in it"
        case .tooLong(let limit): "it is longer than \(limit) bytes or has too many files"
        case .storageFull: "the organization's messages hold as many files as limits/storage allows"
        case .alreadyUsed: "it was used already"
        case .expired: "it has expired"
        case .revoked: "it was revoked"
        case .wrongCode: "the code is wrong"
        case .tooManyAttempts: "there were too many wrong codes"
        case .accessCodeNeeded: "an access code is needed"
        case .contradictory: "it contradicts itself"
        case .item(let refusal): refusal.sentence
        }
    }
}

extension ItemRefusal {
    fileprivate var sentence: String {
        switch self {
        case .noSuchNumber(let number): "the answered list has no number \(number)"
        case .numberNeeded: "several things were listed, and none was named"
        case .unread(let verb): "the line with \(verb) cannot be read"
        case .notTheirs: "it is another person's"
        case .alreadySo(let title): "it is so already: \(title)"
        case .taken(let name): "there is one called \(name) already"
        case .closed: "it is closed"
        case .misfit(let number): "piece \(number) does not fit into the room"
        case .noPicture(let name): "\(name) is no picture that can be shown"
        case .onlyStaff: "only staff do this"
        case .onlyAdmins: "only owners and admins do this"
        case .impossibleNumber: "the number is out of bounds"
        case .impossibleInvoiceNumber: "it should be a number like INV-12"
        case .misfitEntry: "something about it cannot be as it is"
        case .impossibleDay: "there is no such day, or it is too early"
        case .dueTooEarly: "nothing is due before it is issued"
        case .strayCharacters: "there are characters in it that cannot be shown"
        case .staffAddress(let address): "\(address) belongs to somebody of the staff"
        case .mailedOften(let count): "\(count) such mails went out within a day"
        case .nothingToExtend: "none of their links has an end"
        case .ownMailbox(let address): "\(address) is the portal's own address: what is mailed there comes back"
        case .onlyClients: "only clients do this"
        case .noSuchThing(let name): "there is nothing called \(name)"
        case .fixed(let number): "\(number) stays as it was issued: cancel it, and issue another"
        case .nothingOwed: "no invoice is open"
        case .noWayToPay(let number): "\(number) has no payment link"
        case .paymentDoubted(.otherAmount): "the amount or the currency is not the invoice's"
        case .paymentDoubted(.invoiceCancelled): "the invoice was cancelled"
        case .tooOften: "it was asked for too often within the hour"
        case .nameMissing: "the name is missing, or is more than a line of text"
        case .notAgreed: "it was not agreed to"
        case .codeExpired: "there is no code that can still be typed"
        case .paymentDoubted(.paidBefore): "the invoice was paid before"
        case .unplaced: "it belongs to no conversation"
        case .documentsMissing(let names): "travel documents are missing of \(names.joined(separator: ", "))"
        case .noSuchStaff(let name): "nobody, or more than one, of the staff is called \(name)"
        case .noName: "a name is missing or too long"
        case .impossibleDate: "the date of birth cannot be"
        case .noFile: "there is no file"
        case .emptyFile(let name): "there is nothing in \(name)"
        case .tooMany(let limit): "there are \(limit) already"
        case .noGuest: "there is no guest with a name and an address in it"
        case .tooManyGuests(let limit): "a guest list holds at most \(limit)"
        case .noTime: "the event has no time yet"
        }
    }
}

extension Hold {
    /// Why a mail waits for staff.
    fileprivate var sentence: String {
        switch self {
        case .unknownReplyAddress: "it went to a reply address that was never given out"
        case .noReplyAddress: "it went to no reply address"
        case .expiredReplyAddress: "it went to a reply address that has expired"
        case .otherPerson(let address): "it came from \(address), who is not the person that the address was given to"
        case .ambiguousSender(let detail): "its sender is unclear: \(detail)"
        case .authenticationFailed(let detail): "its sender could not be verified: \(detail)"
        case .forgedTrace(let detail): "it pretends to have been checked: \(detail)"
        case .ambiguous(let detail): "it can be read in more than one way: \(detail)"
        case .nothingToReplyTo: "there is nothing that it could be a reply to"
        case .notAllowedIn: "its sender has no access any more"
        case .unreadable(let detail): "it cannot be read: \(detail)"
        }
    }
}
