/// Something that a mail lists and an answer names by its number there.
package enum Thing: Hashable, Sendable, Codable {
    case deliverable(DeliverableID, version: Int)
    case toDo(ToDoID)
    case exhibit(ExhibitID, Tool)
    case file(FileID)
    case picture(PictureID)
    case invoice(InvoiceID)
    case request(RequestID)
    case passenger(PassengerID)
    case guest(GuestID)
    case form(QuestionnaireID)
    /// A question of a form, by its text: it stays the same when others come or go.
    case question(QuestionnaireID, String)
    case document(DocumentID, version: Int)
}

/// What a mail lists, in the order of its numbers: the first is 1.
package struct ListedThings: Equatable, Sendable, Codable {
    package let things: [Thing]
    /// The project that they belong to, and whose conversation an answer without commands goes to; nil for what belongs
    /// to the organization.
    package let project: ProjectID?

    package init(_ things: [Thing], in project: ProjectID?) {
        self.things = things
        self.project = project
    }

    /// The thing of this number; nil where the list has none.
    package func thing(number: Int) -> Thing? { things.indices.contains(number - 1) ? things[number - 1] : nil }
}
