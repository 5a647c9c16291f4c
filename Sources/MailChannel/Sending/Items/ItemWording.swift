import Localization
import MailFormat
import PortalCore

/// The sentences of receipts about the things of a project.
enum ItemWording {
    static func did(_ effect: ItemEffect) -> Phrase {
        switch effect {
        case .set, .linkEndsAnnounced, .sendingResumed, .fileReleased: Phrase("It is done.")
        case .mailed: Phrase("It is on its way.")
        case .notificationsSet(true): Phrase("Notifications are on: news is mailed to you.")
        case .notificationsSet(false):
            Phrase(
                "Notifications are off. Receipts, links and codes that you ask for still come. UNMUTE turns them on again."
            )
        case .assigned: Phrase("They belong to the project now.")
        case .invitationRevoked: Phrase("The invitation is revoked.")
        case .linkExpirySet: Phrase("The link's end is changed.")
        case .testAnswered(verified: true):
            Phrase("Your reply came back, and the mail servers showed that it is from you: mail works both ways.")
        case .testAnswered(verified: false):
            Phrase(
                "Your reply came back: mail works both ways. The mail servers did not show that it is from you, so decisions in such mails are confirmed on a page."
            )
        case .extensionAsked: Phrase("The staff have been asked for a link that is good for longer.")
        case .listMailed(let tool): Phrase("The list of \(ListWords(tool).what) is on its way.")
        case .toDosDone(let titles):
            Phrase(
                titles.count, one: "\(quoted(titles)) is ticked off.", other: "\(quoted(titles)) are ticked off.")
        case .toDoReopened(let title): Phrase("“\(title)” is open again.")
        case .arranged(let title, let version):
            Phrase("“\(title)” has a version \(version) now, and everybody there is being told.")
        case .pinned(let title, let pictures, let others):
            .joined(
                [
                    Phrase(
                        pictures, one: "Your picture is on “\(title)” now, and everybody there is being told.",
                        other: "Your \(pictures) pictures are on “\(title)” now, and everybody there is being told."),
                    others == 0 ? .empty : Phrase("The other files are in the conversation."),
                ], by: " ")
        case .commented(let title):
            Phrase(
                "It stands with “\(title)” and in the project's conversation now, and everybody there is being told.")
        case .paymentLinkMailed(let number): Phrase("The way to pay invoice \(number) is on its way.")
        case .invoicePaid(let number): Phrase("Invoice \(number) is paid.")
        case .invoiceCancelled(let number): Phrase("Invoice \(number) is cancelled, and the clients are being told.")
        case .requested(let title, let confirmed, let missing):
            RequestWording.requested(title, confirmed: confirmed, missing: missing)
        case .requestConfirmed(let title): Phrase("“\(title)” is confirmed, and its client is being told.")
        case .requestDeclined(let title): Phrase("“\(title)” is declined, and its client is being told.")
        case .requestAssigned(let title, let name): Phrase("\(name) takes on “\(title)” now.")
        case .remarked(let title): Phrase("It stands with “\(title)” now, and the other side is being told.")
        case .passengerAdded(let name): Phrase("\(name) is on the list of passengers.")
        case .passengerChanged(let name): Phrase("\(name) is changed.")
        case .passengerRemoved(let name):
            Phrase(
                "\(name) is off the list of passengers. Added again with the same name and date of birth, they are back with their documents."
            )
        case .documentsKept(let name):
            Phrase("It is kept as a travel document of \(name); only you and the staff can see it.")
        case .documentWithdrawn(let name): Phrase("The travel document of \(name) is withdrawn.")
        case .formAnswered(let title, _): Phrase("Your answers to “\(title)” are read; another mail says how.")
        case .guestsAdded(let guests): added(guests)
        case .guestsRemoved(let names):
            Phrase(
                names.count, one: "\(quoted(names)) is not on the guest list any more.",
                other: "\(quoted(names)) are not on the guest list any more.")
        case .guestsAsked(let names):
            Phrase(names.count, one: "\(quoted(names)) is being asked.", other: "\(quoted(names)) are being asked.")
        case .guestAnswered(let name, let reply, let party):
            Phrase("For “\(name)” it is noted: \(answer(reply, party: party)).")
        case .signingOpened(let title): Phrase("A link to the page where “\(title)” is signed is on its way.")
        case .signingCodeMailed: Phrase("The code is on its way.")
        case .documentSigned(let title, let version, _): Phrase("Version \(version) of “\(title)” is signed.")
        }
    }

    static func refused(_ refusal: ItemRefusal) -> Phrase {
        switch refusal {
        case .noSuchNumber(let number):
            Phrase("Nothing was changed: the list that you answered has no number \(number).")
        case .numberNeeded: Phrase("Nothing was changed: please say which, by the number in the list.")
        case .unread(let verb): unread(verb)
        case .notTheirs: Phrase("Nothing was changed: it is another person's.")
        case .alreadySo(let title): Phrase("Nothing was changed: “\(title)” was done before.")
        case .taken(let name): Phrase("Nothing was changed: there is one called “\(name)” already.")
        case .closed: Phrase("Nothing was changed: it is closed, and cannot be changed any more.")
        case .onlyStaff: Phrase("Nothing was changed: only the staff can do this.")
        case .nothingToExtend: Phrase("Nothing was asked for: no link of yours has an end.")
        case .misfit(let number): Phrase("Nothing was changed: piece \(number) does not fit into the room.")
        case .noPicture(let name): Phrase("“\(name)” is no picture that can be shown: JPEG, PNG and WebP can.")
        case .ownMailbox(let address):
            Phrase("Nothing was changed: \(address) is our own address, and what is mailed there comes back.")
        case .onlyClients: Phrase("Nothing was changed: only the client can do this.")
        case .noSuchThing(let name): Phrase("There is nothing called \(name) here.")
        case .fixed(let number): Phrase("Nothing was changed: \(number) stays as it was issued.")
        case .nothingOwed: Phrase("There is nothing to pay: no invoice is open.")
        case .noWayToPay(let number): Phrase("\(number) cannot be paid on the web. The invoice itself says how.")
        case .paymentDoubted: Phrase("The payment was not booked: somebody has to look at it.")
        case .unplaced:
            Phrase(
                "This conversation belongs to no project, so there is nobody to pass it on to. Your mail is kept, and somebody will look at it."
            )
        case .documentsMissing(let names):
            Phrase("Nothing was changed: a travel document is missing of \(names.joined(separator: ", ")).")
        case .noSuchStaff(let name):
            Phrase(
                "Nothing was changed: there is nobody, or more than one, of the staff called “\(name)”. The whole name or the address tells them apart."
            )
        case .noName: Phrase("Nothing was changed: a name is missing, or is too long.")
        case .impossibleDate: Phrase("Nothing was changed: that cannot be a date of birth.")
        case .noFile: Phrase("Nothing was kept: there was no file in the mail.")
        case .emptyFile(let name): Phrase("Nothing was kept: there is nothing in “\(name)”.")
        case .tooMany(let limit): Phrase("Nothing was changed: there are \(limit) already, and there can be no more.")
        case .noGuest(let lines):
            lines.isEmpty
                ? Phrase(
                    "Nothing was changed: that is no guest. Please write GUEST ADD, a name without a link in it, and an address."
                )
                : Phrase("Nothing was changed: no line of the table has a plain name and an email address.")
        case .tooManyGuests(let limit): Phrase("Nothing was changed: a guest list holds at most \(limit).")
        case .noTime: Phrase("Nobody was asked: the event has no date yet.")
        case .onlyAdmins: Phrase("Nothing was changed: owners and admins do this.")
        case .impossibleNumber, .impossibleInvoiceNumber:
            Phrase("Nothing was changed: the number is out of bounds.")
        case .misfitEntry: Phrase("Nothing was changed: something about it cannot be as it is.")
        case .impossibleDay: Phrase("Nothing was changed: there is no such day, or it is too early.")
        case .dueTooEarly: Phrase("Nothing was changed: nothing can be due before it is issued.")
        case .strayCharacters: Phrase("Nothing was changed: there are characters in it that cannot be shown.")
        case .staffAddress(let address): Phrase("Nothing was changed: \(address) belongs to somebody of the staff.")
        case .mailedOften(let count): Phrase("Nothing was sent: \(count) such mails went out within a day.")
        case .tooOften: Phrase("Nothing was done: it was asked for many times already. Please try again in an hour.")
        case .nameMissing: Phrase("Nothing was signed: the name is missing.")
        case .notAgreed: Phrase("Nothing was signed: it was not agreed to.")
        case .codeExpired: Phrase("Nothing was signed: the code works no more.")
        }
    }

    /// How the line is written that could not be read.
    private static func unread(_ name: String) -> Phrase {
        let verb = VerbWords.phrase(named: name)
        return switch CommandVerb(rawValue: name) {
        case .addPassenger:
            Phrase(
                "Nothing was changed: please write \(verb), a name, a comma and the date of birth like 1980-02-28, in one line."
            )
        case .addGuest: Phrase("Nothing was changed: please write \(verb), a name and an address, in one line.")
        case .removeGuest, .removePassenger, .passport, .sign, .yes, .no, .maybe:
            Phrase(
                "Nothing was changed: please write \(verb) and one number of the list, and nothing else in that line.")
        case .done:
            Phrase("Nothing was changed: please write \(verb) and numbers of the list, and nothing else in that line.")
        default:
            Phrase("Nothing was changed: please write \(verb) and what belongs to it, and nothing else in that line.")
        }
    }

    /// `yes, 3 people`.
    static func answer(_ reply: RSVP, party: Int) -> Phrase {
        switch reply {
        case .open: Phrase("no answer yet")
        case .yes: party == 1 ? Phrase("yes") : Phrase(party, one: "yes, one person", other: "yes, \(party) people")
        case .no: Phrase("no")
        case .maybe:
            party == 1
                ? Phrase("maybe") : Phrase(party, one: "maybe, one person", other: "maybe, \(party) people")
        }
    }

    private static func added(_ guests: AddedGuests) -> Phrase {
        var sentences: [Phrase] = []
        let (added, known) = (quoted(guests.added), quoted(guests.known))
        if !guests.added.isEmpty {
            sentences.append(
                guests.areAsked
                    ? Phrase(
                        guests.added.count, one: "\(added) is on the guest list now, and is being asked.",
                        other: "\(added) are on the guest list now, and are being asked.")
                    : Phrase(
                        guests.added.count, one: "\(added) is on the guest list now.",
                        other: "\(added) are on the guest list now."))
        }
        if !guests.known.isEmpty {
            sentences.append(
                Phrase(guests.known.count, one: "\(known) was on it before.", other: "\(known) were on it before."))
        }
        if !guests.unread.isEmpty {
            let lines = guests.unread.prefix(20).map { "\($0)" }.joined(separator: ", ")
            sentences.append(
                guests.unread.count > 20
                    ? Phrase("Not read, for want of a plain name and an email address: line \(lines) and more.")
                    : Phrase("Not read, for want of a plain name and an email address: line \(lines)."))
        }
        return .joined(sentences, by: " ")
    }

    static func quoted(_ titles: [String]) -> Phrase {
        let quoted = titles.map { Phrase("“\($0)”") }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? .empty }
        return Phrase("\(.joined(quoted.dropLast(), by: ", ")) and \(last)")
    }
}
