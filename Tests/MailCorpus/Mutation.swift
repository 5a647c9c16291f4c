/// Damage as networks, mailers and attackers do it: bytes lost, doubled, changed, and put where they mean something.
package enum Mutation {
    /// `bytes` with one to eight places damaged.
    package static func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<chance.number(1...8) { damage(&bytes, &chance) }
        return bytes
    }

    private static func damage(_ bytes: inout [UInt8], _ chance: inout Chance) {
        let place = chance.number(0...bytes.count)
        let piece = place..<(place + chance.number(0...min(30, bytes.count - place)))
        switch chance.number(0...4) {
        case 0: bytes.removeSubrange(piece)
        case 1: bytes.insert(contentsOf: bytes[piece], at: chance.number(0...bytes.count))
        case 2: bytes.insert(UInt8(chance.number(0...255)), at: place)
        case 3: bytes.removeLast(bytes.count - max(place, bytes.count / 2))
        default: bytes.insert(contentsOf: chance.one(of: fragments).utf8, at: place)
        }
    }

    private static let fragments = [
        "\r", "\n", "\0", "--b", "--b--", "=?", "?=", "(", ")", "\"", "\\", "<", ">", ":", ";", ",", "=", "%", "*", "@",
        "From: ", "\nContent-Type: ", "multipart/mixed; boundary=b", " ", "\u{FF}", "\n> ", "\n-- \n", "<blockquote>",
        "<!--", "&#", "</div>", "wrote:\n", "\nbegin 644 a\n", "approve\n", "\u{202B}", "=\n",
    ]
}
