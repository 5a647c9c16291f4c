import PortalCore
import Testing

@testable import PosternTool

struct ExhibitReaderTests {
    @Test(arguments: [
        ("menus: [{key: m}]", "lacks the key `title`"), ("menus: soup", "should be a list"),
        ("menus: [{key: mm, title: M, sections: [{dishes: [Soup]}]}]", "lacks the key `title`"),
        ("menus: [{key: mm, title: M, sections: [{title: S, dishes: [{name: Soup, mark: vegan}]}]}]", "has `mark`"),
        ("menus: [{key: mm, title: M}, {key: mm, title: N}]", "the menu `mm` stands here more than once"),
        ("itineraries: [{key: ii, title: I, entries: [{title: E}]}]", "lacks the key `start`"),
        ("itineraries: [{key: ii, title: I, entries: [{start: 2026-06-31T10:00, title: E}]}]", "should be a time like"),
        (
            "itineraries: [{key: ii, title: I, entries: [{start: 2026-06-12T10:00, end: 2026-06-12T09:00, title: E}]}]",
            "is before `start`"
        ),
    ])
    func `what cannot be shown is said, with its place`(lines: String, problem: String) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace(
            "        deliverables:\n", with: "        \(lines)\n        deliverables:\n", in: "config/portal.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
        #expect(problems.contains { $0.text.hasPrefix(problem) }, "\(problems)")
    }
}
