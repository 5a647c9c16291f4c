import Localization
import MailFormat
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
            "forms": .optional(forms),
        ]
    }

    /// The page of the forms, where some wait: no answer by number fills one in.
    private var forms: String? {
        digest.waiting.contains { $0.tool == .forms } ? frame.page(of: .forms, in: digest.project) : nil
    }

    /// How the first thing of each kind is answered.
    private var hints: [Phrase] {
        var seen: Set<Tool> = []
        return digest.waiting.enumerated().compactMap { index, thing in
            guard seen.insert(thing.tool).inserted else { return nil }
            return Self.example(thing.tool, index + 1)
        }
    }

    /// Whoever keeps a list of guests has many ways to answer it; whoever is a guest has one.
    private static func example(_ tool: Tool, _ number: Int) -> Phrase? {
        tool == .guests ? VerbWords.phrase(.yes, number) : ListWords(tool).example(number)
    }
}
