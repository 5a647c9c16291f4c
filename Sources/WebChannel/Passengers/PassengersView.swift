import Localization
import MailFormat
import PortalCore
import Templates

/// The directory of passengers, as a list that can be edited.
struct PassengersView {
    let page: PassengersPage
    var problem: Phrase?
    /// A form that could not be carried out.
    var sent: SentForm?
    /// The token of the form at a path.
    let token: (String) -> String
    /// Bytes.
    let limit: Int

    static let names: TemplateNames = OrganizationHeading.names.merging([
        "problem": .value, "staff": .value, "limit": .value, "required": .value, "count": .value,
        "add": ["action", "form", "typedName", "typedBorn"],
        "clients": .each(["clientAddress", "clientName", "chosen"]),
        "passengers": .each([
            "id": .value, "passenger": .value, "client": .value, "bornOn": .value, "missing": .value,
            "documents": .each(["filePath", "fileName", "fileSize", "mark", "action", "form", "file"]),
            "change": ["action", "form", "typedName", "typedBorn"], "isSent": .value, "remove": ["action", "form"],
            "keep": ["action", "form"],
        ]),
    ])

    private var settings: OrganizationSettings { page.viewer.organization.settings }

    var value: TemplateValue {
        let isStaff = page.viewer.person.isStaff
        let path = SitePath.tool(.passengers, settings.slug)
        return OrganizationHeading(viewer: page.viewer, tool: .passengers).value.adding([
            "problem": .optional(problem), "staff": .flag(isStaff), "limit": .phrase(ReadableSize.limit(Int64(limit))),
            "required": .flag(settings.requests.needDocuments), "count": .number(page.passengers.count),
            "add": isStaff && page.clients.isEmpty
                ? .absent : typing(["action": .text(path), "form": .text(token(path))], at: path, nil),
            "clients": .list(
                page.clients.map {
                    [
                        "clientAddress": .text($0.address.text), "clientName": .text($0.name),
                        "chosen": .flag(
                            sent?.text("client", at: path)?.utf8.elementsEqual($0.address.text.utf8) ?? false),
                    ]
                }),
            "passengers": .list(page.passengers.map(row)),
        ])
    }

    private func row(_ found: PassengersPage.PassengerWithDocuments) -> TemplateValue {
        let passenger = found.passenger
        let withdraw = path(passenger.id, "withdraw")
        let change = path(passenger.id, "change")
        return [
            "id": .text("\(passenger.id)"), "passenger": .text(passenger.details.name),
            "client": page.viewer.person.isStaff ? .text(passenger.clientName) : .absent,
            "bornOn": .phrase(ReadableTime.day(passenger.details.bornText)),
            "missing": .flag(found.documents.isEmpty && settings.requests.needDocuments),
            "documents": .list(
                found.documents.map {
                    [
                        "filePath": .text(SitePath.file($0.id, settings.slug)), "fileName": .text($0.content.name),
                        "fileSize": .phrase(ReadableSize.text($0.content.size)),
                        "mark": .optional(page.viewer.person.isStaff ? FileList.warning($0) : nil),
                        "action": .text(withdraw), "form": .text(token(withdraw)), "file": .text("\($0.id)"),
                    ]
                }),
            "change": typing(form(passenger.id, "change"), at: change, passenger.details),
            "isSent": .flag(sent?.isSent(to: change) ?? false), "remove": form(passenger.id, "remove"),
            "keep": form(passenger.id, "documents"),
        ]
    }

    private func path(_ id: PassengerID, _ act: String) -> String {
        SitePath.tool(.passengers, settings.slug, thing: id.number, act)
    }

    /// A form with what was typed into it, or with what it would change.
    private func typing(_ form: TemplateValue, at path: String, _ details: PassengerDetails?) -> TemplateValue {
        form.adding([
            "typedName": .text(sent?.text("name", at: path) ?? details?.name ?? ""),
            "typedBorn": .text(sent?.text("born", at: path) ?? details?.bornText ?? ""),
        ])
    }

    private func form(_ id: PassengerID, _ act: String) -> TemplateValue {
        ["action": .text(path(id, act)), "form": .text(token(path(id, act)))]
    }
}
