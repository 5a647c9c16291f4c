import ArgumentParser
import MailFormat
import PortalCore

/// `postern verify`
struct Verify: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Check a receipt or a signature certificate: nothing in it was changed.",
        discussion: """
            Examples:
              postern verify certificate.json
              postern verify --file contract.pdf certificate.json    and this is the file that was signed
              postern verify --trust KEY receipt.eml                 and it was signed by this installation
              postern verify --key --config config                   print the key of an installation, to be published
              postern verify --config config receipt.eml             and it stands in that portal's chain, which is whole

            Without --config nothing but the file is needed: no portal and no network. What is said then is that one key \
            signed each entry as it stands, and that neighbors in the file follow each other. Whose key it is, you know by \
            --trust; that nothing else was taken out of the chain, only the portal itself can show.
            """)

    @Argument(help: ArgumentHelp("A certificate or receipt: the JSON, or the whole mail.", valueName: "file"))
    var proof: String?

    @Flag(help: "Print the public key with which the installation of --config signs.")
    var key = false

    @Option(help: ArgumentHelp("The key that you know to be the installation's.", valueName: "key"))
    var trust: String?

    @Option(
        name: .customLong("file"), help: ArgumentHelp("The file that was signed or decided about.", valueName: "file"))
    var signed: String?

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The folder of a configuration: checks its portal's chain as well.", valueName: "dir"))
    var folder: String?

    /// Limit: bytes of a mail or a file.
    private static let mostBytes = 256 << 20

    func validate() throws {
        guard key == (proof == nil) else { throw ValidationError("name a file to check, or say --key") }
        if key && folder == nil { throw ValidationError("--key prints the key of an installation: say --config, too") }
        if let trust, ChainPublicKey(trust) == nil {
            throw ValidationError("--trust should be a key as `postern verify --key` prints it: 44 letters of base64")
        }
    }

    func answer() async throws -> String {
        let portal = try folder.map { try Installation(Configuration(folder: $0)).portal }
        defer { portal?.close() }
        guard let path = proof else { return portal?.chainPublicKey.description ?? "" }
        let proof = try Self.proof(in: Self.read(path), path)
        var problems = proof.problems(trusting: trust.flatMap { ChainPublicKey($0) }).map(\.words)
        if let signed { problems += Self.problems(of: try Self.read(signed), named: signed, in: proof) }
        if let portal { problems += try Self.problems(of: proof, in: portal) }
        guard problems.isEmpty else {
            throw VerifyFailure.failure(path, problems)
        }
        let lines = proof.entries.compactMap(\.said).map(\.line)
        let keys = Set(proof.entries.compactMap { $0.publicKey?.description }).sorted()
        return
            (["\(path) is whole: \(Count.text(proof.entries.count, "entry", "entries")), each as it was signed."]
            + lines
            + keys.map { "Signed with the key \($0)" }
            + (trust == nil && portal == nil ? [Self.whoseKey] : [])).joined(separator: "\n")
    }

    private static let whoseKey =
        "Whose key that is, no file can say of itself: compare it with the one that the organization publishes (--trust)."

    private static func read(_ path: String) throws -> [UInt8] {
        switch LocalFile.read(path, limit: mostBytes) {
        case .success(let bytes): return bytes
        case .failure(let fault): throw VerbFailure("\(path) \(fault)")
        }
    }

    /// The JSON itself, or that of a mail that brings it along.
    private static func proof(in bytes: [UInt8], _ path: String) throws -> ChainProof {
        if let proof = ChainProof(json: bytes) { return proof }
        let found = MailFormat.Message(bytes).files.lazy.compactMap { ChainProof(json: $0.decodedBytes()) }.first
        guard let found else { throw VerbFailure("\(path) holds no receipt or certificate of Postern") }
        return found
    }

    private static func problems(of bytes: [UInt8], named path: String, in proof: ChainProof) -> [String] {
        let digest = ContentDigest(of: bytes).description
        let files = proof.entries.compactMap(\.said).flatMap(\.object.files)
        let isThere = files.contains { $0.sha256.utf8.elementsEqual(digest.utf8) }
        return isThere ? [] : ["\(path) is another file: its SHA-256 is \(digest)"]
    }

    private static func problems(of proof: ChainProof, in portal: Portal) throws -> [String] {
        var problems: [String] = []
        for said in proof.entries where try portal.standing(of: said) != .kept {
            problems.append("entry \(said.said?.number ?? 0) does not stand in this portal's chain")
        }
        let slugs = Set(proof.entries.compactMap { $0.said?.organization })
        for slug in slugs.sorted() {
            problems += try (portal.chainProblems(of: slug) ?? []).map { "the portal's own chain: \($0.words)" }
        }
        return problems
    }
}

enum VerifyFailure {
    static func failure(_ path: String, _ problems: [String]) -> VerbFailure {
        VerbFailure("\(path) cannot be trusted:\n" + problems.map { "  - \($0)" }.joined(separator: "\n"))
    }
}

extension ChainProof.Problem {
    /// What is wrong, in words.
    var words: String {
        switch self {
        case .wrongSignature(let place): "entry \(place) of the file was changed: its signature is not right"
        case .otherKey(let place): "entry \(place) of the file was signed with another key"
        case .unreadable(let place): "entry \(place) of the file says nothing that can be read"
        case .twoAtOnePlace(let number): "two entries claim the number \(number)"
        case .notLinked(let number): "entry \(number) does not follow the one before it"
        }
    }
}

extension ChainContent {
    /// `1  2026-09-21T14:00:00Z  signed  Contract, version 2  Dana <dana@client.example>`
    fileprivate var line: String {
        let files = object.files.map { "\n     \(Escaped.text($0.name))  SHA-256 \(Escaped.text($0.sha256))" }.joined()
        let signed = typedName.map { "\n     name typed: \(Escaped.text($0))\n     \(Escaped.text(evidence))" } ?? ""
        return "  \(number)  \(Escaped.text(at))  \(act.rawValue)  \(Escaped.text(object.title)), version "
            + "\(object.version)  \(Escaped.text(person.name)) <\(Escaped.text(person.address))>\(signed)\(files)"
    }
}
