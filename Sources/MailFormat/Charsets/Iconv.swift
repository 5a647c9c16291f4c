import Glibc

/// The C library's charset conversion.
enum Iconv {
    /// What was read: the text, with U+FFFD for what cannot be read.
    struct Reading {
        let text: String
        let hasErrors: Bool
    }

    /// The text that `bytes` are in `charset`, or `nil` for a charset nobody knows.
    static func decode(_ bytes: UnsafeRawBufferPointer, charset: String) -> Reading? {
        guard isPlausible(charset) else { return nil }
        let descriptor = iconv_open("UTF-8", charset)
        // iconv_open returns (iconv_t)-1 on failure.
        guard let descriptor, Int(bitPattern: descriptor) != -1 else { return nil }
        defer { iconv_close(descriptor) }
        return convert(bytes, with: descriptor)
    }

    /// A label that arrives by mail must not carry iconv's own options (`//IGNORE`) or reach for files.
    private static func isPlausible(_ charset: String) -> Bool {
        !charset.utf8.isEmpty && charset.utf8.count <= 40
            && charset.utf8.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore || $0 == ASCII.dot
                    || $0 == ASCII.colon || $0 == ASCII.plus
            }
    }

    /// iconv reads at most `remaining` bytes from `next`, which is moved on only within `bytes`, and writes at most
    /// `room` bytes into the chunk.
    private static func convert(_ bytes: UnsafeRawBufferPointer, with descriptor: iconv_t) -> Reading {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var chunk = [UInt8](repeating: 0, count: min(16_384, bytes.count * 4 + 16))
        var hasErrors = false
        var remaining = bytes.count
        // iconv takes a mutable pointer, but writes nothing there.
        var next = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        /// `isEnd` has what the descriptor holds back written out: a letter that a mark may still follow.
        func step(isEnd: Bool) -> (failed: Bool, error: Int32) {
            chunk.withUnsafeMutableBytes { target in
                var room = target.count
                var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                let result =
                    isEnd
                    ? iconv(descriptor, nil, nil, &place, &room)
                    : iconv(descriptor, &next, &remaining, &place, &room)
                let error = errno
                output.append(contentsOf: target.prefix(target.count - room))
                return (result == -1, error)
            }
        }
        while remaining > 0 {
            let status = step(isEnd: false)
            guard status.failed, status.error != E2BIG else { continue }
            hasErrors = true
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            // EINVAL: the text ends in the middle of a character.
            guard status.error == EILSEQ, remaining > 0 else { break }
            next = next?.advanced(by: 1)
            remaining -= 1
        }
        _ = step(isEnd: true)
        return Reading(text: String(decoding: output, as: UTF8.self), hasErrors: hasErrors)
    }
}
