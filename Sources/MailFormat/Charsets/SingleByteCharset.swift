extension SingleByteCharset {
    /// The text that `bytes` are.
    func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        let table = Self.encodings[self] ?? []
        let upper = bytes.reduce(0) { $0 + Int($1 >> 7) }
        // Every character below is in the Basic Multilingual Plane: three bytes of UTF-8 at most.
        return String(unsafeUninitializedCapacity: bytes.count + 2 * upper) { target in
            var length = 0
            for byte in bytes {
                guard byte > 0x7F else {
                    target[length] = byte
                    length += 1
                    continue
                }
                var packed = table[Int(byte & 0x7F)]
                while packed > 0 {
                    target[length] = UInt8(truncatingIfNeeded: packed)
                    packed >>= 8
                    length += 1
                }
            }
            return length
        }
    }

    /// The characters of 0x80 to 0xFF as UTF-8, the first byte lowest.
    private static let encodings = upperRows.mapValues { rows in
        rows.flatMap(\.unicodeScalars).map { scalar in
            Array(String(scalar).utf8).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
    }
}
