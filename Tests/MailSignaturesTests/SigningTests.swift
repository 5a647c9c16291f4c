import MailFormat
import Testing

@testable import MailSignatures

@Suite("What we sign, and what stays valid") struct SigningTests {
    private static let forms = [
        "simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed", "simple", "relaxed",
    ]

    @Test(
        "The examples of the standards are valid",
        arguments: [Vectors.ed25519Signature, Vectors.rsaSignature, Vectors.ed25519Signature + Vectors.rsaSignature])
    func examples(signatures: String) async {
        let checked = await Mail.check(
            Mail.crlf(signatures + Vectors.dinner), ScriptedRecords(text: Vectors.records), from: Vectors.joe)
        #expect(checked.signatures.allSatisfy { $0.result == .valid })
        #expect(checked.authentication == .pass(method: "dkim of football.example.com, checked by us"))
    }

    @Test func `the example of RFC 6376 is valid, and of another organization`() async {
        let dinner = Vectors.dinner.replacing("game.  Are", with: "game. Are")
        let checked = await Mail.check(
            Mail.crlf(Vectors.appendixSignature + dinner), ScriptedRecords(text: Vectors.records), from: Vectors.joe)
        #expect(checked.signatures.map(\.result) == [.valid])
        guard case .none = checked.authentication else { return #expect(Bool(false)) }
    }

    @Test(arguments: SigningAlgorithm.allCases, forms)
    func `what is signed is valid, also with plain LF`(algorithm: SigningAlgorithm, forms: String) async {
        let records = ScriptedRecords(text: Mail.records(Keys.signer(algorithm)))
        let signed = Signature.signing(Mail.plain, algorithm, forms)
        for bytes in [signed, signed.filter { $0 != ASCII.cr }] {
            #expect(await Mail.check(bytes, records).signatures.map(\.result) == [.valid])
        }
    }

    @Test(arguments: SigningAlgorithm.allCases)
    func `our own mail is valid, in lines that fit, and always the same`(algorithm: SigningAlgorithm) async throws {
        let signer = Keys.signer(algorithm)
        let signed = try #require(signer.sign(Mail.plain, at: Mail.now))
        #expect(signed == signer.sign(Mail.plain, at: Mail.now))
        #expect(signed.suffix(Mail.plain.count).elementsEqual(Mail.plain))
        #expect(signed.split(separator: ASCII.lf).allSatisfy { $0.count <= 79 })
        let checked = await Mail.check(signed, ScriptedRecords(text: Mail.records(signer)))
        #expect(checked.signatures.map(\.result) == [.valid])
        #expect(checked.authentication == .pass(method: "dkim of client.test, checked by us"))
    }

    @Test(
        "Nothing can be added to our own mail",
        arguments: [
            "From: a@attack.test", "Subject: x", "Cc: a@attack.test", "Reply-To: a@attack.test",
            "Content-Type: text/html",
        ])
    func sealed(field: String) async throws {
        let signer = Keys.signer(.ed25519)
        let signed = try #require(signer.sign(Mail.plain, at: Mail.now))
        let changed = Array("\(field)\r\n".utf8) + signed
        let checked = await Mail.check(changed, ScriptedRecords(text: Mail.records(signer)))
        #expect(checked.signatures.map(\.result) != [.valid])
    }

    @Test func `an Ed25519 key may be its bytes in base64`() throws {
        let signer = try MailSigner(
            domain: "Football.Example.com", selector: "Brisbane",
            key: Array("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n".utf8))
        #expect(signer.recordName == "brisbane._domainkey.football.example.com")
        #expect(signer.record == Vectors.records[signer.recordName])
    }

    struct Refusal: CustomTestStringConvertible {
        var domain = "client.test"
        var selector = "s1"
        var key = Keys.rsa
        let problem: MailSigner.Problem

        var testDescription: String { "\(domain) \(selector): \(problem)" }
    }

    @Test(
        "What is no key for signing is refused, and says why",
        arguments: [
            Refusal(key: "", problem: .key), Refusal(key: "AAAA", problem: .key),
            Refusal(key: Keys.encrypted, problem: .key), Refusal(key: Keys.ellipticCurve, problem: .kind),
            Refusal(key: Keys.smallRSA, problem: .size(bits: 1016)), Refusal(domain: "client", problem: .domain),
            Refusal(domain: "client..test", problem: .domain), Refusal(selector: "", problem: .selector),
            Refusal(selector: "s;1", problem: .selector),
        ])
    func refused(row: Refusal) {
        #expect(throws: row.problem) {
            try MailSigner(domain: row.domain, selector: row.selector, key: Array(row.key.utf8))
        }
    }
}
