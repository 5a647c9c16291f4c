package import Templates

/// The templates of all mails: those of the house, and an organization's own where it has some.
package struct MailTemplates: Sendable {
    private let common: TemplateSet
    private let own: [String: TemplateSet]

    /// Reads `folder` and, for each organization, the folder in it that is called like its slug: a file there takes the
    /// place of the common file of the same name.
    ///
    /// - Throws: `TemplateFolderFault` for what cannot be read; `TemplateErrors` with every mistake in a set, the files of
    ///   an organization named with their folder.
    package init(folder: String) throws {
        let house = try TemplateFolder(folder)
        try self.init(
            common: house.files,
            own: Dictionary(
                house.folders.map { ($0, try TemplateFolder("\(folder)/\($0)").files) }, uniquingKeysWith: { $1 }))
    }

    /// - Parameters:
    ///   - common: the bytes of each file by its name (`receipt.txt.mustache`).
    ///   - own: the same for each organization, by its slug.
    /// - Throws: every mistake in a set of templates.
    package init(common: [String: [UInt8]], own: [String: [String: [UInt8]]]) throws(TemplateErrors) {
        self.common = try TemplateSet(sources: common, names: MailNames.all)
        var sets: [String: TemplateSet] = [:]
        for (slug, files) in own where !files.isEmpty {
            sets[slug] = try TemplateSet(
                sources: common.merging(files, uniquingKeysWith: { $1 }), names: MailNames.all)
        }
        self.own = sets
    }

    /// The templates that an organization's mails are made of.
    func set(for slug: String) -> TemplateSet { own[slug] ?? common }
}
