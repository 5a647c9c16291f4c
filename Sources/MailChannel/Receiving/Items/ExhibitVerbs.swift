import MailFormat
import PortalCore

/// What is there to be looked at, by mail: `GET menu`, and whatever is said in reply to a mail about it.
enum ExhibitVerbs {
    static let verbs: Set<CommandVerb> = [.get]

    @Sendable
    static func read(_ command: ReplyCommand, _ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project, command.verb == .get, case .things(let things) = command.argument else {
            return nil
        }
        let tools = things.compactMap(tool)
        return tools.count == things.count ? .exhibit(.get(tools, in: project)) : nil
    }

    /// A comment, where the answered mail was about one of them.
    @Sendable
    static func said(_ text: String, _ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project, mail.things.count == 1, let thing = mail.things.first else { return nil }
        switch thing {
        case .exhibit, .picture: break
        default: return nil
        }
        let message = NewMessage(project: project, text: text, attachments: mail.files)
        return .exhibit(.comment(NewComment(message, about: thing)))
    }

    /// A picture that answers a floor plan's mail is its next version; the words are a comment.
    static func drawn(_ mail: ItemTranslation) -> ItemCommand? {
        guard let project = mail.project, mail.things.count == 1,
            case .exhibit(let id, .floorplans)? = mail.things.first,
            let picture = mail.files.first(where: { $0.contentType.utf8.starts(with: "image/".utf8) })
        else { return nil }
        return .floorPlan(.annotate(id, picture, in: project))
    }

    private static func tool(_ thing: NamedThing) -> Tool? {
        guard case .only(let kind) = thing else { return nil }
        return switch kind {
        case .menu: .menus
        case .itinerary: .itineraries
        case .visionBoard: .boards
        case .floorPlan: .floorplans
        default: nil
        }
    }
}
