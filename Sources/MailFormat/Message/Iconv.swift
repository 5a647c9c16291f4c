import Glibc

/// The C library's charset conversion.
enum Iconv {
    /// The text that `bytes` are in `charset`, U+FFFD for what cannot be read, or `nil` for a charset nobody knows.
    static func decode(_ bytes: [UInt8], charset: String) -> String? {
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

    private static func convert(_ bytes: [UInt8], with descriptor: iconv_t) -> String {
        var input = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var chunk = [UInt8](repeating: 0, count: 16_384)
        input.withUnsafeMutableBytes { source in
            var remaining = source.count
            var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            while remaining > 0 {
                let status = chunk.withUnsafeMutableBytes { target -> (failed: Bool, error: Int32) in
                    var room = target.count
                    var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    let result = iconv(descriptor, &next, &remaining, &place, &room)
                    let error = errno
                    output.append(contentsOf: target.prefix(target.count - room))
                    return (result == -1, error)
                }
                guard status.failed, status.error != E2BIG else { continue }
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                // EINVAL: the text ends in the middle of a character.
                guard status.error == EILSEQ, remaining > 0 else { break }
                next = next?.advanced(by: 1)
                remaining -= 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
