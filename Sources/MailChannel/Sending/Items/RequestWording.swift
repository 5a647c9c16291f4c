import PortalCore

/// The words for requests and for the travel documents that they wait for.
enum RequestWording {
    static func status(_ state: Request.State) -> String {
        switch state {
        case .pending: "waits for an answer"
        case .confirmed: "confirmed"
        case .declined: "declined"
        }
    }

    static func documents(_ count: Int) -> String {
        switch count {
        case 0: "no travel document yet"
        case 1: "one travel document"
        default: "\(count) travel documents"
        }
    }

    static func requested(_ title: String, confirmed: Bool, missing: [String]) -> String {
        if confirmed { return "Your request “\(title)” has arrived and is confirmed." }
        guard !missing.isEmpty else { return "Your request “\(title)” has arrived. We write when it is confirmed." }
        return "Your request “\(title)” has arrived. It waits for a travel document of "
            + "\(missing.joined(separator: ", ")): write PASSENGERS, and answer the list with the file attached."
    }
}
