import Localization
import PortalCore

/// The words for requests and for the travel documents that they wait for.
enum RequestWording {
    static func status(_ state: Request.State) -> Phrase {
        switch state {
        case .pending: Phrase("waits for an answer")
        case .confirmed: Phrase("confirmed")
        case .declined: Phrase("declined")
        }
    }

    static func documents(_ count: Int) -> Phrase {
        count == 0
            ? Phrase("no travel document yet")
            : Phrase(count, one: "one travel document", other: "\(count) travel documents")
    }

    static func requested(_ title: String, confirmed: Bool, missing: [String]) -> Phrase {
        if confirmed { return Phrase("Your request “\(title)” has arrived and is confirmed.") }
        guard !missing.isEmpty else {
            return Phrase("Your request “\(title)” has arrived. We write when it is confirmed.")
        }
        return Phrase(
            "Your request “\(title)” has arrived. It waits for a travel document of \(missing.joined(separator: ", ")): write PASSENGERS, and answer the list with the file attached."
        )
    }
}
