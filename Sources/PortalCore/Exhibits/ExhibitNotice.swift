/// News about what is there to be looked at.
package enum ExhibitNotice: Equatable, Sendable, Codable, ItemNews {
    /// To clients: here it is, or its next version.
    case published(ExhibitID)
    /// To whoever asked for it.
    case asked(ExhibitID)
    /// Somebody wrote about it, or about one of the things on it.
    case commented(MessageNumber, about: ExhibitID)

    var topic: String {
        switch self {
        case .published(let id), .asked(let id), .commented(_, let id): "exhibit-\(id)"
        }
    }

    var isNews: Bool { if case .asked = self { false } else { true } }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        switch self {
        case .published(let id): try loader.exhibit(id, .published, for: recipient)
        case .asked(let id): try loader.exhibit(id, .asked, for: recipient)
        case .commented(let number, let id): try loader.comment(number, id, for: recipient)
        }
    }
}

/// What a mail about an exhibit says.
package struct ExhibitLetter: Sendable {
    package let project: Project
    package let exhibit: Exhibit
    package let occasion: Occasion
    /// Of a board, the newest first.
    package let pictures: [BoardPicture]

    package enum Occasion: Sendable {
        case published
        case asked
        /// `about` is the title of what it is about.
        case commented(Message, [StoredFile], about: String)
    }
}

extension LetterLoader {
    fileprivate func exhibit(
        _ id: ExhibitID, _ occasion: ExhibitLetter.Occasion, for recipient: Person
    ) throws -> Loaded? {
        guard let (exhibit, project) = try find(id, for: recipient) else { return nil }
        let pictures = try PictureRecord.all(of: id, in: project.id, connection: connection)
        let letter = ExhibitLetter(project: project, exhibit: exhibit, occasion: occasion, pictures: pictures)
        return (.item(.exhibit(letter)), .things(ListedThings([exhibit.thing], in: project.id)), [])
    }

    fileprivate func comment(_ number: MessageNumber, _ id: ExhibitID, for recipient: Person) throws -> Loaded? {
        guard let (exhibit, project) = try find(id, for: recipient),
            let message = try MessageRecord.find(number, in: connection), let thing = message.thing,
            let about = try CommentedThing.find(thing, of: project.id, in: connection)
        else { return nil }
        let files = try FileRecord.attachments(of: number, in: connection)
        let letter = ExhibitLetter(
            project: project, exhibit: exhibit, occasion: .commented(message, files, about: about.title),
            pictures: [])
        return (.item(.exhibit(letter)), .things(ListedThings([thing], in: project.id)), [])
    }

    private func find(_ id: ExhibitID, for recipient: Person) throws -> (Exhibit, Project)? {
        guard let exhibit = try ExhibitRecord.find(id, in: connection),
            let project = try ProjectRecord.find(exhibit.project, seenBy: recipient, in: connection)
        else { return nil }
        return (exhibit, project)
    }
}
