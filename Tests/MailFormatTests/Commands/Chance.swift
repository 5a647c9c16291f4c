/// SplitMix64: small and seeded, so that every run writes the same sentences.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// One of `choices`; the empty text where there are none.
    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &self) ?? "" }

    /// True `percent` times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Fills the slots of a frame: `"{w} the {o}"`.
enum Frame {
    static func filled(_ frame: String, using chance: inout Chance, _ slots: [String: [String]]) -> String {
        var text = ""
        for (index, part) in frame.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = part.firstIndex(of: "}") else {
                text += part
                continue
            }
            text += chance.pick(slots[String(part[..<close])] ?? ["{?}"]) + part[part.index(after: close)...]
        }
        return text
    }
}
