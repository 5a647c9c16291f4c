import MailFormat
import PortalCore

/// Reads one organization with all that belongs to it.
struct OrganizationReader {
    let shelf: FileShelf
    let secrets: SecretReader
    /// The portal's own mail address, where it is known.
    let mail: MailSettings?

    /// What was read, with the files that it names.
    struct Reading {
        var organization: DesiredOrganization
        var files: [ConfiguredFile]
    }

    func read(_ entry: Entry) -> Reading? {
        guard var fields = entry.fields() else { return nil }
        var files: [ConfiguredFile] = []
        let payments = PaymentsReader.read(&fields)
        let people = PeopleReader(mail: mail).read(&fields)
        let settings = settings(&fields, people, payments, &files)
        let projects = ProjectReader(people: people, shelf: shelf, payments: payments).read(&fields)
        let links = LinkReader(people: people, secrets: secrets).read(&fields)
        fields.finish()
        guard let settings else { return nil }
        files += projects.sources
        return Reading(
            organization: DesiredOrganization(
                settings: settings, people: people.settings, projects: projects.projects,
                deliverables: projects.deliverables, files: projects.files, items: projects.items,
                invitations: people.invited, links: links),
            files: files)
    }

    private func settings(
        _ fields: inout Fields, _ people: ConfiguredPeople, _ payments: PaymentSettings,
        _ files: inout [ConfiguredFile]
    ) -> OrganizationSettings? {
        let slug = slug(&fields)
        let name = fields.required("name", .line())
        let website = fields.optional("website", .website, default: "")
        let contact = fields.required("contact", .address)
        let color = fields.optional("color", .color, default: "#1d4d4f")
        let welcome = fields.optional("welcome", .text(2000), default: "")
        let locale = fields.optional("locale", .locale, default: "en")
        let zone = fields.optional("time_zone", .timeZone, default: "Etc/UTC")
        let isOpen = fields.optional("portal", .onOrOff, default: true)
        let phases = phases(&fields)
        let tools = tools(&fields)
        let decisionsByMail = decisionsByMail(&fields)
        let reminders = ReminderReader.read(&fields)
        let floorPlans = fields.optional("floorplans", .word(), default: FloorPlanUse.view)
        let requests = RequestSettingsReader(people: people).read(&fields)
        let words = OwnWordsReader.read(&fields)
        let logo = fields.find("logo").map { LogoReader(shelf: shelf).read($0) }
        guard let slug, let name, let website, let contact, let color, let welcome, let locale, let zone, let isOpen
        else { return nil }
        if let source = logo ?? nil { files.append(source) }
        return OrganizationSettings(
            slug: slug, name: name, website: website, contact: contact, color: color, welcome: welcome, locale: locale,
            timeZone: zone, portalOpen: isOpen, phases: phases, tools: tools,
            decisionsByMail: decisionsByMail, reminders: reminders, floorPlans: floorPlans ?? .view,
            payments: payments, requests: requests, words: words, logo: (logo ?? nil)?.content)
    }

    private func slug(_ fields: inout Fields) -> String? {
        let entry = fields.find("slug")
        let slug = fields.required("slug", .key())
        if let slug, SitePath.isReserved(slug) {
            entry?.problem("`\(slug)` is the address of something else on the site: choose another")
        }
        return slug
    }

    private func phases(_ fields: inout Fields) -> [String] {
        let usual = ["Planned", "Started", "In review", "Finishing", "Done"]
        guard let entry = fields.find("phases") else { return usual }
        let phases = entry.items().compactMap { $0.read(.line(30)) }
        if phases.count != usual.count { entry.problem("should name five phases, from the first to the last") }
        return phases
    }

    /// A wrong word is a problem, and meanwhile the strictest holds.
    private func decisionsByMail(_ fields: inout Fields) -> DecisionsByMail {
        guard let entry = fields.find("decisions") else { return .execute }
        guard var group = entry.fields() else { return .off }
        let byMail = group.optional("by_mail", .decisionsByMail, default: .execute)
        group.finish()
        return byMail ?? .off
    }

    private func tools(_ fields: inout Fields) -> Set<Tool> {
        guard let entry = fields.find("tools") else { return Set(Tool.allCases.filter(\.isUsual)) }
        guard var switches = entry.fields() else { return [] }
        let tools = Tool.allCases.filter { switches.optional($0.rawValue, .onOrOff, default: $0.isUsual) ?? false }
        switches.finish()
        return Set(tools)
    }
}

/// Reads the logo: a picture that is what its name says.
struct LogoReader {
    let shelf: FileShelf

    /// Limit: bytes of a logo; it travels in every mail.
    private static let mostBytes: Int64 = 256 << 10

    func read(_ entry: Entry) -> ConfiguredFile? {
        guard let file = shelf.file(entry) else { return nil }
        guard file.content.size <= Self.mostBytes else {
            entry.problem("the logo should have at most \(Size.text(Int(Self.mostBytes))): it travels in mails")
            return nil
        }
        guard case .success(let bytes) = LocalFile.read(file.path, limit: Int(Self.mostBytes)),
            Self.isPicture(bytes, file.content.contentType)
        else {
            entry.problem("should be a picture: a file logo.svg or logo.png that is what its name says")
            return nil
        }
        return file
    }

    private static func isPicture(_ bytes: [UInt8], _ type: String) -> Bool {
        if type.utf8.elementsEqual("image/png".utf8) {
            return bytes.starts(with: [0x89] + Array("PNG\r\n\u{1A}\n".utf8))
        }
        guard type.utf8.elementsEqual("image/svg+xml".utf8) else { return false }
        return bytes.starts(with: "<svg".utf8) || bytes.starts(with: "<?xml".utf8) || bytes.starts(with: "<!--".utf8)
    }
}
