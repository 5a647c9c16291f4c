import Localization
import PortalCore

/// Why a mail was kept for the staff.
enum HoldWords {
    static func why(_ outcomes: [Outcome]) -> Phrase {
        for outcome in outcomes {
            switch outcome {
            case .held(let hold): return why(hold)
            case .refused(.portalClosed): return Phrase("The portal was closed.")
            case .refused(.toolOff(let tool)): return Phrase("\(tool.title) are switched off.")
            case .refused(.tooLong), .refused(.storageFull): return Phrase("It was too large to be taken.")
            case .refused(.revoked): return Phrase("Its sender has no access any more.")
            default: continue
            }
        }
        return Phrase("It could not be placed.")
    }

    private static func why(_ hold: Hold) -> Phrase {
        switch hold {
        case .unknownReplyAddress: Phrase("It went to a reply address that was never given out.")
        case .noReplyAddress: Phrase("It went to no reply address.")
        case .expiredReplyAddress: Phrase("It answers a mail that is too old.")
        case .otherPerson(let address): Phrase("It came from \(address), who is not the person that was written to.")
        case .ambiguousSender: Phrase("Its sender is unclear.")
        case .authenticationFailed: Phrase("Its sender could not be verified.")
        case .forgedTrace: Phrase("It pretends to have been checked.")
        case .ambiguous: Phrase("It can be read in more than one way.")
        case .nothingToReplyTo: Phrase("There is nothing that it could be a reply to.")
        case .notAllowedIn: Phrase("Its sender has no access any more.")
        case .unreadable: Phrase("It cannot be read.")
        }
    }
}
