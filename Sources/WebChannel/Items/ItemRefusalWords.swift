import PortalCore

/// Why a form about a thing was not carried out, for the top of the page that shows it again.
enum ItemRefusalWords {
    static func text(_ refusal: ItemRefusal) -> String {
        switch refusal {
        case .noSuchNumber, .numberNeeded: "Please choose at least one."
        case .notTheirs: "That is another person's. Nothing was changed."
        case .alreadySo(let title): "“\(title)” was done before. Nothing was changed."
        case .closed: "It is closed, and cannot be changed any more."
        case .misfit(let number):
            "Piece \(number) does not fit: its place must be in the room, its turn from 0 to 359, its seats at most 60, and a text needs words. Nothing was changed."
        case .noPicture: "That is no picture that can be shown: JPEG, PNG and WebP can."
        case .onlyStaff: "Only the staff can do this. Nothing was changed."
        case .nothingToExtend: "No link of yours has an end."
        case .onlyClients: "Only the client can do this. Nothing was changed."
        case .noSuchThing, .fixed, .nothingOwed, .noWayToPay, .paymentDoubted:
            "That is not possible. Nothing was changed."
        }
    }
}
