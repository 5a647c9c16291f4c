import HTTPTypes
import Localization
import MailFormat
import PortalCore

extension Questionnaire {
    /// Tells one set of questions from another, so that no answer is put under another question.
    var version: String {
        ContentDigest(of: Array(settings.questions.map(\.text).joined(separator: "\n").utf8)).description
    }
}

extension Website {
    func formActs(_ place: Place.ToolPlace, _ project: ProjectID, _ slug: String) -> Acts? {
        switch (place.thing, place.act) {
        case (nil, nil): return Acts(get: { try showForms(project, slug, $0) })
        case (let number?, "answers"?):
            let id = QuestionnaireID(number: number)
            return Acts(post: { try await answer(id, project, slug, $0) })
        default: return nil
        }
    }

    private func answer(
        _ id: QuestionnaireID, _ project: ProjectID, _ slug: String, _ visit: Visit
    ) async throws -> Answer {
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let path = SitePath.thing(id.number, .forms, of: project, slug, "answers")
        let form = try await OwnForm(visit, at: path, key: session, limit: settings.uploadLimit)
        guard let page = try portal.questionnairePage(project, session, of: slug),
            let asked = page.forms.first(where: { $0.id == id })
        else { throw Problem.notFound }
        var sent = SentQuestionnaire(asked, form.text)
        guard form.value("version").utf8.elementsEqual(asked.version.utf8) else {
            return try showForms(
                project, slug, visit, sent: sent, problem: Phrase("The questions have changed. Please look again."))
        }
        if let command = sent.command(asked, in: project) {
            var outcomes = try await portal.perform(
                [.item(command)], for: .session(session, organization: slug), because: form.cause)
            // Whoever presses twice sees the second answer alone.
            if outcomes.first == .nothingToDo(.alreadyDone) { outcomes = try portal.outcomes(of: form.cause) }
            switch outcomes.first {
            case .refused(let refusal)?:
                if let answer = try turnedAway(refusal, from: slug) { return answer }
                return try showForms(project, slug, visit, sent: sent, problem: RefusalWords.text(refusal))
            case .done(.item(.formAnswered(_, let read)))?: sent.settle(read, of: asked)
            default: break
            }
        }
        guard !sent.isSettled else { return .seeOther("\(SitePath.tool(.forms, of: project, slug))#form-\(id)") }
        return try showForms(project, slug, visit, sent: sent, problem: Phrase("All is kept but what is marked below."))
    }

    private func showForms(
        _ project: ProjectID, _ slug: String, _ visit: Visit, sent: SentQuestionnaire? = nil, problem: Phrase? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.questionnairePage(project, session, of: slug) else { return nil }
            let view = QuestionnairesView(page: found, sent: sent, problem: problem) {
                token(for: $0, key: session).text
            }
            return page(
                "forms", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
