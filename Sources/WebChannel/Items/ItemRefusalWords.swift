import Localization
import PortalCore

/// Why a form about a thing was not carried out, for the top of the page that shows it again.
enum ItemRefusalWords {
    static func text(_ refusal: ItemRefusal) -> Phrase {
        switch refusal {
        case .noSuchNumber, .numberNeeded, .unread: Phrase("Please choose at least one.")
        case .notTheirs: Phrase("That is another person's. Nothing was changed.")
        case .alreadySo(let title): Phrase("“\(title)” was done before. Nothing was changed.")
        case .taken(let name): Phrase("There is one called “\(name)” already. Nothing was changed.")
        case .closed: Phrase("It is closed, and cannot be changed any more.")
        case .misfit(let number):
            Phrase(
                "Piece \(number) does not fit: its place must be in the room, its turn from 0 to 359, its seats at most 60, and a text needs words. Nothing was changed."
            )
        case .noPicture: Phrase("That is no picture that can be shown: JPEG, PNG and WebP can.")
        case .onlyStaff: Phrase("Only the staff can do this. Nothing was changed.")
        case .nothingToExtend: Phrase("No link of yours has an end.")
        case .ownMailbox(let address):
            Phrase("Nothing was changed: \(address) is our own address, and what is mailed there comes back.")
        case .onlyClients: Phrase("Only the client can do this. Nothing was changed.")
        case .noSuchThing, .fixed, .nothingOwed, .noWayToPay, .paymentDoubted:
            Phrase("That is not possible. Nothing was changed.")
        case .unplaced: Phrase("There is no conversation for this.")
        case .documentsMissing(let names):
            Phrase("A travel document is missing of \(names.joined(separator: ", ")). Nothing was changed.")
        case .noSuchStaff: Phrase("There is nobody of the staff by this name, or more than one.")
        case .noName: Phrase("Please type a name of at most 100 letters.")
        case .impossibleDate: Phrase("Please give a date of birth that can be, as in 1980-02-01.")
        case .noFile: Phrase("Please choose a file.")
        case .emptyFile(let name): Phrase("There is nothing in “\(name)”. Nothing was kept.")
        case .tooMany(let limit): Phrase("There are \(limit) already, and there can be no more.")
        case .noGuest:
            Phrase(
                "Please give a name and an email address; of a table, in columns of their own. No name holds a link.")
        case .tooManyGuests(let limit): Phrase("A guest list holds at most \(limit). Nothing was changed.")
        case .noTime: Phrase("The event has no date yet, so nobody was asked.")
        case .onlyAdmins: Phrase("Only owners and admins can do this. Nothing was changed.")
        case .impossibleNumber: Phrase("That number is out of bounds. Nothing was changed.")
        case .impossibleInvoiceNumber:
            Phrase("An invoice has a number like INV-12: capitals and digits, with -, / or _ between them, at most 32.")
        case .impossibleDay: Phrase("Please give days as in 2026-03-12.")
        case .dueTooEarly: Phrase("Nothing can be due before it is issued.")
        case .strayCharacters:
            Phrase("There are characters in it that cannot be shown, such as control characters or line breaks.")
        case .staffAddress(let address): Phrase("\(address) belongs to somebody of the staff. Nothing was changed.")
        case .misfitEntry(let entry): MisfitWords.text(entry)
        case .mailedOften(let count): Phrase("Nothing was sent: \(count) such mails went out within a day.")
        case .tooOften: Phrase("You asked for that many times already. Please try again in an hour.")
        case .nameMissing: Phrase("Please type your full name.")
        case .notAgreed: Phrase("Please say that you have read it and sign it.")
        case .codeExpired: Phrase("That code works no more. Please ask for another one.")
        }
    }
}
