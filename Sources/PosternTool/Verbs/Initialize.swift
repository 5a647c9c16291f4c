import ArgumentParser
import Glibc

/// `postern init`
struct Initialize: Verb {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented configuration to begin with.",
        discussion: """
            Writes server.yaml and portal.yaml. A file that is there already is left as it is.

            Example:
              postern init config
            """)

    @Argument(help: "The folder to write into; it is made when it is missing.")
    var folder = "config"

    func answer() async throws -> String {
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
            throw VerbFailure("the folder \(folder) cannot be made: \(String(cString: strerror(errno)))")
        }
        let lines = try [("server.yaml", Starter.server), ("portal.yaml", Starter.portal)].map { name, text in
            try Self.write(text, to: "\(folder)/\(name)") ? "wrote \(folder)/\(name)" : "kept  \(folder)/\(name)"
        }
        return (lines + ["", "Next: edit both, then `postern check --config \(folder)`."]).joined(separator: "\n")
    }

    /// False when the file is there already.
    private static func write(_ text: String, to path: String) throws -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw VerbFailure("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        defer { close(file) }
        guard Stream.write(Array(text.utf8), to: file) else {
            throw VerbFailure("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        return true
    }
}
