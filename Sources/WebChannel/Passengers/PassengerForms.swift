import HTTPTypes
import Localization
import MailFormat
import PortalCore

/// A passenger as typed into a form.
struct PassengerForm {
    /// Nil where the date is none.
    let details: PassengerDetails?
    /// Into whose directory, where staff add somebody.
    let client: EmailAddress?

    init(name: String, born: String, client: String) {
        details = PassengerDetails(name: name, bornText: born)
        self.client = EmailAddress(client)
    }

    init(_ form: OwnForm) {
        self.init(name: form.text("name"), born: form.text("born"), client: form.text("client"))
    }
}

extension Website {
    func passengerActs(_ place: Place.OrganizationToolPlace, _ slug: String) -> Acts? {
        guard let number = place.thing else {
            return place.act == nil
                ? Acts(
                    get: { try showPassengers(slug, $0) },
                    post: { visit in
                        try await change(SitePath.tool(.passengers, slug), slug, visit) { form in
                            let form = PassengerForm(form)
                            return form.details.map { .add($0, of: form.client) }
                        }
                    }) : nil
        }
        guard let act = place.act, let command = Self.command(act, of: PassengerID(number: number)) else { return nil }
        let path = SitePath.tool(.passengers, slug, thing: number, act)
        return Acts(post: { visit in
            try await change(path, slug, visit) { try await command($0, kept) }
        })
    }

    private typealias Keeping = ([MultipartForm.File]) async throws -> [FileContent]

    private static func command(
        _ act: String, of id: PassengerID
    ) -> ((OwnForm, Keeping) async throws -> PassengerCommand?)? {
        switch act {
        case "change": { form, _ in PassengerForm(form).details.map { .change(id, $0) } }
        case "remove": { _, _ in .remove(id) }
        case "documents": { form, kept in .keepDocuments(id, try await kept(form.content.files)) }
        case "withdraw":
            { form, _ in Int64(form.text("file")).map { .withdrawDocument(FileID(number: $0), of: id) } }
        default: nil
        }
    }

    /// A form without a whole date is told so by the same refusal that the core has for one that cannot be.
    private func change(
        _ path: String, _ slug: String, _ visit: Visit, _ command: (OwnForm) async throws -> PassengerCommand?
    ) async throws -> Answer {
        guard let session = visit.session(slug), try portal.viewer(session, of: slug) != nil else {
            return try inside(slug, visit) { _ in nil }
        }
        let form = try await OwnForm(visit, at: path, key: session, limit: settings.uploadLimit)
        var outcome: Outcome? = .refused(.item(.impossibleDate))
        if let command = try await command(form) {
            outcome = try await portal.perform(
                [.item(.passenger(command))], for: .session(session, organization: slug), because: form.cause
            ).first
        }
        guard case .refused(let refusal)? = outcome else { return .seeOther(SitePath.tool(.passengers, slug)) }
        if let answer = try turnedAway(refusal, from: slug) { return answer }
        return try showPassengers(
            slug, visit, problem: RefusalWords.text(refusal), sent: SentForm(form, at: path))
    }

    private func showPassengers(
        _ slug: String, _ visit: Visit, problem: Phrase? = nil, sent: SentForm? = nil
    ) throws -> Answer {
        try inside(slug, visit) { session in
            guard let found = try portal.passengersPage(session, of: slug) else { return nil }
            let view = PassengersView(
                page: found, problem: problem, sent: sent, token: { token(for: $0, key: session).text },
                limit: settings.uploadLimit)
            return page(
                "passengers", view.value, frame(found.viewer, session: session),
                status: problem == nil ? .ok : .unprocessableContent)
        }
    }
}
