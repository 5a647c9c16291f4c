import Localization
import PortalCore
import Templates

/// Files to take along, with their sizes.
struct FileList {
    let files: [StoredFile]
    let slug: String

    static let names: TemplateNames = .each(["filePath", "fileName", "fileSize"])

    var value: TemplateValue {
        .list(
            files.map {
                [
                    "filePath": .text(SitePath.file($0.id, slug)), "fileName": .text($0.content.name),
                    "fileSize": .phrase(ReadableSize.text($0.content.size)),
                ]
            })
    }
}
