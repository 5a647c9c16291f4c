/// By what the same mail is known when it comes twice.
extension Message {
    /// What its sender wrote: the fields that say who, to whom, about what and when, and the body, in the relaxed form
    /// of RFC 6376 §3.4. Not a digest yet; hash it.
    ///
    /// What a delivery adds, and whatever a copy can be given without breaking its signature, makes no other mail of it:
    /// other fields, folds, blanks, empty lines at the end.
    package func digestInput() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for name in Self.writtenBySenders {
            for field in header.all(named: name) {
                output += name.utf8
                output.append(ASCII.colon)
                Self.append(relaxed: field.unfolded.trimmed, to: &output)
                output.append(ASCII.lf)
            }
        }
        output.append(ASCII.lf)
        appendRelaxedBody(to: &output)
        return output
    }

    private static let writtenBySenders = ["from", "to", "cc", "subject", "date", "message-id"]

    private func appendRelaxedBody(to output: inout [UInt8]) {
        let lines = Lines(bytes)
        var offset = parts.first?.bodyRange.lowerBound ?? bytes.count
        var emptyLines = 0
        while offset < bytes.count {
            let line = lines.line(at: offset, before: bytes.count)
            offset = line.next
            let content = bytes[line.content]
            guard content.contains(where: { !$0.isBlank }) else {
                emptyLines += 1
                continue
            }
            output.append(contentsOf: repeatElement(ASCII.lf, count: emptyLines))
            emptyLines = 0
            // Most lines of a great mail are base64.
            if hasBlank(in: line.content) {
                Self.append(relaxed: content, to: &output)
            } else {
                output.append(contentsOf: content)
            }
            output.append(ASCII.lf)
        }
    }

    private func hasBlank(in range: Range<Int>) -> Bool {
        bytes.firstOffset(of: ASCII.space, in: range) != nil || bytes.firstOffset(of: ASCII.tab, in: range) != nil
    }

    /// Runs of blanks as one, and none at the end.
    private static func append(relaxed content: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var isBehindBlank = false
        for byte in content {
            if byte.isBlank {
                isBehindBlank = true
                continue
            }
            if isBehindBlank { output.append(ASCII.space) }
            isBehindBlank = false
            output.append(byte)
        }
    }
}
