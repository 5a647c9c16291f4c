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
            let wrong = try await dana.post(
                Self.path,
                ["form": draft.token(for: Self.path), "version": version(draft), "q1-1": "many", "q1-2": "Soup"])
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
            #expect(try await dana.get(Self.page).token(for: Self.path) == "")
        }
    }
}
