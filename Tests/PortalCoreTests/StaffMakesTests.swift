import MailFormat
import Testing

@testable import PortalCore

/// What staff make anew in a project, as tests make it.
enum StaffMakes {
    static let (ana, dana, lee) = (PersonID(number: 1), PersonID(number: 3), PersonID(number: 4))

    static func file(_ name: String = "photos") -> FileContent {
        FileContent(name: name, contentType: "text/plain", size: 1, digest: ContentDigest(of: Array(name.utf8)))
    }

    static func deliverable(
        _ title: String = "Photos", kind: String = "Print", due: String? = "2026-10-12", visible: Bool = true,
        files: [FileContent] = [file()]
    ) -> NewDeliverable {
        NewDeliverable(title: title, kind: kind, format: "JPEG", visible: visible, due: due, files: files)
    }

    static func document(
        _ title: String = "Contract", file: FileContent? = file("contract"), signers: Set<PersonID> = [ana, dana]
    ) -> NewDocument {
        NewDocument(title: title, kind: .contract, file: file, signers: signers)
    }

    static func form(
        _ title: String = "Your wishes", details: String = "Two minutes.", due: String? = nil,
        _ questions: [Question] = [question("How many?", .number(from: 0, to: 9)), question("When?", .date)]
    ) -> NewQuestionnaire {
        NewQuestionnaire(title: title, details: details, due: due, questions: questions)
    }

    static func question(_ text: String, _ kind: Question.Kind = .yesNo) -> Question {
        Question(text: text, kind: kind, isRequired: true)
    }

    static func toDo(_ title: String = "Send the plan", due: String? = nil, for assignee: PersonID = dana) -> NewToDo {
        NewToDo(title: title, details: "As PDF.", due: due, assignee: assignee)
    }
}

/// Deliverables, documents, forms and to-dos that staff make: what they come to, and their limits.
struct StaffMakesTests {
    private static let project = ProjectID(number: 1)
    private static let desired = DesiredPortal.acme

    private func world() async throws -> World {
        let world = try World()
        try await world.apply(Self.desired)
        try await world.portal.database.write { connection in
            let dana = try #require(try PersonRecord.find(StaffMakes.dana, at: world.portal.now, in: connection))
            _ = try PersonRecord.save(dana.settings, access: .active, of: dana.organization, in: connection)
        }
        _ = try await world.post()
        return world
    }

    @discardableResult
    private func make(_ works: WorkCommand..., in world: World) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for work in works {
            outcomes += try await world.portal.perform(
                [.item(.work(work))], for: .staff(.ben, organization: "acme"), because: world.press())
        }
        return outcomes
    }

    private func news(_ world: World) throws -> [String] {
        try world.portal.outbox(newest: 100).filter { $0.state != .sent }.compactMap { entry in
            try world.portal.person(entry.person).map { "\($0.name) \(entry.notice.topic)" }
        }
    }

    @Test("each comes to what configuration would have said, with a key that configuration cannot spell")
    func same() async throws {
        let world = try await world()
        let outcomes = try await make(
            .makeDeliverable(StaffMakes.deliverable(), in: Self.project),
            .addDocument(StaffMakes.document(), in: Self.project), .askQuestions(StaffMakes.form(), in: Self.project),
            .assignToDo(StaffMakes.toDo(), in: Self.project),
            .assignToDo(StaffMakes.toDo("And the list", for: StaffMakes.ana), in: Self.project), in: world)
        #expect(
            outcomes == [
                .done(.deliverableSet), .done(.item(.set(.documents))), .done(.item(.set(.forms))),
                .done(.item(.set(.todos))), .done(.item(.set(.todos))),
            ])
        let acme = try #require(try world.portal.currentPortal().organizations.first)
        #expect(
            acme.deliverables.last
                == DeliverableSettings(
                    project: "rebrand", name: "1", title: "Photos", kind: "Print", format: "JPEG", visible: true,
                    version: 1, due: "2026-10-12", files: [StaffMakes.file()]))
        func toDo(_ name: String, _ title: String, _ assignee: EmailAddress) -> ItemSettings {
            .toDo(
                ToDoSettings(
                    project: "rebrand", name: name, title: title, details: "As PDF.", assignee: assignee, due: nil))
        }
        #expect(
            acme.items == [
                toDo("1", "Send the plan", .dana), toDo("2", "And the list", .ana),
                .form(
                    QuestionnaireSettings(
                        project: "rebrand", name: "1", title: "Your wishes", details: "Two minutes.", due: nil,
                        isLocked: false, questions: StaffMakes.form().questions)),
                .document(
                    DocumentSettings(
                        project: "rebrand", name: "1", title: "Contract", kind: .contract, version: 1,
                        file: StaffMakes.file("contract"), signers: [.ana, .dana])),
            ])
    }

    @Test("whoever would hear of it from configuration hears of it, and nobody of what is hidden")
    func notices() async throws {
        let world = try await world()
        try await make(
            .makeDeliverable(StaffMakes.deliverable(), in: Self.project),
            .makeDeliverable(StaffMakes.deliverable("Sketch", visible: false), in: Self.project),
            .addDocument(StaffMakes.document(), in: Self.project), .askQuestions(StaffMakes.form(), in: Self.project),
            .assignToDo(StaffMakes.toDo(), in: Self.project), in: world)
        #expect(
            try news(world) == [
                "Dana deliverable-2", "Ana document-1", "Dana document-1", "Dana form-1", "Dana list-todos-1",
            ])
    }

    @Test(
        "the next apply has nothing to do, nothing to bring back, and takes nothing of it away, whatever else it changes"
    )
    func apply() async throws {
        let world = try await world()
        try await make(
            .makeDeliverable(StaffMakes.deliverable(), in: Self.project),
            .addDocument(StaffMakes.document(), in: Self.project), .askQuestions(StaffMakes.form(), in: Self.project),
            .assignToDo(StaffMakes.toDo(), in: Self.project), in: world)
        let before = try world.portal.currentPortal().organizations
        for restoring in [false, true] {
            let plan = Plan(current: try world.portal.currentPortal(), desired: Self.desired, restoring: restoring)
            #expect(plan.steps.isEmpty && plan.left.isEmpty)
        }
        var next = Self.desired
        next.organizations[0].deliverables[0].title = "New logo"
        next.organizations[0].items = [
            .toDo(
                ToDoSettings(
                    project: "rebrand", name: "plan", title: "Send the plan", details: "As PDF.", assignee: .dana,
                    due: nil))
        ]
        #expect(try await world.apply(next) == [.done(.deliverableSet), .done(.item(.set(.todos)))])
        let after = try world.portal.currentPortal().organizations[0]
        #expect(after.deliverables.last == before[0].deliverables.last && after.deliverables.count == 2)
        #expect(before[0].items.allSatisfy(after.items.contains) && after.items.count == 4)
    }

    private static let long = String(repeating: "x", count: 121)
    private static let misfits: [(WorkCommand, MisfitEntry)] = [
        (.makeDeliverable(StaffMakes.deliverable(" "), in: project), .title(limit: 120)),
        (.makeDeliverable(StaffMakes.deliverable(long), in: project), .title(limit: 120)),
        (.makeDeliverable(StaffMakes.deliverable("a\nb"), in: project), .title(limit: 120)),
        (.makeDeliverable(StaffMakes.deliverable(kind: long), in: project), .kind(limit: 40)),
        (.addDocument(StaffMakes.document("\u{202E}x"), in: project), .title(limit: 120)),
        (.addDocument(StaffMakes.document(signers: [StaffMakes.lee]), in: project), .person),
        (.addDocument(StaffMakes.document(signers: [StaffMakes.dana, PersonID(number: 99)]), in: project), .person),
        (.assignToDo(StaffMakes.toDo(""), in: project), .title(limit: 120)),
        (.assignToDo(StaffMakes.toDo(for: StaffMakes.lee), in: project), .person),
        (.assignToDo(StaffMakes.toDo(for: PersonID(number: 99)), in: project), .person),
        (.askQuestions(StaffMakes.form(""), in: project), .title(limit: 120)),
        (
            .askQuestions(StaffMakes.form(details: String(repeating: "x", count: 2001)), in: project),
            .text(limit: 2000)
        ),
        (.askQuestions(StaffMakes.form("x", []), in: project), .noQuestion),
        (.askQuestions(StaffMakes.form("x", [StaffMakes.question("")]), in: project), .questions),
    ]

    @Test("what cannot be is refused with what is wrong, and changes nothing", arguments: misfits.indices)
    func refused(row: Int) async throws {
        let world = try await world()
        let before = try world.portal.currentPortal().organizations
        let (work, entry) = Self.misfits[row]
        #expect(try await make(work, in: world) == [.refused(.item(.misfitEntry(entry)))])
        #expect(try world.portal.currentPortal().organizations == before)
        #expect(try news(world).isEmpty)
    }

    @Test("a day that the calendar lacks, and a missing file, are refused as everywhere")
    func daysAndFiles() async throws {
        let outcomes = try await make(
            .makeDeliverable(StaffMakes.deliverable(due: "2026-02-30"), in: Self.project),
            .assignToDo(StaffMakes.toDo(due: "tomorrow"), in: Self.project),
            .askQuestions(StaffMakes.form(due: "2026-13-01"), in: Self.project),
            .makeDeliverable(StaffMakes.deliverable(files: []), in: Self.project),
            .addDocument(StaffMakes.document(file: nil), in: Self.project), in: try await world())
        let (day, file) = (Outcome.refused(.item(.impossibleDay)), Outcome.refused(.item(.noFile)))
        #expect(outcomes == [day, day, day, file, file])
    }

    @Test("a form asks at most a hundred questions")
    func mostQuestions() async throws {
        let questions = (1...101).map { StaffMakes.question("Question \($0)?") }
        let outcomes = try await make(
            .askQuestions(StaffMakes.form("x", questions), in: Self.project),
            .askQuestions(StaffMakes.form("x", Array(questions.dropLast())), in: Self.project), in: try await world())
        #expect(outcomes == [.refused(.item(.tooMany(limit: 100))), .done(.item(.set(.forms)))])
    }

    @Test("each question that cannot be asked is named, with the reason")
    func questions() {
        func choice(_ count: Int, _ option: String = "yes") -> Question {
            StaffMakes.question("Choice \(count) \(option.utf8.count)", .choice(Array(repeating: option, count: count)))
        }
        let rows: [(Question, QuestionProblem?)] = [
            (StaffMakes.question("Alone?"), nil), (StaffMakes.question("Alone?"), .askedBefore),
            (StaffMakes.question("e\u{301}"), nil), (StaffMakes.question("\u{E9}"), .askedBefore),
            (StaffMakes.question(String(repeating: "x", count: 300)), nil),
            (StaffMakes.question(String(repeating: "x", count: 301)), .words(limit: 300)),
            (StaffMakes.question(""), .words(limit: 300)), (choice(1), .options(2...26, limit: 120)),
            (choice(2), nil), (choice(26), nil), (choice(27), .options(2...26, limit: 120)),
            (choice(2, Self.long), .options(2...26, limit: 120)), (choice(2, ""), .options(2...26, limit: 120)),
            (StaffMakes.question("n1", .number(from: 3, to: 2)), .noAnswerFits),
            (StaffMakes.question("n2", .number(from: -1, to: 2)), .noAnswerFits),
            (StaffMakes.question("n3", .number(from: 0, to: 999_999_999)), nil),
            (StaffMakes.question("t1", .text(longest: 0)), .noAnswerFits),
            (StaffMakes.question("t2", .text(longest: 5001)), .noAnswerFits),
            (StaffMakes.question("t3", .text(longest: 5000)), nil),
        ]
        let problems = StaffMakes.form("x", rows.map(\.0)).problems
        for (index, row) in rows.enumerated() { #expect(problems[index] == row.1, "\(row.0.text)") }
    }
}
