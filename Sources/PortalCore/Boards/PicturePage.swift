/// What a page of one picture shows.
package struct PicturePage: Sendable, Equatable {
    package let viewer: Participant
    package let project: Project
    package let board: Exhibit
    package let picture: BoardPicture
    package let comments: [Message]
    package let attachments: [MessageNumber: [StoredFile]]
}

extension Portal {
    /// A picture of a board; nil when nobody is signed in, or for them there is no such page.
    package func picturePage(
        _ id: PictureID, of board: ExhibitID, in project: ProjectID, _ session: Secret, of slug: String
    ) throws -> PicturePage? {
        try read(.boards, of: project, session, slug) { viewer, project, connection in
            guard let picture = try PictureRecord.find(id, of: project.id, in: connection), picture.board == board,
                let exhibit = try ExhibitRecord.find(board, of: project.id, in: connection)
            else { return nil }
            return try PicturePage(
                viewer: viewer, project: project, board: exhibit, picture: picture,
                comments: MessageRecord.about(picture.thing, of: project.id, in: connection),
                attachments: FileRecord.attachments(in: project.id, connection: connection))
        }
    }
}
