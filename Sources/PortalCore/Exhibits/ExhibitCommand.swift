/// What is done with everything that is there to be looked at.
package enum ExhibitCommand: Equatable, Sendable {
    /// Mails what a project has of these kinds: `GET menu`.
    case get([Tool], in: ProjectID)
    case comment(NewComment)
}

/// A message about one thing of a project.
package struct NewComment: Equatable, Sendable {
    package let thing: Thing
    package let message: NewMessage

    package init(_ message: NewMessage, about thing: Thing) {
        self.message = message
        self.thing = thing
    }
}

extension ExhibitCommand: ItemAct {
    var name: String {
        switch self {
        case .get: "get"
        case .comment: "comment"
        }
    }

    /// Both only speak: what is mailed goes to the address of whoever asked, as it went before.
    var weight: Command.Weight { .speak }

    func project(in connection: any Connection) -> ProjectID? {
        switch self {
        case .get(_, let project): project
        case .comment(let comment): comment.message.project
        }
    }

    var asked: Receipt.Asked {
        switch self {
        case .get: .item(name)
        case .comment(let comment): .message(attachments: comment.message.attachments)
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .get(let tools, let project): try transaction.mail(tools, of: project, to: participant)
        case .comment(let comment): try transaction.post(comment, by: participant)
        }
    }
}

extension Transaction {
    /// Limit: mails for one question.
    private static let mostMails = 10

    fileprivate func mail(_ tools: [Tool], of id: ProjectID, to participant: Participant) throws -> Outcome {
        var found: [Exhibit] = []
        for tool in tools {
            if case .failure(let refusal) = try project(id, tool, for: participant) { return .refused(refusal) }
            found += try ExhibitRecord.all(of: id, tool, in: connection)
        }
        guard let first = found.first else { return .refused(.notFound) }
        for exhibit in found.prefix(Self.mostMails) {
            try oweOnce(.item(.exhibit(.asked(exhibit.id))), to: participant.person.id)
        }
        return .done(.item(.listMailed(first.tool)))
    }

    /// It stands in the project's conversation as well, and everybody there hears of it.
    fileprivate func post(_ comment: NewComment, by participant: Participant) throws -> Outcome {
        let message = comment.message
        guard let about = try CommentedThing.find(comment.thing, of: message.project, in: connection) else {
            return .refused(.notFound)
        }
        let project: Project
        switch try self.project(message.project, about.exhibit.tool, for: participant) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let found): project = found
        }
        let (made, pictures) = made(of: message, about: comment.thing)
        if let refusal = try refusal(of: made, in: project) { return .refused(refusal) }
        let number = try save(made, about: comment.thing, in: project, by: participant)
        for (file, picture) in zip(try FileRecord.attachments(of: number, in: connection), pictures) {
            if let picture { try PictureRecord.add(picture, file.id, to: about.exhibit.id, in: connection) }
        }
        let notice = ExhibitNotice.commented(number, about: about.exhibit.id)
        try owe(.item(.exhibit(notice)), aboutProject: project, except: participant.person.id)
        let count = pictures.count { $0 != nil }
        guard count > 0 else { return .done(.item(.commented(about.title))) }
        return .done(.item(.pinned(about.title, pictures: count, others: pictures.count - count)))
    }

    /// The message with its pictures as they were made anew, and which of its files they are.
    private func made(of message: NewMessage, about thing: Thing) -> (NewMessage, [PreparedPicture?]) {
        guard thing.takesPictures else { return (message, message.attachments.map { _ in nil }) }
        let made = message.attachments.map { pictures[$0.digest] }
        let files = zip(message.attachments, made).map { $1?.whole ?? $0 }
        return (NewMessage(project: message.project, text: message.text, attachments: files), made)
    }
}

/// What a comment is about.
struct CommentedThing {
    let exhibit: Exhibit
    let title: String

    static func find(_ thing: Thing, of project: ProjectID, in connection: any Connection) throws -> CommentedThing? {
        switch thing {
        case .exhibit(let id, let tool):
            guard let exhibit = try ExhibitRecord.find(id, of: project, in: connection), exhibit.tool == tool else {
                return nil
            }
            return CommentedThing(exhibit: exhibit, title: exhibit.settings.title)
        case .picture(let id):
            guard let picture = try PictureRecord.find(id, of: project, in: connection),
                let board = try ExhibitRecord.find(picture.board, of: project, in: connection)
            else { return nil }
            return CommentedThing(exhibit: board, title: picture.title)
        default: return nil
        }
    }
}
