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

    private static let questions = [1: "How many people come?", 2: "What shall there be to eat?", 3: "Anything else?"]

    /// Our mail without marks, with what was typed among it.
    private static func unmarked(_ first: String, _ second: String, _ last: String) -> String {
        """
        From: Acme Studio <replies@acme.test>
        Sent: Monday, September 21, 2026 4:00 PM
        To: Dana <dana@client.test>
        Subject: Questions: The launch

        Hello Dana,

        please answer these questions for "Rebrand".

        1. How many people come?
           (A whole number from 1 to 300)
        \(first)

        2. What shall there be
        to eat?
           (One of: Soup, Bread (with salt))
           (Answer so far: Soup)
        \(second)

        3. Anything else? (if you like)
        \(last)

        Reply to this mail, and write each answer below its quoted question; or
        write Q1: and your answer, Q2: and the next. The same on the portal's page:

        https://portal.acme.test/acme/projects/1/forms

        --
        Acme Studio
        You can simply reply to this mail or write to hello@acme.test.
        """
    }

    @Test(
        "are known by the questions that were mailed, where no mark tells them apart",
        arguments: [
            (
                "130", "Bread", "A tent.\n\nAnd a dog.",
                ["1 130", "2 Bread", "3 A tent.\n\nAnd a dog."]
            ),
            ("", "", "", []), ("", "", "2 tents", ["3 2 tents"]), ("2. B", "", "", ["1 2. B"]),
            ("yes", "yes", "yes", ["1 yes", "2 yes", "3 yes"]), ("(none)", "", "Soup :)", ["3 Soup :)"]),
            ("4 to 6\n\nor 7", "", "", ["1 4 to 6\n\nor 7"]),
        ])
    func unmarked(first: String, second: String, last: String, expected: [String]) {
        let reply = VisibleReply(ofText: Self.unmarked(first, second, last))
        let passages = reply.passages(answering: Self.questions)
        #expect(passages.map { "\($0.entry ?? 0) \($0.written)" } == expected)
        #expect(reply.passages.isEmpty)
    }

    @Test(
        "are known behind a quoted question on its own line",
        arguments: [
            ("> 1. How many people come? 160", ["160"]), ("> 1. How many\n> people come? 160", []),
            ("> 1. How many people\n> come? 160", ["160"]), ("> 1. How many people come?\n>  (A number) 160", ["160"]),
            ("> 1. How many people come? (A\n> number) 160", ["160"]), ("> 1. How many people come?", []),
            ("> 1. How many people come?\n> something of ours", []), ("> > 1. How many people come? 160", []),
            ("> 1. How many came? 160", []), ("> 2. How many people come? 160", []),
            ("> 3. Anything else? (if you like)\n> 1. How many people come?\n> (160", []),
            ("> 1. How many people come? 160\n170", ["170"]),
            ("> 1. How many people come?\n> 1. How many people come? 160", []),
        ])
    func sameLine(text: String, expected: [String]) {
        let head = "On Mon, 21 Sep 2026 at 14:00, Acme Studio <replies@acme.test> wrote:\n"
        let passages = VisibleReply(ofText: head + text).passages(answering: Self.questions)
        #expect(passages.map(\.written) == expected)
    }

    @Test("end below the last question with the mail; where more follows that is not known, nothing is taken")
    func lastQuestion() {
        let head =
            "Here you are.\n\nFrom: Acme <replies@acme.test>\nSent: Monday\nTo: Dana\nSubject: x\n\n3. Anything else?\n"
        func answers(_ below: String) -> [String] {
            VisibleReply(ofText: head + below).passages(answering: Self.questions).filter { $0.entry != nil }
                .map(\.written)
        }
        #expect(answers("   (if you like)\n\nA tent,\nand a dog\n\n") == ["A tent,\nand a dog"])
        #expect(answers("\nWords of another template\n\nAnd more of them\n").isEmpty)
        #expect(answers("A tent\n\n--\nAcme Studio\n") == ["A tent"])
    }

    @Test("are none where they stand in what an earlier answer quoted, or where all are the same words of a template")
    func nested() {
        let earlier = Self.unmarked("130", "Bread", "A tent.")
        let again = "One more thing: see below.\n\nFrom: Dana <dana@client.test>\nSent: Monday\nTo: Acme\n\n\(earlier)"
        #expect(VisibleReply(ofText: again).passages(answering: Self.questions).compactMap(\.entry).isEmpty)
        let marked = "On Monday, Acme wrote:\n> 1. A? [must]\n> 2. B? [must]"
        #expect(VisibleReply(ofText: marked).passages(answering: [1: "A?", 2: "B?"]).isEmpty)
    }

    @Test(
        "have no entry where no line begins with a number and a dot",
        arguments: ["> 3 people", "> 3.5 hours", "> v1. x", "> 1999999999. x"])
    func none(line: String) {
        #expect(VisibleReply(ofText: "\(line)\nYes").passages.last?.entry == nil)
    }
}
