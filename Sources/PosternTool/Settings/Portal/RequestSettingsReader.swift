import PortalCore

/// Reads the groups `requests` and `passengers` of an organization. A wrong word is a problem, and meanwhile the strictest
/// holds.
struct RequestSettingsReader {
    let people: ConfiguredPeople

    func read(_ fields: inout Fields) -> RequestSettings {
        var settings = RequestSettings()
        if let entry = fields.find("requests") { readRequests(entry, &settings) }
        if let entry = fields.find("passengers") {
            guard var group = entry.fields() else { return settings }
            let documents = group.optional("documents", .word(), default: DocumentsWord.optional)
            group.finish()
            settings.needDocuments = documents != .optional
        }
        return settings
    }

    private func readRequests(_ entry: Entry, _ settings: inout RequestSettings) {
        guard var group = entry.fields() else { return }
        settings.areTaken = group.optional("allow", .onOrOff, default: true) ?? false
        let approval = group.optional("approval", .word(), default: ApprovalWord.required)
        settings.needApproval = approval != ApprovalWord.none
        if let place = group.find("assign"), let address = place.read(.address) {
            if people.find(address)?.role == .client || people.find(address) == nil {
                place.problem("\(address) is not among the organization's `staff`")
            }
            settings.assignee = address
        }
        group.finish()
    }
}

/// Whether staff must confirm a request.
private enum ApprovalWord: String, CaseIterable {
    case required, none
}

/// Whether each passenger must have a travel document.
private enum DocumentsWord: String, CaseIterable {
    case required, optional
}
