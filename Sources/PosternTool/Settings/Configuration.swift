/// The configuration in one folder.
struct Configuration {
    /// As it was given; messages name its files with it.
    let folder: String

    /// What one or both halves of a configuration say, with everything that is to be said about them.
    struct Reading {
        let server: ServerSettings?
        let portal: PortalSettings?
        let problems: [Problem]
    }

    /// Both halves, with all their problems.
    ///
    /// - Parameters:
    ///   - secrets: for the organizations; those of the server are only looked at.
    ///   - examples: whether the organizations in `examples` are read too.
    func readAll(secrets: SecretReader.Use, examples: Bool = false) -> Reading {
        let problems = ProblemList()
        let server = readServer(.described, problems)
        let portal = PortalReader(
            folder: folder, shownFolder: folder, secrets: secrets,
            fileLimit: server?.limits.file ?? ServerSettings.Limits().file, mail: server?.mail, problems: problems,
            shelves: examples ? ["organizations", "examples"] : ["organizations"]
        ).read()
        if let server { OwnMailTemplates(server).read(problems) }
        return Reading(
            server: problems.hasErrors ? nil : server, portal: problems.hasErrors ? nil : portal,
            problems: problems.inOrder)
    }

    /// `server.yaml` alone.
    ///
    /// - Throws: `ConfigurationFault` with all its problems.
    func serverSettings(secrets: SecretReader.Use) throws -> ServerSettings {
        let problems = ProblemList()
        guard let server = readServer(secrets, problems), !problems.hasErrors else {
            throw ConfigurationFault(problems: problems.inOrder)
        }
        return server
    }

    private func readServer(_ use: SecretReader.Use, _ problems: ProblemList) -> ServerSettings? {
        let file = SettingsFile(
            path: "\(folder)/server.yaml", shownPath: "\(folder)/server.yaml", problems: problems)
        return file.root().flatMap {
            ServerReader(folder: folder, secrets: SecretReader(folder: folder, use: use)).read($0)
        }
    }
}
