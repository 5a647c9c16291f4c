import PortalCore
import Testing

@testable import PosternTool

struct DocumentReaderTests {
    @Test(arguments: [
        ("documents: [{key: dd, file: lindgren-rao/logo.svg}]", "lacks the key `title`"),
        ("documents: [{key: dd, title: D}]", "lacks the key `file`"),
        (
            "documents: [{key: dd, title: D, kind: letter, file: lindgren-rao/logo.svg}]",
            "should be proposal, contract or banquet-event-order"
        ),
        ("documents: [{key: dd, title: D, file: lindgren-rao/empty.pdf}]", "the file lindgren-rao/empty.pdf is empty"),
        (
            "documents: [{key: dd, title: D, file: lindgren-rao/none.pdf}]",
            "the file lindgren-rao/none.pdf is not there"
        ),
        (
            "documents: [{key: dd, title: D, file: lindgren-rao/logo.svg, sign: [x@y.example]}]",
            "x@y.example is not among the organization's people"
        ),
        (
            "documents: [{key: dd, title: D, file: lindgren-rao/logo.svg}, {key: dd, title: E, file: lindgren-rao/logo.svg}]",
            "the document `dd` stands here more than once"
        ),
    ])
    func `what cannot be signed is said, with its place`(lines: String, problem: String) throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.write("", to: "config/lindgren-rao/empty.pdf")
        try workshop.replace(
            "        deliverables:\n", with: "        \(lines)\n        deliverables:\n", in: "config/portal.yaml")
        let problems = Configuration(folder: config).readAll(secrets: .described).problems
        #expect(problems.contains { $0.text.hasPrefix(problem) }, "\(problems)")
    }
}
