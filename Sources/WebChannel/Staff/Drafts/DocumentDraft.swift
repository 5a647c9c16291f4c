import Localization
import PortalCore
import Templates

/// A document as it was typed.
struct DocumentDraft: Draft {
    static let template = "staff-document"
    static let place = "documents"
    static let heading = Phrase("New document to sign")
    static let names = DraftPage.names.merging([
        "kinds": .each(["word", "label", "chosen"]), "people": .each(["number", "person", "role", "chosen"]),
        "peopleCount": .value,
    ])

    private var title = ""
    /// Nil for a word that no page of ours has sent.
    private var kind: DocumentSettings.Kind? = .contract
    private var signers: Set<PersonID> = []

    init() {}

    init(_ form: OwnForm) {
        title = form.text("title")
        kind = DocumentSettings.Kind(rawValue: form.value("kind"))
        signers = Set(
            form.content.fields.filter { $0.name.utf8.elementsEqual("signer".utf8) }.map {
                PersonID(number: Int64($0.value) ?? 0)
            })
    }

    func command(_ files: [FileContent], in project: ProjectID) throws -> WorkCommand {
        guard let kind else { throw Problem.unreadableForm }
        return .addDocument(NewDocument(title: title, kind: kind, file: files.first, signers: signers), in: project)
    }

    func value(on page: StaffProject, refused: Bool) -> TemplateValue {
        let people = DraftPage.people(of: page)
        return [
            "subject": .text(title),
            "kinds": .list(
                DocumentSettings.Kind.allCases.map {
                    [
                        "word": .text($0.rawValue), "label": .phrase(DocumentWords.name(of: $0)),
                        "chosen": .flag($0 == kind),
                    ]
                }),
            "people": .list(
                people.map {
                    [
                        "number": .text("\($0.id)"), "person": .text($0.name), "role": .phrase($0.role.word),
                        "chosen": .flag(signers.contains($0.id)),
                    ]
                }), "peopleCount": .number(people.count),
        ]
    }
}
