/// A deliverable as staff type it, in its first version.
package struct NewDeliverable: Equatable, Sendable {
    let title: String
    let kind: String
    let format: String
    /// Whether clients see it, and are asked for a decision.
    let visible: Bool
    /// ISO 8601 date until which a decision is asked for.
    let due: String?
    let files: [FileContent]

    package init(title: String, kind: String, format: String, visible: Bool, due: String?, files: [FileContent]) {
        self.title = title
        self.kind = kind
        self.format = format
        self.visible = visible
        self.due = due
        self.files = files
    }

    /// Limit: scalars of the type and of the format; that of configuration.
    private static let longestKind = 40

    /// Why it cannot be made as it is.
    var refusal: Refusal? {
        if let refusal = MisfitEntry.refusal(title: title, due: due) { return refusal }
        let fits = [kind, format].allSatisfy { $0.utf8.isEmpty || ShownText.isLine($0, most: Self.longestKind) }
        guard fits else { return .item(.misfitEntry(.kind(limit: Self.longestKind))) }
        return files.isEmpty ? .item(.noFile) : nil
    }
}

extension WorkDesk {
    func make(_ new: NewDeliverable) throws -> Outcome {
        if let refusal = new.refusal { return .refused(refusal) }
        let taken = try DeliverableRecord.all(of: project.id, in: connection).map(\.settings.name)
        return try transaction.setDeliverable(
            DeliverableSettings(
                project: project.settings.name, name: freshKey(besides: taken), title: new.title, kind: new.kind,
                format: new.format, visible: new.visible, version: 1, due: new.due, files: new.files), in: slug)
    }
}
