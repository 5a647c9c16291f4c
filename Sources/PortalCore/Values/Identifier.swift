/// The number of one stored thing; numbers of different nouns cannot be mixed up.
package struct Identifier<Noun>: Hashable, Sendable {
    package let number: Int64
    package init(number: Int64) { self.number = number }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { "\(number)" }
}

package typealias OrganizationID = Identifier<Organization>
package typealias PersonID = Identifier<Person>
package typealias ProjectID = Identifier<Project>
package typealias DeliverableID = Identifier<Deliverable>
package typealias MessageNumber = Identifier<Message>
package typealias FileID = Identifier<StoredFile>
package typealias InvitationID = Identifier<Invitation>
package typealias PortalLinkID = Identifier<PortalLink>
package typealias SignInID = Identifier<SignIn>
package typealias DecisionID = Identifier<MadeDecision>
package typealias ConfirmationID = Identifier<Confirmation>
package typealias ToDoID = Identifier<ToDo>
package typealias ExhibitID = Identifier<Exhibit>
package typealias PictureID = Identifier<BoardPicture>
package typealias AskedInvitationID = Identifier<AskedInvitation>
package typealias InvoiceID = Identifier<Invoice>
package typealias RequestID = Identifier<Request>
package typealias RemarkID = Identifier<Remark>
package typealias PassengerID = Identifier<Passenger>
package typealias QuestionnaireID = Identifier<Questionnaire>
package typealias GuestID = Identifier<Guest>
package typealias DocumentID = Identifier<Document>
package typealias SigningID = Identifier<Signing>
package typealias SignatureID = Identifier<Signature>
package typealias OutboxID = Identifier<OutboxEntry>
package typealias InboxID = Identifier<InboxEntry>
