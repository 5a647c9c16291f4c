import MailFormat

@testable import MailSignatures

/// A DNS that knows what it was told, and notes what it was asked.
final class ScriptedRecords: @unchecked Sendable {
    private let answers: [String: TextRecords.Answer]
    /// Only one test asks at a time.
    private(set) var asked: [String] = []

    init(_ answers: [String: TextRecords.Answer]) { self.answers = answers }

    convenience init(text: [String: String]) { self.init(text.mapValues { .found([Array($0.utf8)]) }) }

    var records: TextRecords {
        TextRecords { [self] name in
            asked.append(name)
            return answers[name] ?? .none
        }
    }
}

/// One mail of Dana's, and the ways to sign it and to read it.
enum Mail {
    static let dana = EmailAddress("dana@client.test")!
    static let now = 1_790_000_000

    static let plain = crlf(
        """
        From: Dana  Diaz <dana@client.test>
        To: replies+abc@acme.test
        Subject: Re:\tPlease decide:
          Logo
        Date: Mon, 21 Sep 2026 14:00:00 +0000
        Message-ID: <m1@client.test>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        APPROVE  it,\t please

        Dana \t


        """)

    static func crlf(_ text: String) -> [UInt8] {
        Array(text.utf8).flatMap { $0 == ASCII.lf ? [ASCII.cr, ASCII.lf] : [$0] }
    }

    /// The records of a domain that signs with this signer, and has a policy.
    static func records(_ signer: MailSigner, policy: String = "v=DMARC1; p=none") -> [String: String] {
        [signer.recordName: signer.record, "_dmarc.\(dana.domain)": policy]
    }

    static func check(
        _ bytes: [UInt8], _ records: ScriptedRecords, from sender: EmailAddress = dana,
        _ scope: SenderCheck.Scope = .all
    ) async -> CheckedSender {
        await SenderCheck(records.records).check(Message(bytes), from: sender, at: now, scope)
    }
}

extension Signature {
    /// A signature of `mail` whose tags can be anything; `changes` replaces values, or leaves a tag out by nil.
    static func signing(
        _ mail: [UInt8], _ algorithm: SigningAlgorithm, _ forms: String = "relaxed/relaxed",
        _ changes: [String: String?] = [:], names: String = "From:To:Subject:Date:MIME-Version:Content-Type"
    ) -> [UInt8] {
        let form: Canonicalization = forms.hasSuffix("/relaxed") ? .relaxed : .simple
        let digest = form.digest(ofBody: mail[Message(mail).parts[0].body.startIndex...])
        var tags: [(String, String)] = [
            ("v", "1"), ("a", algorithm.rawValue), ("c", forms), ("d", "client.test"), ("s", "s1"), ("h", names),
            ("bh", String(decoding: Base64.encode(digest), as: UTF8.self)),
        ]
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            tags.removeAll { $0.0 == name }
            if let value { tags.append((name, value)) }
        }
        let field = "DKIM-Signature: " + tags.map { "\($0.0)=\($0.1)" }.joined(separator: ";\r\n\t") + ";\r\n\tb=AAAA"
        let own = Header(Array("\(field)\r\n\r\n".utf8)).fields[0]
        guard let signature = try? Signature(own),
            let signed = SignedHeader(Message(mail).header).signed(by: signature, in: own),
            let made = Keys.handle(algorithm).sign(header: signed)
        else { return Array("\(field)\r\n".utf8) + mail }
        return Array(field.dropLast(4).utf8) + Base64.encode(made) + [ASCII.cr, ASCII.lf] + mail
    }
}

extension Keys {
    static func handle(_ algorithm: SigningAlgorithm) -> KeyHandle {
        KeyHandle(privatePEM: Array((algorithm == .rsa ? rsa : ed25519).utf8))!
    }
}
