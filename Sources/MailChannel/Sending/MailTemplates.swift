package import Localization
package import Templates

/// The templates of all mails in every language: those of the house, and an organization's own where it has some.
package struct MailTemplates: Sendable {
    /// What mails can be said in.
    let languages: Languages
    private let common: TemplateSets
    private let own: [String: TemplateSets]

    /// Reads `folder`. A file in the folder in it that is called like an organization's slug takes the place of the common
    /// file of the same name; so does, for one language, a file in a folder that is called like it: `de/` for everybody,
    /// `acme/de/` for one organization. (An organization whose slug is `de` has no folder of its own.)
    ///
    /// - Throws: `TemplateFolderFault` for what cannot be read; `TemplateErrors` with every mistake in a set.
    package init(folder: String, languages: Languages = .onlyEnglish) throws {
        let house = try TemplateFolder(folder)
        var (spoken, own): ([LanguageCode: TemplateFiles], [String: MailTemplateFiles]) = ([:], [:])
        for name in house.folders {
            let inner = try TemplateFolder("\(folder)/\(name)")
            if let code = LanguageCode(rawValue: name) {
                spoken[code] = inner.files
                continue
            }
            var files = MailTemplateFiles(files: inner.files)
            for code in LanguageCode.allCases where inner.folders.contains(code.rawValue) {
                files.spoken[code] = try TemplateFolder("\(folder)/\(name)/\(code.rawValue)").files
            }
            own[name] = files
        }
        try self.init(
            common: MailTemplateFiles(files: house.files, spoken: spoken), own: own, languages: languages,
            folder: "\(folder)/")
    }

    /// - Parameters:
    ///   - own: the files of each organization, by its slug.
    ///   - folder: what stands before the names of files where a mistake is told.
    /// - Throws: every mistake in a set of templates.
    package init(
        common: MailTemplateFiles, own: [String: MailTemplateFiles], languages: Languages = .onlyEnglish,
        folder: String = ""
    ) throws(TemplateErrors) {
        self.languages = languages
        self.common = try TemplateSets(
            names: MailNames.all, languages: languages, sources: { common.all(in: $0) },
            shownName: { folder + (common.path(of: $1, in: $0) ?? $1) })
        var sets: [String: TemplateSets] = [:]
        for (slug, added) in own.sorted(by: { $0.key < $1.key }) where !added.isEmpty {
            sets[slug] = try TemplateSets(
                names: MailNames.all, languages: languages,
                sources: { code in common.all(in: code).merging(added.all(in: code)) { $1 } },
                shownName: { code, file in
                    let own = added.path(of: file, in: code).map { "\(slug)/\($0)" }
                    return folder + (own ?? common.path(of: file, in: code) ?? file)
                })
        }
        self.own = sets
    }

    /// The templates that an organization's mails in a language are made of; English ones where it is not spoken.
    func set(for slug: String, in code: LanguageCode) -> TemplateSet { (own[slug] ?? common)[code] }
}

/// The bytes of template files by their names (`receipt.txt.mustache`).
package typealias TemplateFiles = [String: [UInt8]]

/// Files for every language, and those that take their place in one.
package struct MailTemplateFiles: Sendable {
    package var files: TemplateFiles
    package var spoken: [LanguageCode: TemplateFiles]

    package init(files: TemplateFiles, spoken: [LanguageCode: TemplateFiles] = [:]) {
        (self.files, self.spoken) = (files, spoken)
    }

    var isEmpty: Bool { files.isEmpty && spoken.values.allSatisfy(\.isEmpty) }

    func all(in code: LanguageCode) -> TemplateFiles { files.merging(spoken[code] ?? [:]) { $1 } }

    /// Where the file of a language lies, `de/receipt.txt.mustache`; nil where it is not among these.
    func path(of file: String, in code: LanguageCode) -> String? {
        if spoken[code]?[file] != nil { return "\(code.rawValue)/\(file)" }
        return files[file] == nil ? nil : file
    }
}
