import MailFormat

/// Documents, as lists and digests see them.
enum Documents: Noun {
    static let tool = Tool.documents

    static func settings(of project: Project, in connection: any Connection) throws -> [ItemSettings] {
        try DocumentRecord.all(of: project.id, in: connection).map { .document($0.settings) }
    }

    static func listed(
        in project: Project, for person: Person, in connection: any Connection
    ) throws -> [ListedThing] {
        try DocumentRecord.all(of: project.id, in: connection).map(ListedThing.document)
    }

    static func waiting(for person: Person, in connection: any Connection) throws -> [WaitingThing] {
        try DocumentRecord.waiting(for: person.id, in: connection).map { document in
            WaitingThing(
                thing: document.thing, tool: tool, project: document.project, title: document.settings.title, due: nil)
        }
    }

    static func tell(_ person: Person, of project: ProjectID, in transaction: Transaction) throws {
        guard try transaction.isOn(tool, at: person.organization) else { return }
        let connection = transaction.connection
        for document in try DocumentRecord.all(of: project, in: connection)
        where try !OutboxRecord.wasOwed(document.issued, to: person.id, in: connection) {
            try transaction.owe(document.issued, to: person.id)
        }
    }

    /// `GET contract`, where there is one.
    static func thing(
        called name: NamedThing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> Thing? {
        guard case .only(let asked) = name, let kind = DocumentSettings.Kind(asked) else { return nil }
        let found = try DocumentRecord.all(of: project.id, in: connection).filter { $0.settings.kind == kind }
        return found.count == 1 ? found[0].thing : nil
    }

    static func given(
        _ thing: Thing, in project: Project, for person: Person, _ connection: any Connection
    ) throws -> GivenThing? {
        guard case .document(let id, _) = thing,
            let document = try DocumentRecord.find(id, of: project.id, in: connection)
        else { return nil }
        let file = GivenContent(content: document.settings.file, place: .thing(id.number, tool))
        return GivenThing(title: document.settings.title, files: [file], page: nil)
    }
}

extension DocumentSettings.Kind {
    fileprivate init?(_ kind: NamedThing.Kind) {
        switch kind {
        case .proposal: self = .proposal
        case .contract: self = .contract
        case .eventOrder: self = .banquetEventOrder
        case .menu, .itinerary, .floorPlan, .visionBoard, .invoice, .guestList: return nil
        }
    }
}

extension Document {
    fileprivate var issued: Notice { .item(.document(.issued(id, version: settings.version))) }
}

extension DocumentSettings: StoredItemContent {
    /// A new version is mailed to all who see it, and waits for its signatures; those of the version before stay on record.
    func save(in project: Project, _ transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        guard let people = try signers(of: project, transaction) else { return .refused(.notFound) }
        let current = try DocumentRecord.find(name, of: project.id, in: connection)
        guard current?.settings != self else { return .nothingToDo(.unchanged) }
        // Nobody signs nothing.
        guard file.size > 0 else { return .refused(.item(.emptyFile(file.name))) }
        if let refusal = current?.changing(to: self) { return .refused(refusal) }
        let id = try DocumentRecord.save(self, of: project.id, signers: people.map(\.id), in: connection)
        guard let saved = try DocumentRecord.find(id, in: connection) else { return .refused(.notFound) }
        let isNew = version > (current?.settings.version ?? 0)
        let known = Set(current?.signers.map(\.person) ?? [])
        let assigned = try PersonRecord.assigned(to: project.id, at: transaction.now, in: connection)
        let readers = isNew ? assigned.filter { !$0.isStaff } : []
        var told: Set<PersonID> = []
        for person in people.filter({ isNew || !known.contains($0.id) }) + readers
        where person.hears && told.insert(person.id).inserted {
            try transaction.oweOnce(saved.issued, to: person.id)
        }
        return .done(.item(.set(.documents)))
    }

    /// Whoever is to sign must be able to see it: a client of the project, or staff.
    private func signers(of project: Project, _ transaction: Transaction) throws -> [Person]? {
        let assigned = try PersonRecord.assigned(to: project.id, at: transaction.now, in: transaction.connection)
        let found = try signers.compactMap { address -> Person? in
            if let person = assigned.first(where: { $0.address == address }) { return person }
            let staff = try PersonRecord.find(
                address, of: project.organization, at: transaction.now, in: transaction.connection)
            return staff.flatMap { $0.isStaff ? $0 : nil }
        }
        return found.count == signers.count ? found : nil
    }
}

extension Document {
    /// The rule for versions: they only rise; what one consists of never changes, for people sign it; and once somebody
    /// has, nothing about it does.
    fileprivate func changing(to next: DocumentSettings) -> Refusal? {
        if next.version < settings.version {
            return .newerVersion(shown: next.version, current: settings.version)
        }
        guard next.version == settings.version else { return nil }
        let isSame = next.file == settings.file && next.kind == settings.kind && next.isTitled(settings.title)
        return isSame && signatures.isEmpty ? nil : .versionIsFixed(settings.version)
    }
}

extension DocumentSettings {
    fileprivate func isTitled(_ other: String) -> Bool { title.utf8.elementsEqual(other.utf8) }
}
