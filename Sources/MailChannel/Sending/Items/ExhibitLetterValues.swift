import Localization
import PortalCore
import Templates

/// What mails say about something to look at.
struct ExhibitLetterValues {
    let letter: ExhibitLetter

    /// The name of the template.
    var template: String {
        if case .commented = letter.occasion { return "comment" }
        return switch letter.exhibit.version.content {
        case .menu: "menu"
        case .itinerary: "itinerary"
        case .board: "board"
        case .floorPlan: "floor-plan"
        }
    }

    func values(_ frame: LetterValues) -> TemplateValue {
        let common: TemplateValue = ["project": frame.value(of: letter.project), "exhibit": exhibit(frame)]
        if case .commented(let message, let files, let about) = letter.occasion {
            return common.adding([
                "about": .text(about), "author": .text(message.authorName), "unverified": .flag(!message.verified),
                "message": frame.lines(message.text), "files": frame.files(files),
            ])
        }
        return common.adding(content)
    }

    private func exhibit(_ frame: LetterValues) -> TemplateValue {
        let exhibit = letter.exhibit
        return [
            "title": .text(exhibit.settings.title), "details": frame.lines(exhibit.settings.details),
            "version": exhibit.version.number > 1 ? .number(exhibit.version.number) : .absent,
            "asked": .flag(letter.isAsked),
            "link": .text(
                frame.site.thing(exhibit.id.number, exhibit.tool, of: letter.project.id, frame.organization)),
        ]
    }

    private var content: TemplateValue {
        switch letter.exhibit.version.content {
        case .menu(let menu): ["sections": .list(menu.sections.map(section))]
        case .itinerary(let itinerary): ["days": .list(ItineraryDays(itinerary).all.map(day))]
        case .floorPlan(let plan):
            [
                "tables": .number(plan.pieces.count { $0.shape != .label }),
                "seats": .number(plan.pieces.reduce(0) { $0 + $1.seats }), "drawn": .flag(plan.drawing != nil),
                "by": .optional(letter.exhibit.version.author),
            ]
        case .board:
            [
                "pictures": .list(letter.pictures.map { ["caption": .text($0.title), "by": .text($0.author)] }),
                "count": .number(letter.pictures.count),
            ]
        }
    }

    private func section(_ section: Menu.Section) -> TemplateValue {
        [
            "heading": .text(section.title),
            "dishes": .list(
                section.dishes.map {
                    [
                        "dish": .text($0.name), "text": .text($0.details),
                        "marks": .text($0.marks.joined(separator: ", ")),
                    ]
                }),
        ]
    }

    private func day(_ day: ItineraryDays.Day) -> TemplateValue {
        [
            "day": .phrase(.day(day.date, .weekday)),
            "entries": .list(
                day.entries.map {
                    [
                        "time": .text($0.hours), "what": .text($0.title), "place": .text($0.place),
                        "note": .text($0.note),
                    ]
                }),
        ]
    }
}

extension ExhibitLetter {
    fileprivate var isAsked: Bool { if case .asked = occasion { true } else { false } }
}
