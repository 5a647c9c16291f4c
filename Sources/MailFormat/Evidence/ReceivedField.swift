/// What a Received field (RFC 5321 §4.4) says about who wrote it.
struct ReceivedField {
    /// The words behind each `by` and `with`, comments and quoted strings left out.
    private let writers: [ArraySlice<UInt8>]
    private let protocols: [ArraySlice<UInt8>]

    init(_ value: [UInt8]) {
        let words = Self.words(of: value)
        writers = Self.followers(of: "by", in: words)
        protocols = Self.followers(of: "with", in: words)
    }

    /// Whether the border may have written it. Any `by` counts: what a stranger says at EHLO stands in the same field,
    /// and can add a `by`, but not take the border's away.
    func isWritten(by border: TrustedBorder) -> Bool { writers.contains { border.isHost($0) } }

    /// The host that says it wrote the field; `nil` when the field names none.
    var host: String? { writers.first.map { String(decoding: $0, as: UTF8.self) } }

    /// Whether it records only that the mailbox took the mail over from the same machine's queue (LMTP). Mail from
    /// outside never comes so; a stranger's additions at EHLO make the field ambiguous, and it is not taken for one.
    var isHandoverToMailbox: Bool {
        writers.count == 1 && protocols.count == 1 && protocols[0].startsIgnoringASCIICase(with: "lmtp".utf8)
    }

    private static func words(of value: [UInt8]) -> [ArraySlice<UInt8>] {
        var depth = 0
        var isQuoted = false
        let text = value.map { byte -> UInt8 in
            if byte == ASCII.quote, depth == 0 { isQuoted.toggle() }
            if byte == ASCII.openParenthesis, !isQuoted { depth += 1 }
            defer { if byte == ASCII.closeParenthesis, depth > 0 { depth -= 1 } }
            return depth > 0 || isQuoted ? ASCII.space : byte
        }
        return text.split { $0.isBlank || $0 == ASCII.semicolon || $0 == ASCII.quote }
    }

    private static func followers(of keyword: String, in words: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
        zip(words, words.dropFirst()).filter { $0.0.equalsIgnoringASCIICase(keyword.utf8) }.map(\.1)
    }
}
