import MailFormat
import PortalCore

/// A request as it was typed: its text, what it is about, and for whom staff enter it.
struct RequestForm {
    let request: NewRequest

    init(_ form: OwnForm, attachments: [FileContent]) {
        self.init(
            client: form.text("client"), project: form.text("project"), text: form.text("text"),
            attachments: attachments)
    }

    /// - Parameters:
    ///   - client: an address, for staff; empty for one's own.
    ///   - project: a project's number; empty for something new.
    init(client: String, project: String, text: String, attachments: [FileContent]) {
        request = NewRequest(
            client: EmailAddress(client), project: Int64(project).map { ProjectID(number: $0) }, text: text,
            attachments: attachments)
    }
}
