import PortalCore

/// What the organizations' files say: all that `postern apply` changes.
struct PortalSettings: Equatable {
    var desired = DesiredPortal(organizations: [])
    /// The files that it names.
    var files: [ConfiguredFile] = []

    /// Puts the bytes of every file where the portal keeps them.
    ///
    /// - Throws: `ContentFault` when the disk refuses; `VerbFailure` when a file changed since it was read.
    func store(in contents: ContentStore, limit: Int) throws {
        for file in files {
            let bytes = try LocalFile.read(file.path, limit: limit).get()
            guard try contents.put(bytes) == file.content.digest else {
                throw VerbFailure("\(Escaped.text(file.path)) changed while it was read: run the same again")
            }
        }
    }
}

/// Reads `portal.yaml` and `organizations/*.yaml`.
struct PortalReader {
    let folder: String
    let shownFolder: String
    let secrets: SecretReader.Use
    /// Bytes of one file.
    let fileLimit: Int
    let mail: MailSettings?
    let problems: ProblemList
    /// The folders of organizations with files of their own.
    let shelves: [String]

    func read() -> PortalSettings {
        var readings: [(reading: OrganizationReader.Reading, place: Place)] = []
        let main = "\(folder)/portal.yaml"
        let files = shelves.flatMap { shelf in
            LocalFile.names(in: "\(folder)/\(shelf)").filter(\.isSettingsFile).map { (shelf, $0) }
        }
        if LocalFile.exists(main) || files.isEmpty { readings += readMain(main) }
        for (shelf, file) in files { readings += readOrganization(file, on: shelf) }
        refuseSameSlug(readings)
        return PortalSettings(
            desired: DesiredPortal(organizations: readings.map(\.reading.organization)),
            files: readings.flatMap(\.reading.files))
    }

    private func readMain(_ path: String) -> [(OrganizationReader.Reading, Place)] {
        let file = SettingsFile(path: path, shownPath: "\(shownFolder)/portal.yaml", problems: problems)
        guard let root = file.root(), var fields = root.fields() else { return [] }
        let entries = fields.find("organizations")?.items()
        fields.finish()
        guard let entries else {
            root.problem("lacks the key `organizations`, a list")
            return []
        }
        return entries.compactMap { entry in reader(folder).read(entry).map { ($0, entry.place) } }
    }

    /// One organization in a file of its own, with a folder of its own for its files: `acme.yaml` and `acme/`.
    private func readOrganization(_ name: String, on shelf: String) -> [(OrganizationReader.Reading, Place)] {
        let slug = String(decoding: name.utf8.dropLast(".yaml".utf8.count), as: UTF8.self)
        let file = SettingsFile(
            path: "\(folder)/\(shelf)/\(name)", shownPath: "\(shownFolder)/\(shelf)/\(name)",
            problems: problems)
        guard let root = file.root(), let reading = reader("\(folder)/\(shelf)/\(slug)").read(root) else {
            return []
        }
        if !reading.organization.settings.slug.utf8.elementsEqual(slug.utf8) {
            root.problem("should have the slug `\(Escaped.text(slug))`, like its file")
        }
        return [(reading, root.place)]
    }

    private func reader(_ folder: String) -> OrganizationReader {
        OrganizationReader(
            shelf: FileShelf(folder: folder, limit: fileLimit), secrets: SecretReader(folder: folder, use: secrets),
            mail: mail)
    }

    private func refuseSameSlug(_ readings: [(reading: OrganizationReader.Reading, place: Place)]) {
        var known: [String] = []
        for (reading, place) in readings {
            let slug = reading.organization.settings.slug
            if known.contains(where: { $0.utf8.elementsEqual(slug.utf8) }) {
                problems.add("another organization has the slug `\(slug)` too", at: place)
            }
            known.append(slug)
        }
    }
}

extension String {
    /// Whether a file of this name in `organizations` is read.
    var isSettingsFile: Bool {
        utf8.count > 5 && utf8.suffix(5).elementsEqual(".yaml".utf8) && utf8.first != UInt8(ascii: ".")
    }
}
