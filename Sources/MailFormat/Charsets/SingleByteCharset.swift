extension SingleByteCharset {
    /// The text that `bytes` are.
    func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        let table = Self.encodings[self] ?? []
        // Every character below is in the Basic Multilingual Plane: three bytes of UTF-8 at most.
        let upper = bytes.reduce(0) { $0 + Int($1 >> 7) }
        return String(unsafeUninitializedCapacity: bytes.count + 2 * upper) { target in
            var (offset, length) = (0, 0)
            while offset < bytes.count {
                let run = offset..<bytes.asciiEnd(from: offset)
                UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(target)[length..<(length + run.count)]
                ).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[run]))
                (offset, length) = (run.upperBound, length + run.count)
                while offset < bytes.count, bytes[offset] > 0x7F {
                    var packed = table[Int(bytes[offset] & 0x7F)]
                    while packed > 0 {
                        target[length] = UInt8(truncatingIfNeeded: packed)
                        packed >>= 8
                        length += 1
                    }
                    offset += 1
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
