import MailFormat
import PortalCore

/// The people of one organization, as far as they could be read.
struct ConfiguredPeople {
    var settings: [PersonSettings] = []
    var invited: [EmailAddress] = []
    /// Whether somebody may be an owner whose entry cannot be read.
    var mayHideOwner = false

    func find(_ address: EmailAddress) -> PersonSettings? { settings.first { $0.address == address } }
}

/// Reads the lists `staff` and `clients`.
struct PeopleReader {
    let mail: MailSettings?

    func read(_ fields: inout Fields) -> ConfiguredPeople {
        var people = ConfiguredPeople()
        for entry in fields.list("staff") { readStaff(entry, &people) }
        for entry in fields.list("clients") { readClient(entry, &people) }
        if !people.mayHideOwner, !people.settings.contains(where: { $0.role == .owner && $0.admitted }) {
            fields.entry.problem("lacks an owner: one of `staff` should have the role owner")
        }
        return people
    }

    private func readStaff(_ entry: Entry, _ people: inout ConfiguredPeople) {
        guard var fields = entry.fields() else { return }
        let role = fields.required("role", Form<Person.Role>.word([.owner, .admin, .member]))
        let person = common(&fields, role ?? .member, people)
        fields.finish()
        if role == nil || role == .owner && person == nil { people.mayHideOwner = true }
        if let person { people.settings.append(person) }
    }

    private func readClient(_ entry: Entry, _ people: inout ConfiguredPeople) {
        guard var fields = entry.fields() else { return }
        let invite = fields.optional("invite", .onOrOff, default: false)
        let person = common(&fields, .client, people)
        fields.finish()
        guard let person else { return }
        people.settings.append(person)
        guard invite == true else { return }
        if !person.admitted { entry.problem("is both invited and ended: take `invite` or `access` away") }
        people.invited.append(person.address)
    }

    private func common(_ fields: inout Fields, _ role: Person.Role, _ others: ConfiguredPeople) -> PersonSettings? {
        let entry = fields.find("address")
        let address = fields.required("address", .address)
        let name = fields.required("name", .line())
        let formerly = formerly(&fields, now: address, others)
        let locale = fields.find("locale").map { $0.read(.locale) } ?? nil
        let notified = fields.optional("notifications", .onOrOff, default: true)
        let access = fields.optional("access", .word(), default: AccessWord.allowed)
        guard let address, let entry else { return nil }
        if others.find(address) != nil { entry.problem("\(address) stands in this organization more than once") }
        if others.settings.contains(where: { $0.formerly == address }) {
            entry.problem("\(address) stands in this organization as what somebody's address `was`")
        }
        if mail?.isOwn(address) == true {
            entry.problem("is the portal's own address: whatever is sent there comes back to the portal")
        }
        // Whoever has an address is known to projects and links, also while something else about them is wrong.
        return PersonSettings(
            address: address, formerly: formerly, name: name ?? "", role: role, locale: locale,
            notified: notified ?? true,
            admitted: access != .ended)
    }

    private func formerly(
        _ fields: inout Fields, now address: EmailAddress?, _ others: ConfiguredPeople
    ) -> EmailAddress? {
        guard let entry = fields.find("was"), let former = entry.read(.address) else { return nil }
        if former == address { entry.problem("is the present address: name the one before, or leave it out") }
        if others.find(former) != nil { entry.problem("\(former) is somebody else's address in this organization") }
        return former
    }
}

/// Whether a person may come in.
private enum AccessWord: String, CaseIterable {
    case allowed, ended
}
