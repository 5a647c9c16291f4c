import MailFormat
import PortalCore

/// The organization's logo as a part of a mail.
struct InlineLogo {
    let contentID: MessageID
    let file: Draft.File

    /// Limit: bytes; every mail carries it.
    private static let largest = 200_000

    /// Nil where the name must be set in type: there is no logo, it is too large, or mail programs do not show its kind.
    /// SVG is shown by nearly none.
    init?(of organization: Organization, bytes: [UInt8]?, domain: String) {
        guard let logo = organization.settings.logo, let bytes, bytes.count <= Self.largest,
            bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), let type = MediaType("image/png"),
            let contentID = MessageID("logo.\(logo.digest.description.prefix(16))@\(domain)")
        else { return nil }
        self.contentID = contentID
        file = Draft.File(name: "logo.png", contentType: type, bytes: bytes, contentID: contentID)
    }
}
