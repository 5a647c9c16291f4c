import Localization
import MailChannel
import Templates

/// Mail templates that organizations have of their own, in folders called like them: what is wrong with them is told before
/// a portal runs with them. Those of the house come with it, and are read when it starts.
struct OwnMailTemplates {
    private let server: ServerSettings

    init(_ server: ServerSettings) { self.server = server }

    func read(_ problems: ProblemList) {
        guard areThere else { return }
        do {
            _ = try MailTemplates(folder: server.templates, languages: Languages(folder: server.locales))
        } catch let errors as TemplateErrors {
            for problem in errors.problems {
                problems.add(
                    problem.message, at: Place(file: problem.file, line: problem.line, column: problem.column))
            }
        } catch let fault as TemplateFolderFault {
            problems.add(fault.reason, at: Place(file: fault.path))
        } catch {
            problems.add("\(error)", at: Place(file: server.locales))
        }
    }

    /// Whether there is a folder in the folder.
    private var areThere: Bool {
        LocalFile.names(in: server.templates).contains { name in
            name.utf8.first != UInt8(ascii: ".") && !LocalFile.names(in: "\(server.templates)/\(name)").isEmpty
        }
    }
}
