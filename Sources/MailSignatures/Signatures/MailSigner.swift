import MailFormat

/// Signs the mail that we send (RFC 6376 §5), for those whose mail server does not.
package struct MailSigner: Sendable, Equatable {
    /// `d=`, in ASCII lower case.
    package let domain: String
    /// `s=`, in ASCII lower case.
    package let selector: String
    private let key: KeyHandle
    private let algorithm: SigningAlgorithm

    /// Why there is no signer; the end of a sentence about the key or its names.
    package enum Problem: Error, Hashable, CustomStringConvertible {
        case domain, selector, key, size(bits: Int), kind

        package var description: String {
            switch self {
            case .domain: "should be a domain, like portal.example"
            case .selector: "should be a selector, like postern or 2026.mail"
            case .key:
                "is no private key: it should be PEM without a password, as `openssl genrsa 2048` or `openssl genpkey -algorithm ed25519` writes it"
            case .size(let bits): "is an RSA key of \(bits) bits: at least 1024 are needed, and 2048 are usual"
            case .kind: "is a key of another kind than RSA and Ed25519"
            }
        }
    }

    /// - Parameter key: a private RSA or Ed25519 key in PEM, or the 32 bytes of an Ed25519 key in base64.
    package init(domain: String, selector: String, key: [UInt8]) throws(Problem) {
        let (domain, selector) = (domain.asciiLowercased, selector.asciiLowercased)
        guard HostName.isName(Array(domain.utf8)[...], labels: 2) else { throw .domain }
        guard HostName.isName(Array(selector.utf8)[...], labels: 1), domain.utf8.count + selector.utf8.count <= 240
        else { throw .selector }
        guard let handle = Self.handle(key) else { throw .key }
        guard let algorithm = handle.algorithm else { throw .kind }
        guard algorithm != .rsa || handle.bits >= 1024 else { throw .size(bits: handle.bits) }
        (self.domain, self.selector, self.key, self.algorithm) = (domain, selector, handle, algorithm)
    }

    private static func handle(_ key: [UInt8]) -> KeyHandle? {
        if let handle = KeyHandle(privatePEM: key) { return handle }
        guard let seed = StrictBase64.decode(Array(key[...].trimmed)), seed.count == 32 else { return nil }
        return KeyHandle(privateEd25519: seed)
    }

    /// Whether both sign the same way, which their records tell.
    package static func == (left: Self, right: Self) -> Bool {
        left.recordName.utf8.elementsEqual(right.recordName.utf8) && left.record.utf8.elementsEqual(right.record.utf8)
    }

    /// The TXT record that should stand at `recordName`.
    package var record: String {
        "v=DKIM1; k=\(algorithm.keyType); p=\(String(decoding: Base64.encode(key.publicKey), as: UTF8.self))"
    }

    /// Whether this is the public half of the key that signs.
    func isSigned(by published: KeyHandle) -> Bool {
        published.algorithm == algorithm && published.publicKey == key.publicKey
    }

    package var recordName: String { "\(selector)._domainkey.\(domain)" }

    /// `mail` with a DKIM-Signature above its other fields. The same mail and time always give the same bytes.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Returns: nil when libcrypto refuses to sign.
    package func sign(_ mail: [UInt8], at now: Int) -> [UInt8]? {
        let message = Message(mail)
        let names = Self.names(in: message.header)
        let body = Canonicalization.relaxed.digest(
            ofBody: mail[(message.parts.first?.body.startIndex ?? mail.endIndex)...])
        let unsigned = field(names, bodyDigest: body, at: now)
        let own = Header(unsigned + [ASCII.cr, ASCII.lf])
        guard let field = own.fields.first, let signature = try? Signature(field),
            let signed = SignedHeader(message.header).signed(by: signature, in: field),
            let made = key.sign(header: signed)
        else { return nil }
        let start = SignedHeader.withoutSignature(unsigned[...])
        return Array(start) + Self.folded(Base64.encode(made)) + [ASCII.cr, ASCII.lf] + mail
    }
}

extension MailSigner {
    /// Fields that may stand once are named once more than they stand, so that none can be added (RFC 6376 §8.15).
    private static let sealed = [
        "From", "To", "Cc", "Subject", "Date", "Reply-To", "Message-ID", "In-Reply-To", "References", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding",
    ]

    /// All fields of a mail that we wrote, by their names, and the sealed ones.
    private static func names(in header: Header) -> [String] { header.fields.map(\.name) + sealed }

    /// The field up to `b=`, which stands last and holds something only so that the field can be read.
    private func field(_ names: [String], bodyDigest: [UInt8], at now: Int) -> [UInt8] {
        let digest = String(decoding: Base64.encode(bodyDigest), as: UTF8.self)
        var lines = [
            "DKIM-Signature: v=1; a=\(algorithm.rawValue); c=relaxed/relaxed; d=\(domain);", "s=\(selector); t=\(now);",
        ]
        var line = "h="
        for (place, name) in names.enumerated() {
            if line.utf8.count + name.utf8.count > 70 {
                lines.append(line)
                line = ""
            }
            line += name + (place < names.count - 1 ? ":" : ";")
        }
        lines += [line, "bh=\(digest);", "b=AAAA"]
        return Array(lines.joined(separator: "\r\n\t").utf8)
    }

    /// Base64 in lines that fit.
    private static func folded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: 72) {
            if start > 0 { output += [ASCII.cr, ASCII.lf, ASCII.tab] }
            output += text[start..<min(start + 72, text.count)]
        }
        return output
    }
}
