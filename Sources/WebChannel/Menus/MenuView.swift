import PortalCore
import Templates

/// What a menu's page shows of it.
enum MenuView {
    static let names: TemplateNames = ExhibitView.frameNames.merging([
        "sections": .each([
            "section": .value, "dishes": .each(["dish": .value, "taste": .value, "marks": .each(.value)]),
        ])
    ])

    static func value(_ menu: Menu) -> TemplateValue {
        ["sections": .list(menu.sections.map(section))]
    }

    private static func section(_ section: Menu.Section) -> TemplateValue {
        [
            "section": .text(section.title),
            "dishes": .list(
                section.dishes.map {
                    [
                        "dish": .text($0.name), "taste": .text($0.details),
                        "marks": .list($0.marks.map(TemplateValue.text)),
                    ]
                }),
        ]
    }
}
