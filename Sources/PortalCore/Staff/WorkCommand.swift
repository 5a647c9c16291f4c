/// Everyday work on a project. Each comes to what configuration would have said.
package enum WorkCommand: Equatable, Sendable {
    /// `phase`: 1 to 5.
    case setProgress(ProjectID, status: String, phase: Int)
    /// Whether clients see a deliverable.
    case show(DeliverableID, Bool)
    /// Whether clients see a file.
    case showFile(FileID, Bool)
    case addVersion(NewVersion)
    case shareFiles(ProjectID, [FileContent], visible: Bool)
    case issueInvoice(NewInvoice, in: ProjectID)
    case makeDeliverable(NewDeliverable, in: ProjectID)
    case addDocument(NewDocument, in: ProjectID)
    case askQuestions(NewQuestionnaire, in: ProjectID)
    case assignToDo(NewToDo, in: ProjectID)
    /// Lets the other clients of its project have a file that runs.
    case release(FileID)
}

/// The next version of a deliverable.
package struct NewVersion: Equatable, Sendable {
    let deliverable: DeliverableID
    /// The version that whoever uploads has seen.
    let after: Int
    /// ISO 8601 date until which a decision is asked for.
    let due: String?
    let files: [FileContent]

    package init(of deliverable: DeliverableID, after: Int, due: String?, files: [FileContent]) {
        self.deliverable = deliverable
        self.after = after
        self.due = due
        self.files = files
    }
}

extension WorkCommand: StaffAct {
    var name: String {
        switch self {
        case .setProgress: "set-project"
        case .show: "show-deliverable"
        case .showFile: "show-file"
        case .addVersion, .makeDeliverable: "set-deliverable"
        case .shareFiles: "share-file"
        case .issueInvoice: "set-invoices"
        case .addDocument: "set-documents"
        case .askQuestions: "set-forms"
        case .assignToDo: "set-todos"
        case .release: "release-file"
        }
    }

    var right: StaffRight { .work }

    func project(in connection: any Connection) throws -> ProjectID? {
        switch self {
        case .setProgress(let project, _, _), .shareFiles(let project, _, _), .issueInvoice(_, let project),
            .makeDeliverable(_, let project), .addDocument(_, let project), .askQuestions(_, let project),
            .assignToDo(_, let project):
            project
        case .show(let id, _): try DeliverableRecord.find(id, in: connection)?.project
        case .addVersion(let new): try DeliverableRecord.find(new.deliverable, in: connection)?.project
        case .showFile(let id, _): try FileRecord.sharingProject(of: id, in: connection)
        case .release(let id): try FileRecord.conversation(of: id, in: connection)
        }
    }

    func carryOut(byStaff participant: Participant, in transaction: Transaction) throws -> Outcome {
        let connection = transaction.connection
        guard let id = try project(in: connection),
            let project = try ProjectRecord.find(id, seenBy: participant.person, in: connection)
        else { return .refused(.notFound) }
        let desk = WorkDesk(organization: participant.organization, project: project, transaction: transaction)
        return switch self {
        case .setProgress(_, let status, let phase): try desk.setProgress(status, phase)
        case .show(let id, let visible): try desk.show(id, visible)
        case .showFile(let id, let visible): try desk.showFile(id, visible)
        case .addVersion(let new): try desk.add(new)
        case .shareFiles(_, let files, let visible): try desk.share(files, visible)
        case .issueInvoice(let new, _): try desk.issue(new)
        case .makeDeliverable(let new, _): try desk.make(new)
        case .addDocument(let new, _): try desk.add(new)
        case .askQuestions(let new, _): try desk.ask(new)
        case .assignToDo(let new, _): try desk.assign(new)
        case .release(let id): try desk.release(id)
        }
    }
}

/// Carries work out by the rules of configuration, in one project.
struct WorkDesk {
    let organization: Organization
    let project: Project
    let transaction: Transaction

    var slug: String { organization.settings.slug }
    var connection: any Connection { transaction.connection }

    func setProgress(_ status: String, _ phase: Int) throws -> Outcome {
        if let refusal = ShownText.refusal(line: status, most: 60) { return .refused(refusal) }
        guard (1...5).contains(phase) else { return .refused(.item(.impossibleNumber)) }
        var settings = project.settings
        (settings.status, settings.phase) = (status, phase)
        guard settings != project.settings else { return .nothingToDo(.unchanged) }
        _ = try ProjectRecord.save(settings, of: organization.id, in: connection)
        return .done(.projectSet)
    }

    func show(_ id: DeliverableID, _ visible: Bool) throws -> Outcome {
        guard var settings = try settings(of: id) else { return .refused(.notFound) }
        settings.visible = visible
        return try transaction.setDeliverable(settings, in: slug)
    }

    func add(_ new: NewVersion) throws -> Outcome {
        guard var settings = try settings(of: new.deliverable) else { return .refused(.notFound) }
        guard settings.version == new.after else {
            return .refused(.newerVersion(shown: new.after, current: settings.version))
        }
        guard !new.files.isEmpty else { return .refused(.item(.noFile)) }
        guard new.due.map(ShownText.isDay) ?? true else { return .refused(.item(.impossibleDay)) }
        settings.version += 1
        (settings.due, settings.files) = (new.due, new.files)
        return try transaction.setDeliverable(settings, in: slug)
    }

    func showFile(_ id: FileID, _ visible: Bool) throws -> Outcome {
        guard let file = try FileRecord.shared(by: project.id, in: connection).first(where: { $0.id == id }) else {
            return .refused(.notFound)
        }
        return try transaction.shareFile(
            SharedFileSettings(project: project.settings.name, visible: visible, content: file.content), in: slug)
    }

    func share(_ files: [FileContent], _ visible: Bool) throws -> Outcome {
        guard !files.isEmpty else { return .refused(.item(.noFile)) }
        let outcomes = try files.map { file in
            try transaction.shareFile(
                SharedFileSettings(project: project.settings.name, visible: visible, content: file), in: slug)
        }
        return outcomes.first { $0 != .nothingToDo(.unchanged) } ?? .nothingToDo(.unchanged)
    }

    func release(_ id: FileID) throws -> Outcome {
        guard let name = try FileRecord.release(id, in: connection) else { return .nothingToDo(.unchanged) }
        return .done(.item(.fileReleased(name)))
    }

    func issue(_ new: NewInvoice) throws -> Outcome {
        if let refusal = new.refusal { return .refused(refusal) }
        guard try InvoiceRecord.find(new.number, of: organization.id, in: connection) == nil else {
            return .refused(.item(.taken(new.number)))
        }
        let settings = InvoiceSettings(
            project: project.settings.name, name: new.number, title: new.title, date: new.date, due: new.due,
            currency: organization.settings.payments.currency, lines: new.lines, to: new.to, note: new.note)
        return try transaction.setItem(.invoice(settings), in: slug)
    }

    /// As configuration would say it now.
    private func settings(of id: DeliverableID) throws -> DeliverableSettings? {
        guard let deliverable = try DeliverableRecord.find(id, in: connection) else { return nil }
        var settings = deliverable.settings
        settings.files = try FileRecord.files(of: id, version: settings.version, in: connection).map(\.content)
        return settings
    }
}
