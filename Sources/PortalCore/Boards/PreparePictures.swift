import Foundation
import MailFormat
import Pictures

/// A picture that came with a command, made anew and put into the content store.
struct PreparedPicture: Sendable {
    let whole: FileContent
    let thumbnail: FileContent
    /// In pixels.
    let width: Int
    let height: Int

    static let type = "image/jpeg"
    /// Pixels of the longer side: of what is shown, and of a thumbnail.
    static let sizes = [2048, 480]
    /// Limit: pictures that one command brings; more stay files.
    static let most = 20
}

extension Portal {
    /// The pictures that commands bring, made anew, by the digest of what came. What cannot be is left out.
    ///
    /// Done before the transaction, because it takes long, and on a thread of its own, because it blocks.
    func prepared(_ commands: [Command]) async throws -> [ContentDigest: PreparedPicture] {
        let files = commands.flatMap { Array($0.pictures.prefix(PreparedPicture.most)) }
        guard !files.isEmpty else { return [:] }
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { [contents] in
                continuation.resume(with: Result { try contents.prepared(files) })
            }
        }
    }
}

extension ContentStore {
    fileprivate func prepared(_ files: [FileContent]) throws -> [ContentDigest: PreparedPicture] {
        var prepared: [ContentDigest: PreparedPicture] = [:]
        for file in files where prepared[file.digest] == nil && file.size <= Int64(Darkroom.mostBytes) {
            guard let made = Darkroom.develop(try bytes(of: file.digest), sizes: PreparedPicture.sizes),
                let whole = made.first, let small = made.last
            else { continue }
            prepared[file.digest] = PreparedPicture(
                whole: try keep(whole, as: file), thumbnail: try keep(small, as: file), width: whole.width,
                height: whole.height)
        }
        return prepared
    }

    private func keep(_ picture: DevelopedPicture, as file: FileContent) throws -> FileContent {
        FileContent(
            name: file.name.asPictureName, contentType: PreparedPicture.type, size: Int64(picture.jpeg.count),
            digest: try put(picture.jpeg))
    }
}

extension Command {
    /// The files that are to be shown as pictures, if they are pictures.
    fileprivate var pictures: [FileContent] {
        if case .item(.floorPlan(.annotate(_, let file, _))) = self { return [file] }
        guard case .item(.exhibit(.comment(let comment))) = self, comment.thing.takesPictures else { return [] }
        // What they are their bytes say, not the type that came with them.
        return comment.message.attachments
    }
}

extension Thing {
    /// Whether pictures that come with a word about it are put on it.
    var takesPictures: Bool { if case .exhibit(_, .boards) = self { true } else { false } }
}

extension String {
    /// The file name with the ending of what it is now.
    fileprivate var asPictureName: String {
        let dot = utf8.lastIndex(of: UInt8(ascii: ".")) ?? endIndex
        let stem = String(decoding: utf8[..<dot], as: UTF8.self)
        return "\(stem.utf8.isEmpty ? "picture" : stem).jpg"
    }
}
