/// Forms, as lists and digests see them.
enum Questionnaires: Noun {
    static let tool = Tool.forms

    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings] {
        try QuestionnaireRecord.all(of: project.id, in: connection).map { .form($0.settings) }
    }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        try QuestionnaireRecord.all(of: project.id, in: connection).map(ListedThing.form)
    }

    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] {
        guard !person.isStaff else { return [] }
        return try QuestionnaireRecord.open(to: person.id, in: connection).filter { !$0.blanks.isEmpty }.map { form in
            WaitingThing(
                thing: .form(form.id), tool: tool, project: form.project, title: form.settings.title,
                due: form.settings.due)
        }
    }

    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {
        guard !person.isStaff else { return }
        for form in try QuestionnaireRecord.open(to: person.id, in: transaction.connection)
        where form.project == project && !form.blanks.isEmpty {
            try transaction.oweOnce(.item(.form(.asked(form.id))), to: person.id)
        }
    }
}

extension QuestionnaireSettings: StoredItemContent {
    /// A new form, and one that asks more than before, is mailed to the clients of the project.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        let current = try QuestionnaireRecord.find(name, of: project.id, in: connection)
        guard current?.settings != self else { return .nothingToDo(.unchanged) }
        let id = try QuestionnaireRecord.save(self, of: project.id, in: connection)
        let known = Set((current?.settings.questions ?? []).map(\.text))
        let asksMore = questions.contains { !known.contains($0.text) }
        if asksMore, !isLocked {
            for person in try PersonRecord.assigned(to: project.id, at: transaction.now, in: connection)
            where !person.isStaff && person.hears {
                try transaction.oweOnce(.item(.form(.asked(id))), to: person.id)
            }
        }
        return .done(.item(.set(.forms)))
    }
}
