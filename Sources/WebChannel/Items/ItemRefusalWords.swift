import PortalCore

/// Why a form about a thing was not carried out, for the top of the page that shows it again.
enum ItemRefusalWords {
    static func text(_ refusal: ItemRefusal) -> String {
        switch refusal {
        case .noSuchNumber, .numberNeeded: "Please choose at least one."
        case .notTheirs: "That is another person's. Nothing was changed."
        case .alreadySo(let title): "“\(title)” was done before. Nothing was changed."
        case .closed: "It is closed, and cannot be changed any more."
        case .onlyStaff: "Only the staff can do this. Nothing was changed."
        case .nothingToExtend: "No link of yours has an end."
        case .onlyClients: "Only the client can do this. Nothing was changed."
        }
    }
}
