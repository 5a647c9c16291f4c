import PortalCore

/// Why a mail was kept for the staff.
enum HoldWords {
    static func why(_ outcomes: [Outcome]) -> String {
        for outcome in outcomes {
            switch outcome {
            case .held(let hold): return why(hold)
            case .refused(.portalClosed): return "The portal was closed."
            case .refused(.toolOff(let tool)): return "\(tool.title) are switched off."
            case .refused(.tooLong), .refused(.storageFull): return "It was too large to be taken."
            case .refused(.revoked): return "Its sender has no access any more."
            default: continue
            }
        }
        return "It could not be placed."
    }

    private static func why(_ hold: Hold) -> String {
        switch hold {
        case .unknownReplyAddress: "It went to a reply address that was never given out."
        case .noReplyAddress: "It went to no reply address."
        case .expiredReplyAddress: "It answers a mail that is too old."
        case .otherPerson(let address): "It came from \(address), who is not the person that was written to."
        case .ambiguousSender: "Its sender is unclear."
        case .authenticationFailed: "Its sender could not be verified."
        case .forgedTrace: "It pretends to have been checked."
        case .ambiguous: "It can be read in more than one way."
        case .nothingToReplyTo: "There is nothing that it could be a reply to."
        case .notAllowedIn: "Its sender has no access any more."
        case .unreadable: "It cannot be read."
        }
    }
}
