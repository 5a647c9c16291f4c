import HTTPTypes
import Hummingbird
import Localization
import MailFormat
import NIOCore
import PortalCore

/// The guest list as a file for spreadsheets.
struct GuestTableFile {
    let page: GuestPage
    let language: Language

    var bytes: [UInt8] {
        var table = SeparatedValuesWriter()
        table.add(Self.headings.map { language($0) })
        for guest in page.guests { table.add(row(guest)) }
        return table.bytes
    }

    private static let headings = [
        Phrase("Name"), Phrase("Email address"), Phrase("Answer"), Phrase("People in all"), Phrase("Note"),
        Phrase("Asked"), Phrase("Answered"), Phrase("Why the mail did not arrive"),
    ]

    private func row(_ guest: Guest) -> [String] {
        [
            guest.name, guest.address.text, guest.reply == .open ? "" : language(guest.reply.label),
            String(guest.party), guest.note, guest.asked.map(ReadableTime.iso) ?? "",
            guest.answered.map(ReadableTime.iso) ?? "", guest.bounced ?? "",
        ]
    }
}

extension Website {
    /// For staff only: it holds every guest's address.
    func guestTable(_ project: ProjectID, _ slug: String, _ visit: Visit) throws -> Answer {
        try inside(slug, visit) { session in
            guard try portal.isStaff(session, of: slug),
                let found = try portal.guestPage(project, session, of: slug)
            else { return nil }
            let code = frame(found.viewer, session: session).language
            let table = GuestTableFile(page: found, language: settings.languages[code])
            return Answer(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                    .contentSecurityPolicy: SecurityFields.filePolicy,
                    .contentDisposition: ContentDisposition.attachment(
                        named: "guests-\(found.project.settings.name).csv"),
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: table.bytes)))
        }
    }
}
