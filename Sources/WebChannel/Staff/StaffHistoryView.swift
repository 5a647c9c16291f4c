import Localization
import PortalCore
import Templates

/// What was done in the organization, newest first.
struct StaffHistoryView {
    let page: StaffHistory

    static let names: TemplateNames = StaffHeading.names.merging([
        "entries": .each(["at", "iso", "who", "what", "came", "door"]), "count": .value, "nextPath": .value,
    ])

    var value: TemplateValue {
        let settings = page.viewer.organization.settings
        let time = ReadableTime(zone: settings.timeZone)
        return StaffHeading(viewer: page.viewer, heading: Phrase("History")).value(problem: nil).adding([
            "count": .number(page.entries.count),
            "entries": .list(
                page.entries.map { entry in
                    [
                        "at": .phrase(time.text(entry.at)), "iso": .text(ReadableTime.iso(entry.at)),
                        "who": .phrase(HistoryWords.who(entry)), "what": .phrase(HistoryWords.what(entry)),
                        "came": .phrase(Self.came(entry.result)), "door": .phrase(HistoryWords.way(entry)),
                    ]
                }),
            "nextPath": .optional(page.next.map { SitePath.staff(settings.slug, "history/\($0)") }),
        ])
    }

    private static func came(_ outcome: Outcome?) -> Phrase {
        switch outcome {
        case .done: Phrase("done")
        case .refused: Phrase("refused")
        case .needsConfirmation: Phrase("asked on a page")
        case .nothingToDo: Phrase("nothing to do")
        case .held: Phrase("kept for staff")
        case nil: .empty
        }
    }
}

extension Website {
    func showHistory(_ slug: String, before: Int64?, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            try portal.staffHistory(before: before, session, of: slug).map { found in
                page("staff-history", StaffHistoryView(page: found).value, frame(found.viewer, session: session))
            }
        }
    }
}
