import PortalCore

/// The sentences of receipts about the things of a project.
enum ItemWording {
    /// A command's name as it is typed.
    static func verb(_ name: String) -> String {
        String(decoding: name.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
    }

    static func did(_ effect: ItemEffect) -> String {
        switch effect {
        case .set: "It is done."
        case .mailed: "It is on its way."
        case .notificationsSet(true): "Notifications are on: news is mailed to you."
        case .notificationsSet(false):
            "Notifications are off. Receipts, links and codes that you ask for still come. UNMUTE turns them on again."
        case .assigned: "They belong to the project now."
        case .invitationRevoked: "The invitation is revoked."
        case .linkExpirySet: "The link's end is changed."
        case .testAnswered(verified: true):
            "Your reply came back, and the mail servers showed that it is from you: mail works both ways."
        case .testAnswered(verified: false):
            "Your reply came back: mail works both ways. The mail servers did not show that it is from you, so decisions in such mails are confirmed on a page."
        case .extensionAsked: "The staff have been asked for a link that is good for longer."
        case .listMailed(let tool): "The list of \(ListWords(tool).what) is on its way."
        case .toDosDone(let titles): "\(quoted(titles)) \(titles.count == 1 ? "is" : "are") ticked off."
        case .signingOpened(let title): "A link to the page where “\(title)” is signed is on its way."
        case .signingCodeMailed: "The code is on its way."
        case .documentSigned(let title, let version, _): "Version \(version) of “\(title)” is signed."
        case .toDoReopened(let title): "“\(title)” is open again."
        case .arranged(let title, let version):
            "“\(title)” has a version \(version) now, and everybody there is being told."
        case .pinned(let title, let pictures, let others):
            "\(pictures == 1 ? "Your picture is" : "Your \(pictures) pictures are") on “\(title)” now, and everybody there is being told."
                + (others == 0
                    ? "" : " The other files lie beside \(pictures == 1 ? "it" : "them"), in the conversation.")
        case .commented(let title):
            "It stands with “\(title)” and in the project's conversation now, and everybody there is being told."
        case .paymentLinkMailed(let number): "The way to pay invoice \(number) is on its way."
        case .invoicePaid(let number): "Invoice \(number) is paid."
        case .requested(let title, let confirmed, let missing):
            RequestWording.requested(title, confirmed: confirmed, missing: missing)
        case .requestConfirmed(let title): "“\(title)” is confirmed, and its client is being told."
        case .requestDeclined(let title): "“\(title)” is declined, and its client is being told."
        case .requestAssigned(let title, let name): "\(name) takes on “\(title)” now."
        case .remarked(let title): "It stands with “\(title)” now, and the other side is being told."
        case .passengerAdded(let name): "\(name) is on the list of passengers."
        case .passengerChanged(let name): "\(name) is changed."
        case .passengerRemoved(let name):
            "\(name) is off the list of passengers. Added again with the same name and date of birth, they are back with their documents."
        case .documentsKept(let name): "It is kept as a travel document of \(name); only you and the staff can see it."
        case .documentWithdrawn(let name): "The travel document of \(name) is withdrawn."
        case .formAnswered(let title, _): "Your answers to “\(title)” are read; another mail says how."
        case .guestsAdded(let guests): added(guests)
        case .guestsRemoved(let names):
            "\(quoted(names)) \(names.count == 1 ? "is" : "are") not on the guest list any more."
        case .guestsAsked(let names): "\(quoted(names)) \(names.count == 1 ? "is" : "are") being asked."
        case .guestAnswered(let name, let reply, let party):
            "For “\(name)” it is noted: \(answer(reply, party: party))."
        }
    }

    static func refused(_ refusal: ItemRefusal) -> String {
        switch refusal {
        case .noSuchNumber(let number): "Nothing was changed: the list that you answered has no number \(number)."
        case .numberNeeded: "Nothing was changed: please say which, by the number in the list."
        case .notTheirs: "Nothing was changed: it is another person's."
        case .alreadySo(let title): "Nothing was changed: “\(title)” was done before."
        case .closed: "Nothing was changed: it is closed, and cannot be changed any more."
        case .onlyStaff: "Nothing was changed: only the staff can do this."
        case .onlyAdmins: "Nothing was changed: owners and admins do this."
        case .impossibleNumber, .impossibleInvoiceNumber: "Nothing was changed: the number is out of bounds."
        case .impossibleDay: "Nothing was changed: there is no such day, or it is too early."
        case .mailedOften(let count): "Nothing was sent: \(count) such mails went out within a day."
        case .nothingToExtend: "Nothing was asked for: no link of yours has an end."
        case .misfit(let number): "Nothing was changed: piece \(number) does not fit into the room."
        case .noPicture(let name): "“\(name)” is no picture that can be shown: JPEG, PNG and WebP can."
        case .tooOften: "Nothing was done: it was asked for many times already. Please try again in an hour."
        case .nameMissing: "Nothing was signed: the name is missing."
        case .notAgreed: "Nothing was signed: it was not agreed to."
        case .codeExpired: "Nothing was signed: the code works no more."
        case .onlyClients: "Nothing was changed: only the client can do this."
        case .noSuchThing(let name): "There is nothing called \(name) here."
        case .fixed(let number): "Nothing was changed: \(number) stays as it was issued."
        case .nothingOwed: "There is nothing to pay: no invoice is open."
        case .noWayToPay(let number): "\(number) cannot be paid on the web. The invoice itself says how."
        case .paymentDoubted: "The payment was not booked: somebody has to look at it."
        case .unplaced:
            "This conversation belongs to no project, so there is nobody to pass it on to. Your mail is kept, and somebody will look at it."
        case .documentsMissing(let names):
            "Nothing was changed: a travel document is missing of \(names.joined(separator: ", "))."
        case .noSuchStaff(let name):
            "Nothing was changed: there is nobody, or more than one, of the staff called “\(name)”. The whole name or the address tells them apart."
        case .noName: "Nothing was changed: a name is missing, or is too long."
        case .impossibleDate: "Nothing was changed: that cannot be a date of birth."
        case .noFile: "Nothing was kept: there was no file in the mail."
        case .tooMany(let limit): "Nothing was changed: there are \(limit) already, and there can be no more."
        case .noGuest(let lines):
            lines.isEmpty
                ? "Nothing was changed: that is no guest. Please write GUEST ADD, a name and an address."
                : "Nothing was changed: no line of the table has a name and an email address."
        case .tooManyGuests(let limit): "Nothing was changed: a guest list holds at most \(limit)."
        case .noTime: "Nobody was asked: the event has no date yet."
        }
    }

    /// `yes, 3 people`.
    static func answer(_ reply: RSVP, party: Int) -> String {
        switch reply {
        case .open: "no answer yet"
        case .yes: party == 1 ? "yes" : "yes, \(party) people"
        case .no: "no"
        case .maybe: party == 1 ? "maybe" : "maybe, \(party) people"
        }
    }

    private static func added(_ guests: AddedGuests) -> String {
        var sentences: [String] = []
        if !guests.added.isEmpty {
            let verb = guests.added.count == 1 ? "is" : "are"
            let asked = guests.areAsked ? ", and \(verb) being asked" : ""
            sentences.append("\(quoted(guests.added)) \(verb) on the guest list now\(asked).")
        }
        if !guests.known.isEmpty {
            sentences.append("\(quoted(guests.known)) \(guests.known.count == 1 ? "was" : "were") on it before.")
        }
        if !guests.unread.isEmpty {
            let lines = guests.unread.prefix(20).map { "\($0)" }.joined(separator: ", ")
            let more = guests.unread.count > 20 ? " and more" : ""
            sentences.append("Not read, for want of a name and an email address: line \(lines)\(more).")
        }
        return sentences.joined(separator: " ")
    }

    static func quoted(_ titles: [String]) -> String {
        let quoted = titles.map { "“\($0)”" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return "\(quoted.dropLast().joined(separator: ", ")) and \(last)"
    }
}
