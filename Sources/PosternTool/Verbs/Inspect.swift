import ArgumentParser
import Glibc
import MailFormat
import PortalCore

/// `postern inspect`
struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain one mail: what is in it, what its author wrote, and what it asks for.",
        discussion: """
            Examples:
              postern inspect mail.eml
              postern inspect --json < mail.eml
              postern inspect --config config mail.eml     what the portal would do with it, and why
              find Maildir -type f | postern inspect --json --batch

            Nothing is kept, changed or sent. Any bytes are a mail of which something can be said.
            """)

    @Argument(help: ArgumentHelp("The mail; without one, standard input.", valueName: "file"))
    var file: String?

    @OptionGroup var output: OutputOption

    @Flag(help: "Read paths from standard input, one a line; print one JSON object a line for each.")
    var batch = false

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The folder of a configuration: adds what that portal would do.", valueName: "dir"))
    var folder: String?

    func validate() throws {
        if batch && (!output.json || file != nil) {
            throw ValidationError("--batch prints JSON of the files that standard input names: say --json --batch")
        }
    }

    func run() async throws {
        let installation = try folder.map { try Installation(Configuration(folder: $0)) }
        defer { installation?.portal.close() }
        guard batch else {
            let text = try await explain(Self.bytes(of: file), in: installation)
            guard Stream.write(Array("\(text)\n".utf8), to: STDOUT_FILENO) else { throw Self.closed }
            return
        }
        while let path = readLine() {
            let line: String
            switch LocalFile.read(path, limit: Self.mostBytes) {
            case .success(let bytes): line = await explainOrSayWhyNot(bytes, at: path, in: installation)
            case .failure(let fault): line = Self.error("\(path) \(fault)")
            }
            guard Stream.write(Array("\(line)\n".utf8), to: STDOUT_FILENO) else { throw Self.closed }
        }
    }

    /// Limit: bytes of a mail; no server takes more.
    private static let mostBytes = 256 << 20

    private static let closed = VerbFailure("standard output takes no more")

    /// One mail that cannot be explained does not keep back those behind it.
    private func explainOrSayWhyNot(_ bytes: [UInt8], at path: String, in installation: Installation?) async -> String {
        do { return try await explain(bytes, in: installation) } catch { return Self.error("\(path): \(error)") }
    }

    private static func error(_ text: String) -> String { "{\"error\": \(JSONText.string(text))}" }

    private func explain(_ bytes: [UInt8], in installation: Installation?) async throws -> String {
        guard let installation else {
            let inspection = Inspection(bytes)
            return output.json ? inspection.json : InspectionPage(inspection).text
        }
        let portal = try await InspectionInPortal(of: MailFormat.Message(bytes), in: installation)
        let inspection = Inspection(bytes, words: portal.words)
        if output.json { return inspection.json(in: portal) }
        var page = InspectionPage(inspection)
        portal.add(to: &page)
        return page.text
    }

    private static func bytes(of file: String?) throws -> [UInt8] {
        let read = file.map { LocalFile.read($0, limit: mostBytes) } ?? LocalFile.readStandardInput(limit: mostBytes)
        switch read {
        case .success(let bytes): return bytes
        case .failure(let fault): throw VerbFailure("\(file ?? "standard input") \(fault)")
        }
    }
}
