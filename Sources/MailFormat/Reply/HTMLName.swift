/// The name of an element or attribute: its first eight bytes in small letters, in one word, and its length. No two names
/// that are looked for agree in both.
struct HTMLName: Hashable {
    private(set) var head: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ text: StaticString) {
        text.withUTF8Buffer { for byte in $0 { append(byte) } }
    }

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    /// Adds a byte, `A`–`Z` as `a`–`z`. Limit: lengths of 255.
    mutating func append(_ byte: UInt8) {
        if count < 8 { head = head << 8 | UInt64(byte.asciiLowercased) }
        if count < 255 { count += 1 }
    }
}

/// What is known of names, found by a few comparisons.
struct HTMLNameTable<Value: Sendable>: Sendable {
    private static var size: Int { 1_024 }
    private var slots: [(name: HTMLName, value: Value)?]

    init(_ rows: [(HTMLName, Value)]) {
        slots = Array(repeating: nil, count: Self.size)
        for (name, value) in rows.prefix(Self.size / 4) {
            var slot = Self.slot(of: name)
            while slots[slot] != nil, slots[slot]?.name != name { slot = (slot + 1) % Self.size }
            slots[slot] = (name, value)
        }
    }

    subscript(name: HTMLName) -> Value? {
        var slot = Self.slot(of: name)
        while let entry = slots[slot] {
            if entry.name == name { return entry.value }
            slot = (slot + 1) % Self.size
        }
        return nil
    }

    private static func slot(of name: HTMLName) -> Int {
        Int(truncatingIfNeeded: ((name.head ^ UInt64(name.count)) &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }
}
