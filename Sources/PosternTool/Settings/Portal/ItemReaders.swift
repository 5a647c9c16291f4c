import PortalCore

/// Reads what projects hold beside deliverables and files: one line for each noun.
struct ItemReaders {
    let people: ConfiguredPeople
    let shelf: FileShelf
    let payments: PaymentSettings

    func read(_ fields: inout Fields, project: String, _ found: inout ConfiguredProjects) {
        found.items += ToDoReader(people: people).read(&fields, project: project).map(ItemSettings.toDo)
        found.items += ExhibitReader().read(&fields, project: project).map(ItemSettings.exhibit)
        InvoiceReader(shelf: shelf, payments: payments).read(&fields, project: project, &found)
        found.items += EventReader().read(&fields, project: project).map { [.event($0)] } ?? []
        found.items += FormReader().read(&fields, project: project).map(ItemSettings.form)
        let documents = DocumentReader(people: people, shelf: shelf).read(&fields, project: project, &found.sources)
        found.items += documents.map(ItemSettings.document)
    }
}
