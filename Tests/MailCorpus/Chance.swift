/// Seeded chance (SplitMix64), with what a generator of mail asks of it.
package struct Chance: Sendable {
    private var state: UInt64

    /// The same seed brings the same numbers.
    package init(_ seed: UInt64) { state = seed }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of `range`, which must not be empty.
    package mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// One of `choices`, which must not be empty.
    package mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }

    /// True in so many of a hundred cases.
    package mutating func happens(_ percent: Int) -> Bool { number(0...99) < percent }

    /// Bytes without any pattern, as in a compressed file.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { withUnsafeBytes(of: next().littleEndian) { bytes.append(contentsOf: $0) } }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// Letters and digits, as in identifiers.
    package mutating func token(
        _ length: Int, of alphabet: [UInt8] = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    )
        -> String
    {
        String(decoding: (0..<length).map { _ in one(of: alphabet) }, as: UTF8.self)
    }

    /// The digits of `count` bytes of base64 that mean nothing, as in signatures.
    package mutating func base64(_ count: Int) -> String { String(decoding: Wire.base64(bytes(count)), as: UTF8.self) }
}
