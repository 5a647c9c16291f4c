import Localization
import PortalCore
import Templates

/// The five phases of a project, as clients see them.
struct Steps {
    /// 1 to 5.
    let phase: Int
    let names: [String]

    static let names: TemplateNames = [
        "number": .value, "count": .value, "current": .value, "items": .each(["step", "state", "isCurrent", "isDone"]),
    ]

    var value: TemplateValue {
        [
            "number": .number(phase), "count": .number(names.count),
            "current": .text(names.indices.contains(phase - 1) ? names[phase - 1] : ""),
            "items": .list(
                names.enumerated().map { index, name in
                    let state = index + 1 < phase ? "done" : index + 1 == phase ? "now" : "ahead"
                    return [
                        "step": .text(name), "state": .text(state), "isCurrent": .flag(index + 1 == phase),
                        "isDone": .flag(index + 1 < phase),
                    ]
                }),
        ]
    }
}

extension Project.Kind {
    var word: Phrase {
        switch self {
        case .project: Phrase("Project")
        case .event: Phrase("Event")
        case .lead: Phrase("Inquiry")
        case .trip: Phrase("Trip")
        }
    }
}
