import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// Forms on their page: kept while some questions are blank, with a word beside what cannot be read.
struct FormPageTests {
    private static let page = "/acme/projects/1/forms"
    private static let path = "/acme/projects/1/forms/1/answers"

    private static func form(isLocked: Bool = false, _ more: [Question] = []) -> ItemSettings {
        .form(
            QuestionnaireSettings(
                project: "film", name: "brief", title: "The premiere", details: "A few <things>.", due: "2026-04-01",
                isLocked: isLocked,
                questions: [
                    Question(text: "How many people come?", kind: .number(from: 1, to: 300), isRequired: true),
                    Question(text: "What to eat?", kind: .choice(["Soup", "Bread"]), isRequired: true),
                    Question(text: "Anything else?", kind: .text(longest: 500), isRequired: false),
                ] + more))
    }

    private func serving(_ body: (World, Browser) async throws -> Void) async throws {
        let world = try await World.acme()
        try await world.order(.setItem(Self.form(), organization: "acme"))
        try await WebChannelTests.serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            try await body(world, dana)
        }
    }

    private func version(_ page: Reply) -> String {
        String(page.text.firstMatch(of: /name="version" value="([0-9a-f]+)"/)?.1 ?? "")
    }

    /// What the page holds besides what is typed: its token, its questions, and what it showed of each.
    private func hidden(_ page: Reply) -> [(key: String, value: String)] {
        var fields = [(key: "form", value: page.token(for: Self.path)), (key: "version", value: version(page))]
        for match in page.text.matches(of: /name="(was-q1-[0-9]+)" value="([^"]*)"/) {
            fields.append((key: String(match.1), value: String(match.2)))
        }
        return fields
    }

    private func save(_ page: Reply, _ browser: Browser, _ typed: [Int: String]) async throws -> Reply {
        try await browser.post(
            Self.path,
            pairs: hidden(page)
                + typed.sorted { $0.key < $1.key }.map { (key: "q1-\($0.key)", value: $0.value) })
    }

    @Test("a page that was open for long takes back no answer that came meanwhile")
    func meanwhile() async throws {
        try await serving { _, dana in
            let early = try await dana.get(Self.page)
            #expect(try await save(early, dana, [1: "120", 3: "Coats\r\nand hats"]).status == 303)
            #expect(try await save(early, dana, [1: "", 2: "Soup", 3: ""]).status == 303)
            let after = try await dana.get(Self.page)
            #expect(after.text.contains("value=\"120\"") && after.text.contains("value=\"Soup\" checked"))
            #expect(after.text.contains("Coats\nand hats</textarea>"))
            // Untouched, with the line ends of a browser.
            #expect(try await save(after, dana, [1: "120", 2: "Soup", 3: "Coats\r\nand hats"]).status == 303)
            #expect(
                try await save(after, dana, [1: "", 2: "Soup", 3: ""]).status == 303, "whoever empties a field means it"
            )
            let emptied = try await dana.get(Self.page).text
            #expect(!emptied.contains("value=\"120\"") && !emptied.contains("Coats"))
        }
    }

    @Test("what was answered otherwise meanwhile is shown beside what was typed, and saving again decides")
    func overtaken() async throws {
        try await serving { _, dana in
            let early = try await dana.get(Self.page)
            #expect(try await save(early, dana, [1: "120"]).status == 303)
            let late = try await save(early, dana, [1: "90", 3: "Coats"])
            #expect(late.status == 422)
            #expect(late.text.contains("Meanwhile this was answered: “120”") && late.text.contains("value=\"90\""))
            let between = try await dana.get(Self.page)
            #expect(between.text.contains("value=\"120\"") && between.text.contains("Coats</textarea>"))
            #expect(try await save(late, dana, [1: "90", 3: "Coats"]).status == 303)
            #expect(try await dana.get(Self.page).text.contains("value=\"90\""))
        }
    }

    @Test("when the questions change, what was typed goes with its question, or is shown beside the form")
    func moved() async throws {
        try await serving { world, dana in
            let page = try await dana.get(Self.page)
            let questions = [
                Question(text: "When?", kind: .date, isRequired: true),
                Question(text: "How many people come?", kind: .number(from: 1, to: 300), isRequired: true),
            ]
            let changed = QuestionnaireSettings(
                project: "film", name: "brief", title: "The premiere", details: "", due: nil, isLocked: false,
                questions: questions)
            try await world.order(.setItem(.form(changed), organization: "acme"))
            let late = try await save(page, dana, [1: "120", 3: "Bring coats"])
            #expect(late.status == 422 && late.text.contains("The questions have changed"))
            #expect(late.text.contains("name=\"q1-2\" maxlength=\"40\" value=\"120\""))
            #expect(late.text.contains("it was not kept") && late.text.contains("Bring coats"))
        }
    }

    @Test("a draft is kept; what cannot be read is shown with the reason, and the rest is kept")
    func exchange() async throws {
        try await serving { _, dana in
            #expect(try await dana.get("/acme").text.contains("The premiere"))
            let page = try await dana.get(Self.page)
            try expectGolden(page.golden(port: dana.port), "forms.http")
            let saved = try await dana.post(
                Self.path, ["form": page.token(for: Self.path), "version": version(page), "q1-1": "120"])
            try expectGolden(saved.golden(port: dana.port), "forms-saved.http")
            let draft = try await dana.get(Self.page)
            #expect(draft.text.contains("value=\"120\"") && draft.text.contains("Still to be answered: 1"))
            let wrong = try await save(draft, dana, [1: "many", 2: "Soup"])
            try expectGolden(wrong.golden(port: dana.port), "forms-wrong.http")
            let after = try await dana.get(Self.page).text
            #expect(after.contains("value=\"120\"") && after.contains("Everything is answered"))
        }
    }

    @Test("other questions than those that were shown are not answered")
    func changed() async throws {
        try await serving { world, dana in
            let page = try await dana.get(Self.page)
            let more = [Question(text: "When?", kind: .date, isRequired: true)]
            try await world.order(.setItem(Self.form(isLocked: false, more), organization: "acme"))
            let late = try await dana.post(
                Self.path, ["form": page.token(for: Self.path), "version": version(page), "q1-1": "120"])
            #expect(late.status == 422)
            #expect(late.text.contains("The questions have changed"))
        }
    }

    @Test("a locked form shows its answers, and takes none")
    func locked() async throws {
        try await serving { world, dana in
            let page = try await dana.get(Self.page)
            try await world.order(.setItem(Self.form(isLocked: true), organization: "acme"))
            let late = try await dana.post(
                Self.path, ["form": page.token(for: Self.path), "version": version(page), "q1-1": "120"])
            #expect(late.status == 422)
            #expect(late.text.contains("it was not kept") && late.text.contains("<p class=\"text\">120</p>"))
            #expect(try await dana.get(Self.page).token(for: Self.path) == "")
        }
    }
}
