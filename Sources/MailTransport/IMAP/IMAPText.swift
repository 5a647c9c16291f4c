/// A folder below the mailbox's own root, such as `Postern/Processed`.
package struct MailFolder: Hashable, Sendable, CustomStringConvertible {
    /// From the outermost to the innermost.
    package let levels: [String]

    /// Takes printable ASCII with `/` between levels; no wildcards, no quotes, no backslash, no other separators.
    /// Limit: 200 bytes.
    package init?(_ path: String) {
        let bytes = Array(path.utf8)
        let levels = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let forbidden = Array("\"\\%*.{}()[]".utf8)
        guard bytes.count <= 200, levels.allSatisfy({ !$0.isEmpty }),
            bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && !forbidden.contains($0) })
        else { return nil }
        self.levels = levels.map { String(decoding: $0, as: UTF8.self) }
    }

    package var description: String { levels.joined(separator: "/") }

    /// Where processed mails go unless told otherwise.
    package static let processed = MailFolder(levels: ["Postern", "Processed"])
    /// Where mails for a person to look at go unless told otherwise.
    package static let quarantine = MailFolder(levels: ["Postern", "Quarantine"])
    /// The folder that every mailbox has.
    package static let inbox = MailFolder(levels: ["INBOX"])

    private init(levels: [String]) {
        self.levels = levels
    }
}

enum IMAPText {
    /// A quoted string (RFC 9051 §4.3); nil for what it cannot hold: CR, LF, NUL and anything above ASCII.
    static func quoted(_ bytes: some Collection<UInt8>) -> String? {
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        let escaped = bytes.flatMap { byte -> [UInt8] in
            byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") ? [UInt8(ascii: "\\"), byte] : [byte]
        }
        return "\"" + String(decoding: escaped, as: UTF8.self) + "\""
    }

    /// Modified UTF-7 for ASCII names: only `&` is written another way (RFC 3501 §5.1.3).
    static func mailboxName(_ bytes: some Collection<UInt8>) -> [UInt8] {
        bytes.flatMap { $0 == UInt8(ascii: "&") ? [$0, UInt8(ascii: "-")] : [$0] }
    }

    /// The shortest set for ascending identifiers: `1:4,7`.
    static func set(of identifiers: [UInt32]) -> String {
        var ranges: [ClosedRange<UInt32>] = []
        for identifier in identifiers {
            if let last = ranges.last, last.upperBound < identifier, identifier - last.upperBound == 1 {
                ranges[ranges.count - 1] = last.lowerBound...identifier
            } else {
                ranges.append(identifier...identifier)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound):\($0.upperBound)" }
            .joined(separator: ",")
    }
}
