/// A document as staff type it, in its first version.
package struct NewDocument: Equatable, Sendable {
    let title: String
    let kind: DocumentSettings.Kind
    let file: FileContent?
    /// Nobody, for what is only to be read.
    let signers: Set<PersonID>

    package init(title: String, kind: DocumentSettings.Kind, file: FileContent?, signers: Set<PersonID>) {
        self.title = title
        self.kind = kind
        self.file = file
        self.signers = signers
    }
}

extension WorkDesk {
    func add(_ new: NewDocument) throws -> Outcome {
        if let refusal = MisfitEntry.refusal(title: new.title) { return .refused(refusal) }
        guard let file = new.file else { return .refused(.item(.noFile)) }
        let signers = try new.signers.compactMap(address)
        guard signers.count == new.signers.count else { return .refused(.item(.misfitEntry(.person))) }
        let taken = try DocumentRecord.all(of: project.id, in: connection).map(\.settings.name)
        return try set(
            .document(
                DocumentSettings(
                    project: project.settings.name, name: freshKey(besides: taken), title: new.title, kind: new.kind,
                    version: 1, file: file, signers: signers)))
    }
}
