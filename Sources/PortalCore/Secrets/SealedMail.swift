/// A written mail with its envelope as one piece of bytes, to be sealed: envelope sender, recipient, mail.
///
/// The envelope sender is a reply address, as secret as the links within.
enum SealedMail {
    static func packed(_ letter: SealedLetter) -> [UInt8] {
        Array(letter.sender.utf8) + [0] + Array(letter.recipient.utf8) + [0] + letter.bytes
    }

    static func unpacked(_ bytes: [UInt8], of id: OutboxID) -> SealedLetter? {
        let pieces = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3 else { return nil }
        return SealedLetter(
            id: id, sender: String(decoding: pieces[0], as: UTF8.self),
            recipient: String(decoding: pieces[1], as: UTF8.self), bytes: Array(pieces[2]))
    }
}
