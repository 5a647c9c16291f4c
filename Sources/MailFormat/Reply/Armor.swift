/// The lines that OpenPGP puts around a text that it signs (RFC 9580 §7).
enum Armor {
    /// Limit: lines of a signature.
    private static let mostLines = 60

    /// The first line of a signed text and the armor header below it, to the blank line.
    static func opening(at index: Int, in body: ReplyBody) -> Range<Int>? {
        guard body.text(index).starts(with: "-----BEGIN PGP SIGNED MESSAGE".utf8) else { return nil }
        let end = body.lines.indices[index...].prefix(6).first { body.lines[$0].isBlank }
        return index..<(end ?? index + 1)
    }

    /// Whether a folded line ends a signature.
    static func isEnd(_ folded: [UInt8]) -> Bool { folded.starts(with: "-----end pgp signature".utf8) }

    /// Where the signature begins that ends at line `end`.
    static func signature(above end: Int, in body: ReplyBody, from first: Int) -> Int? {
        stride(from: end, through: max(first, end - mostLines), by: -1).first {
            body.text($0).starts(with: "-----BEGIN PGP SIGNATURE".utf8)
        }
    }
}
