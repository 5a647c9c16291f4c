import MailFormat
import PortalCore

/// A form that is certainly ours: its token was made for this browser and this place.
struct OwnForm: Sendable {
    let content: SubmittedForm
    private let number: Secret

    /// Reads the form and checks its token.
    ///
    /// - Parameters:
    ///   - path: where the form is sent, as it was when it was shown.
    ///   - key: the cookie that it was made for; without one there is no such form.
    ///   - limit: bytes.
    /// - Throws: `Problem`.
    init(_ visit: Visit, at path: String, key: Secret?, limit: Int = SubmittedForm.smallest) async throws {
        guard let key else { throw Problem.foreignForm }
        self = try OwnForm(await SubmittedForm(visit, limit: limit), at: path, key: key)
    }

    /// The same for a form that was read already.
    init(_ content: SubmittedForm, at path: String, key: Secret?) throws(Problem) {
        guard let key else { throw .foreignForm }
        self.content = content
        guard let number = FormToken.number(in: content.value("form"), for: path, key: key) else {
            throw .foreignForm
        }
        self.number = number
    }

    func value(_ name: String) -> String { content.value(name) }

    /// Whether there is such a field, be it blank.
    func has(_ name: String) -> Bool { content.fields.contains { $0.name.utf8.elementsEqual(name.utf8) } }

    func isChecked(_ name: String) -> Bool { value(name).utf8.elementsEqual("yes".utf8) }

    /// A typed text: line ends as LF, no control characters, no blanks at its ends.
    func text(_ name: String) -> String { Self.typed(content.value(name)) }

    /// The same for a text that a browser shows, and sends back untouched.
    static func typed(_ text: String) -> String {
        var kept: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == ASCII.cr || byte == ASCII.lf && previous != ASCII.cr { kept.append(ASCII.lf) }
            if byte >= 0x20 && byte != 0x7F || byte == ASCII.tab { kept.append(byte) }
            previous = byte
        }
        let end = kept.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
        return String(decoding: kept[..<end].drop { $0 <= 0x20 }, as: UTF8.self)
    }

    /// What makes the command arrive: the form was sent.
    var cause: Cause { .form(nonce: nonce) }

    /// The secret of the session that a door's form opens. It follows from the form and the browser's own secret, so
    /// that a second press, or one after a crash, gets the same cookie instead of none.
    func session(in browser: Secret) -> Secret? { secret("session", in: browser) }

    /// A secret that follows from the form and a secret of its sender, for one purpose: a second press makes the same.
    func secret(_ purpose: String, in key: Secret) -> Secret? {
        Secret(wire: Base32.lowercase(authentication(purpose, key)))
    }

    /// Six digits that follow in the same way.
    func code(_ purpose: String, in key: Secret) -> SixDigitCode? {
        // Limit: 2^64 values for 10^6 codes leave a bias of 10^-13.
        let number = authentication(purpose, key).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        return SixDigitCode(String(String(1_000_000 + number).dropFirst()))
    }

    private func authentication(_ purpose: String, _ key: Secret) -> [UInt8] {
        SHA256.authentication(of: Array("\(purpose) \(nonce)".utf8), key: Array(key.text.utf8))
    }

    /// The number of the form with a digest of what was entered: the same form sent twice is one cause, the same form
    /// with another text in it (after going back) is another.
    private var nonce: String {
        var entered: [UInt8] = []
        func add(_ bytes: some Collection<UInt8>) {
            entered += withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) }
            entered += bytes
        }
        for field in content.fields {
            add(field.name.utf8)
            add(field.value.utf8)
        }
        for file in content.files {
            add(file.fileName.utf8)
            add(SHA256.digest(of: file.bytes))
        }
        return "\(number.text)-\(Base32.lowercase(Array(SHA256.digest(of: entered).prefix(10))))"
    }
}
