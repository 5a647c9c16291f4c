import MailFormat

/// A picture on a vision board.
package struct BoardPicture: Equatable, Sendable {
    package let id: PictureID
    package let board: ExhibitID
    /// The message that brought it: what it says is the caption.
    package let message: MessageNumber
    package let caption: String
    package let author: String
    package let at: Moment
    /// In pixels.
    package let width: Int
    package let height: Int
    /// What is shown of it: made anew from what came, without anything but pixels.
    package let whole: FileContent
    package let thumbnail: FileContent
    /// How many messages are about it.
    package fileprivate(set) var comments = 0

    package var thing: Thing { .picture(id) }
}

/// Vision boards, as lists see them.
enum Boards: ExhibitNoun {
    static let tool = Tool.boards
}

/// The table `pictures`.
enum PictureRecord {
    static let schema = """
        CREATE TABLE pictures (
            id INTEGER PRIMARY KEY,
            exhibit_id INTEGER NOT NULL REFERENCES exhibits (id),
            file_id INTEGER NOT NULL UNIQUE REFERENCES files (id),
            width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
            thumbnail BLOB NOT NULL CHECK (length(thumbnail) = 32), thumbnail_size INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX pictures_by_exhibit ON pictures (exhibit_id, id);

        """

    private static let select = """
        SELECT i.id, i.exhibit_id, m.id, m.text, p.name, m.at, i.width, i.height, f.name, f.size, f.sha256,
            i.thumbnail_size, i.thumbnail
        FROM pictures i JOIN files f ON f.id = i.file_id JOIN messages m ON m.id = f.message_id
        JOIN people p ON p.id = m.author_id
        """

    static func add(
        _ picture: PreparedPicture, _ file: FileID, to board: ExhibitID, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO pictures (exhibit_id, file_id, width, height, thumbnail, thumbnail_size)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .id(board), .id(file), .number(picture.width), .number(picture.height),
                .bytes(picture.thumbnail.digest.bytes), .integer(picture.thumbnail.size),
            ])
    }

    static func find(_ id: PictureID, of project: ProjectID, in connection: any Connection) throws -> BoardPicture? {
        try connection.first("\(select) WHERE i.id = $1 AND f.project_id = $2", [.id(id), .id(project)], read)
            .map { try counted($0, of: project, in: connection) }
    }

    /// Newest first. Limit: 300.
    static func all(
        of board: ExhibitID, in project: ProjectID, connection: any Connection
    ) throws -> [BoardPicture] {
        try connection.query("\(select) WHERE i.exhibit_id = $1 ORDER BY i.id DESC LIMIT 300", [.id(board)], read)
            .map { try counted($0, of: project, in: connection) }
    }

    private static func counted(
        _ picture: BoardPicture, of project: ProjectID, in connection: any Connection
    ) throws -> BoardPicture {
        var picture = picture
        picture.comments = try MessageRecord.count(about: picture.thing, of: project, in: connection)
        return picture
    }

    private static func read(_ row: any ResultRow) throws -> BoardPicture {
        let name = try row.text(8)
        return try BoardPicture(
            id: row.id(0), board: row.id(1), message: row.id(2), caption: row.text(3), author: row.text(4),
            at: row.moment(5), width: row.number(6), height: row.number(7),
            whole: FileContent(
                name: name, contentType: PreparedPicture.type, size: row.integer(9),
                digest: ContentDigest(stored: row.bytes(10))),
            thumbnail: FileContent(
                name: name, contentType: PreparedPicture.type, size: row.integer(11),
                digest: ContentDigest(stored: row.bytes(12))))
    }
}

extension BoardPicture {
    /// The first line of its caption, or its file's name.
    package var title: String {
        let line = caption.utf8.split(separator: UInt8(ascii: "\n")).first.map { String(decoding: $0, as: UTF8.self) }
        return String((line ?? whole.name).unicodeScalars.prefix(80))
    }
}
