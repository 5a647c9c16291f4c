import Localization
import PortalCore
import Templates

/// Things that were asked for: what goes along with the mail, and what is linked.
struct GivenValues {
    let given: GivenThings
    let frame: LetterValues

    static let names: TemplateNames = [
        "attachedCount": .value, "linkedCount": .value,
        "entries": .each([
            "heading": .value, "page": .value,
            "files": .each(["name", "size", "digest", "attached", "link"]),
        ]),
    ]

    var all: TemplateValue {
        let files = given.entries.flatMap(\.files)
        let attached = files.count(where: isAttached)
        return [
            "project": frame.value(of: given.project), "attachedCount": .number(attached),
            "linkedCount": .number(files.count - attached), "entries": .list(given.entries.map(entry)),
        ]
    }

    private func isAttached(_ file: GivenFile) -> Bool {
        file.isSmall && frame.attached.contains(file.file.content.digest)
    }

    private func entry(_ entry: GivenThings.Entry) -> TemplateValue {
        [
            "heading": .text(entry.title),
            "page": .optional(entry.page.map { frame.site.tool($0, of: given.project.id, frame.organization) }),
            "files": .list(
                entry.files.map { file in
                    [
                        "name": .text(file.file.content.name),
                        "size": .phrase(ReadableSize.text(file.file.content.size)),
                        "digest": .text(file.file.content.digest.description), "attached": .flag(isAttached(file)),
                        "link": .text(link(file.file)),
                    ]
                }),
        ]
    }

    private func link(_ file: GivenContent) -> String {
        switch file.place {
        case .file(let id): frame.site.file(id, frame.organization)
        case .thing(let number, let tool):
            frame.site.thing(number, tool, of: given.project.id, frame.organization, "file")
        }
    }
}
