/// A mail as it goes over the wire after DATA: only CRLF ends a line, and no line is a lone dot.
///
/// Bare CR and bare LF become CRLF, so that no two servers can disagree on where the mail ends.
struct SMTPBody: Hashable, Sendable {
    /// Ends with CRLF; the final dot follows.
    let bytes: [UInt8]

    static let end: [UInt8] = [UInt8(ascii: "."), .carriageReturn, .lineFeed]

    init(_ message: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(message.count + message.count / 32 + 2)
        var atLineStart = true
        var index = message.startIndex
        while index < message.endIndex {
            let byte = message[index]
            index += 1
            if byte == .carriageReturn || byte == .lineFeed {
                if byte == .carriageReturn, index < message.endIndex, message[index] == .lineFeed { index += 1 }
                bytes += [.carriageReturn, .lineFeed]
                atLineStart = true
                continue
            }
            if atLineStart && byte == UInt8(ascii: ".") { bytes.append(byte) }
            bytes.append(byte)
            atLineStart = false
        }
        if !atLineStart { bytes += [.carriageReturn, .lineFeed] }
        self.bytes = bytes
    }
}
