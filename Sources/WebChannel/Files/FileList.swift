import Localization
import PortalCore
import Templates

/// Files to take along, with their sizes, and what is to be known of those that run.
struct FileList {
    let files: [StoredFile]
    let slug: String
    /// Who looks at them.
    let viewer: Person
    /// Who brought them, where others than staff did.
    var author: PersonID?

    static let names: TemplateNames = .each(["filePath", "fileName", "fileSize", "mark"])

    var value: TemplateValue {
        .list(
            files.map { file in
                [
                    "filePath": isOffered(file) ? .text(SitePath.file(file.id, slug)) : .absent,
                    "fileName": .text(file.content.name), "fileSize": .phrase(ReadableSize.text(file.content.size)),
                    "mark": .optional(mark(on: file)),
                ]
            })
    }

    private func isOffered(_ file: StoredFile) -> Bool { !file.isHeld || viewer.isStaff || viewer.id == author }

    private func mark(on file: StoredFile) -> Phrase? {
        if viewer.isStaff { return Self.warning(file) }
        guard file.isHeld else { return nil }
        return isOffered(file)
            ? Phrase("kept back from others until the team has looked at it")
            : Phrase("kept back until the team has looked at it")
    }

    /// What staff are told of a file that runs.
    static func warning(_ file: StoredFile) -> Phrase? {
        guard file.content.runs else { return nil }
        return file.isHeld ? Phrase("can run programs, kept back from clients") : Phrase("can run programs")
    }
}
