import Localization
import MailFormat
import PortalCore
import Templates

/// The directory of passengers, as a list that can be edited.
struct PassengersView {
    let page: PassengersPage
    var problem: Phrase?
    /// The token of the form at a path.
    let token: (String) -> String
    /// Bytes.
    let limit: Int

    static let names: TemplateNames = OrganizationHeading.names.merging([
        "problem": .value, "staff": .value, "limit": .value, "required": .value, "count": .value,
        "add": ["action", "form"], "clients": .each(["clientAddress", "clientName"]),
        "passengers": .each([
            "id": .value, "passenger": .value, "client": .value, "born": .value, "bornOn": .value, "missing": .value,
            "documents": .each(["filePath", "fileName", "fileSize", "mark", "action", "form", "file"]),
            "change": ["action", "form"], "remove": ["action", "form"], "keep": ["action", "form"],
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
                ? .absent : ["action": .text(path), "form": .text(token(path))],
            "clients": .list(
                page.clients.map { ["clientAddress": .text($0.address.text), "clientName": .text($0.name)] }),
            "passengers": .list(page.passengers.map(row)),
        ])
    }

    private func row(_ found: PassengersPage.PassengerWithDocuments) -> TemplateValue {
        let passenger = found.passenger
        let withdraw = path(passenger.id, "withdraw")
        return [
            "id": .text("\(passenger.id)"), "passenger": .text(passenger.details.name),
            "client": page.viewer.person.isStaff ? .text(passenger.clientName) : .absent,
            "born": .text(passenger.details.bornText), "bornOn": .phrase(ReadableTime.day(passenger.details.bornText)),
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
            "change": form(passenger.id, "change"), "remove": form(passenger.id, "remove"),
            "keep": form(passenger.id, "documents"),
        ]
    }

    private func path(_ id: PassengerID, _ act: String) -> String {
        SitePath.tool(.passengers, settings.slug, thing: id.number, act)
    }

    private func form(_ id: PassengerID, _ act: String) -> TemplateValue {
        ["action": .text(path(id, act)), "form": .text(token(path(id, act)))]
    }
}
