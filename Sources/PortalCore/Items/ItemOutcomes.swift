/// What came of a command about a thing.
package enum ItemEffect: Equatable, Sendable, Codable {
    /// Configuration's word holds.
    case set(Tool)
    case listMailed(Tool)
    /// What was asked for is on its way.
    case mailed
    /// Whether this person is mailed about news from now on.
    case notificationsSet(Bool)
    /// The staff were asked for a longer link.
    case extensionAsked
    /// These to-dos are done now.
    case toDosDone([String])
    case toDoReopened(String)
    /// There is one more message about this.
    case commented(String)
    /// The plan has a new version.
    case arranged(String, version: Int)
    /// So many of the files that came are pictures on this board now; the others lie beside them.
    case pinned(String, pictures: Int, others: Int)
    /// Each by the invoice's number.
    case paymentLinkMailed(String)
    case invoicePaid(String)
    case invoiceCancelled(String)
    /// A request has come in; `missing`: who lacks a travel document that it waits for.
    case requested(String, confirmed: Bool, missing: [String])
    case requestConfirmed(String)
    case requestDeclined(String)
    case requestAssigned(String, to: String)
    case remarked(String)
    case passengerAdded(String)
    case passengerChanged(String)
    case passengerRemoved(String)
    /// Travel documents are kept.
    case documentsKept(of: String)
    case documentWithdrawn(of: String)
    /// Each answer by itself: kept, or not.
    case formAnswered(String, [ReadAnswer])
    case guestsAdded(AddedGuests)
    case guestsRemoved([String])
    case guestsAsked([String])
    case guestAnswered(String, RSVP, party: Int)
    /// The page on which this is signed is open: its link was mailed, or handed over.
    case signingOpened(String)
    case signingCodeMailed
    /// `complete`: nobody else has to.
    case documentSigned(String, version: Int, complete: Bool)
    /// Somebody who has access already belongs to one more project.
    case assigned
    case invitationRevoked
    /// Nil: it has no end.
    case linkExpirySet(PortalLinkID, Moment?)
    /// So many clients are told that their links end.
    case linkEndsAnnounced(Int)
    /// So many mails that waited go out.
    case sendingResumed(Int)
    /// Everybody of the project may have the file of this name.
    case fileReleased(String)
    /// The answer to a test mail came back; whether its sender was shown by the mail servers.
    case testAnswered(verified: Bool)
}

/// Why something was not done with a thing, fit to be told to the person who asked.
package enum ItemRefusal: Equatable, Sendable, Codable {
    /// The list that was answered has no such number.
    case noSuchNumber(Int)
    /// The list has several things, and none was named.
    case numberNeeded
    /// What belongs to this verb is missing, or cannot be read.
    case unread(String)
    /// It is another person's.
    case notTheirs
    /// It is so already.
    case alreadySo(String)
    /// There is something of this name already.
    case taken(String)
    /// Nobody may change it any more.
    case closed
    case onlyStaff
    /// The piece of this number cannot be where or as it is.
    case misfit(Int)
    /// The file of this name is no picture that can be shown.
    case noPicture(String)
    case onlyClients
    /// The portal's own address: whatever is mailed there comes back to it.
    case ownMailbox(String)
    /// No link of theirs has an end.
    case nothingToExtend
    /// There is nothing of this name.
    case noSuchThing(String)
    /// What was issued under this number stays as it is.
    case fixed(String)
    /// No invoice waits for money.
    case nothingOwed
    /// The invoice of this number cannot be paid on the web.
    case noWayToPay(String)
    case paymentDoubted(PaymentDoubt)
    /// It belongs to no project, so to no conversation.
    case unplaced
    /// These passengers have no travel document yet.
    case documentsMissing([String])
    /// Nobody of the staff, or more than one, is called so.
    case noSuchStaff(String)
    case noName
    case impossibleDate
    case noFile
    /// There is nothing in the file of this name.
    case emptyFile(String)
    /// Members of the staff ask an admin or an owner.
    case onlyAdmins
    case impossibleNumber
    case impossibleDay
    /// Nothing is due before it is issued.
    case dueTooEarly
    /// There are characters in it that no line of text shows.
    case strayCharacters
    /// Whoever has this address is of the staff.
    case staffAddress(String)
    case impossibleInvoiceNumber
    /// Something new cannot have what was typed for it.
    case misfitEntry(MisfitEntry)
    /// It was mailed so often within a day already.
    case mailedOften(Int)
    /// There are as many as there may be.
    case tooMany(limit: Int)
    /// Nothing could be read as a guest; lines of a table.
    case noGuest([Int])
    case tooManyGuests(Int)
    /// The event has no time yet.
    case noTime
    /// The same was asked for many times within a short while.
    case tooOften
    case nameMissing
    /// It was not said that it is agreed to.
    case notAgreed
    /// No code was asked for, or its ten minutes are over.
    case codeExpired
}

extension Outcome {
    /// Whether the answer is a mail of its own, so that no receipt is owed besides.
    var isItsOwnAnswer: Bool {
        switch self {
        case .done(.item(.listMailed)), .done(.item(.mailed)), .done(.item(.paymentLinkMailed)),
            .done(.item(.formAnswered)), .done(.item(.signingOpened)):
            true
        default: false
        }
    }
}
