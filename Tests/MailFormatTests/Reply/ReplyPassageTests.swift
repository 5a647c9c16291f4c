import Testing

@testable import MailFormat

/// Answers between quoted lines.
struct ReplyPassageTests {
    private static let quoted = """
        On Mon, 21 Sep 2026 at 14:00, Acme Studio <replies@acme.test> wrote:
        > Hello Dana,
        >
        > 1. How many people come?
        >    (A whole number from 1 to 300)
        120

        > 2. What shall there be to eat?
        Soup, please.
        And bread.
        >
        > 3. Is there a ramp?
        > 4. From which day?
        2026-10-14
        > Your portal: https://portal.acme.test
        """

    @Test("know the last numbered entry of the quotation above them")
    func entries() {
        let passages = VisibleReply(ofText: Self.quoted).passages
        #expect(passages.map(\.entry) == [1, 2, 4])
        #expect(passages.map(\.written) == ["120", "Soup, please.\nAnd bread.", "2026-10-14"])
    }

    @Test("are one without a quotation where all stands on top")
    func top() {
        let passages = VisibleReply(ofText: "Thanks!\n\n\(Self.quoted.replacing("120\n", with: ""))").passages
        #expect(passages.first?.entry == nil)
        #expect(passages.first?.written == "Thanks!")
    }

    @Test("are found in HTML, too")
    func html() {
        let html = """
            <blockquote type="cite"><p>1. How many people come?</p></blockquote><div>120</div>
            <blockquote type="cite"><p>2. What to eat?</p></blockquote><div>Soup</div>
            """
        let passages = VisibleReply(ofHTML: html).passages
        #expect(passages.map(\.entry) == [1, 2])
        #expect(passages.map(\.written) == ["120", "Soup"])
    }

    @Test(
        "have no entry where no line begins with a number and a dot",
        arguments: ["> 3 people", "> 3.5 hours", "> v1. x", "> 1999999999. x"])
    func none(line: String) {
        #expect(VisibleReply(ofText: "\(line)\nYes").passages.last?.entry == nil)
    }
}
