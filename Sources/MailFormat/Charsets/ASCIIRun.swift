extension UnsafeRawBufferPointer {
    /// Whether all bytes are below 0x80.
    var isASCII: Bool { asciiEnd(from: 0) == count }

    /// The end of the bytes below 0x80 that begin at `start`, found by eight words a step; `start` where there are none.
    ///
    /// In bounds: a step is taken only where 64 or 8 more bytes are there.
    func asciiEnd(from start: Int) -> Int {
        let upperBits: UInt64 = 0x8080_8080_8080_8080
        var offset = start
        while offset + 64 <= count {
            var bits: UInt64 = 0
            for word in 0..<8 { bits |= loadUnaligned(fromByteOffset: offset + 8 * word, as: UInt64.self) }
            guard bits & upperBits == 0 else { break }
            offset += 64
        }
        while offset + 8 <= count, loadUnaligned(fromByteOffset: offset, as: UInt64.self) & upperBits == 0 {
            offset += 8
        }
        while offset < count, self[offset] < 0x80 { offset += 1 }
        return offset
    }
}
