/// What stands for a thing that was asked for by mail.
package struct GivenThing: Equatable, Sendable {
    package let title: String
    /// Attached where they are small, else linked.
    package let files: [GivenContent]
    /// The page where it stands besides; nil where its files are all there is.
    package let page: Tool?

    package init(title: String, files: [GivenContent], page: Tool?) {
        self.title = title
        self.files = files
        self.page = page
    }
}

/// A file that stands for a thing.
package struct GivenContent: Equatable, Sendable {
    package let content: FileContent
    package let place: Place

    /// Where it is fetched on a page.
    package enum Place: Equatable, Sendable {
        case file(FileID)
        /// The thing of this number has one file.
        case thing(Int64, Tool)
    }

    init(content: FileContent, place: Place) {
        self.content = content
        self.place = place
    }

    init(_ file: StoredFile) { self.init(content: file.content, place: .file(file.id)) }
}

/// Things that were asked for.
package struct GivenNotice: Equatable, Sendable, Codable, ItemNews {
    let things: [Thing]
    let project: ProjectID
    /// Whether what is small may go along as files.
    let attached: Bool

    var topic: String { "given-\(project)" }
    var isNews: Bool { false }

    func load(for recipient: Person, by loader: LetterLoader) throws -> LetterLoader.Loaded? {
        try loader.given(things, in: project, attached: attached, to: recipient)
    }
}

/// Things that were asked for, with the files that go along.
package struct GivenThings: Sendable, Equatable {
    package let project: Project
    package let entries: [Entry]

    package struct Entry: Sendable, Equatable {
        package let title: String
        package let files: [GivenFile]
        package let page: Tool?
    }

    /// Limit: bytes of all the files that one mail brings along.
    static let mostBytes: Int64 = 5 << 20
}

/// A file that was asked for.
package struct GivenFile: Sendable, Equatable {
    package let file: GivenContent
    /// Whether it goes along with the mail; else it is linked.
    package let isSmall: Bool
}

extension LetterLoader {
    fileprivate func given(
        _ things: [Thing], in id: ProjectID, attached: Bool, to recipient: Person
    ) throws -> Loaded? {
        guard let project = try ProjectRecord.find(id, seenBy: recipient, in: connection),
            let organization = try OrganizationRecord.find(recipient.organization, in: connection)
        else { return nil }
        let nouns = Nouns.named.filter { recipient.isStaff || organization.settings.tools.contains($0.tool) }
        var room = attached ? GivenThings.mostBytes : -1
        let entries = try things.compactMap { thing -> GivenThings.Entry? in
            guard let given = try Nouns.given(thing, by: nouns, in: project, recipient, connection) else { return nil }
            let files = given.files.map { file in
                let isSmall = file.content.size <= room
                if isSmall { room -= file.content.size }
                return GivenFile(file: file, isSmall: isSmall)
            }
            return GivenThings.Entry(title: given.title, files: files, page: given.page)
        }
        guard !entries.isEmpty else { return nil }
        return (.item(.given(GivenThings(project: project, entries: entries))), .conversation(id), [])
    }
}
