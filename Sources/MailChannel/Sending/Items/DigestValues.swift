import Localization
import PortalCore
import Templates

/// “3 things need you”, as its template takes it.
struct DigestValues {
    let digest: Digest
    let frame: LetterValues

    var all: TemplateValue {
        let entries = digest.waiting.enumerated().map { index, thing -> TemplateValue in
            [
                "number": .number(index + 1), "text": .text(thing.title), "kind": .phrase(ListWords.one(thing.tool)),
                "due": .optional(thing.due.map(PeopleTime.day)),
            ]
        }
        return [
            "project": digest.project.map { frame.value(of: $0) } ?? .absent,
            "about": .text(digest.project?.settings.title ?? frame.organization.settings.name),
            "page": .text(frame.page(of: digest.project)), "count": .number(digest.waiting.count),
            "several": .flag(digest.waiting.count > 1), "entries": .list(entries),
            "answerable": .flag(!hints.isEmpty), "hints": .list(hints.map(TemplateValue.phrase)),
        ]
    }

    /// How the first thing of each kind is answered.
    private var hints: [Phrase] {
        var seen: Set<Tool> = []
        return digest.waiting.enumerated().compactMap { index, thing in
            guard seen.insert(thing.tool).inserted else { return nil }
            return ListWords(thing.tool).example(index + 1)
        }
    }
}
