import PortalCore

/// The hidden field of every form: a random number, and the proof that we made it for this browser and this form.
///
/// The number is the cause of what the form asks for, so that pressing twice acts once.
struct FormToken: Sendable {
    /// Letters of each half: 260 bits in base32.
    private static let half = 52

    let text: String

    /// - Parameters:
    ///   - number: fresh.
    ///   - path: where the form is sent.
    ///   - key: the cookie of the session or, at a door, of the browser.
    init(_ number: Secret, for path: String, key: Secret) {
        text = number.text + Self.proof(number, path, key)
    }

    /// The number of a token that came back; nil when it is not one of ours for this form and browser.
    static func number(in text: String, for path: String, key: Secret) -> Secret? {
        let bytes = Array(text.utf8)
        guard bytes.count == 2 * half, let number = Secret(wire: String(decoding: bytes[..<half], as: UTF8.self)),
            number.text.utf8.elementsEqual(bytes[..<half])
        else { return nil }
        // In constant time: how many bytes agree must not be heard.
        let difference = zip(bytes[half...], proof(number, path, key).utf8).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 }
        return difference == 0 ? number : nil
    }

    private static func proof(_ number: Secret, _ path: String, _ key: Secret) -> String {
        let content = Array("form \(number.text) \(path)".utf8)
        return Base32.lowercase(SHA256.authentication(of: content, key: Array(key.text.utf8)))
    }
}
