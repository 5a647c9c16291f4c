/// A message as it came: bytes, and what can be read from them. Any bytes are a message; what is odd is in `warnings`.
///
/// Lines may end with LF, CR LF or CR; an mbox `From ` line before the header is passed over. Parts are ranges into the
/// bytes, decoded when asked for.
package struct Message: Sendable {
    package let bytes: [UInt8]
    package let header: Header
    /// All parts in the order in which they stand, containers before what they contain; the first is the message.
    package let parts: [Part]
    /// Short codes for what is odd, sorted: `bare-cr`, `depth-limit`, `duplicate-from` (and so for every field that may
    /// stand once), `header-limit`, `hidden-from`, `malformed-header`, `mime-ambiguous`, `nul-bytes`, `part-limit`.
    package var warnings: [String] { Warnings.all(self).sorted() }
    let containerOddities: PartReader.Oddities
    private let headerStart: Int

    /// Reads the structure of `bytes`; never fails.
    package init(_ bytes: [UInt8]) {
        let lines = Lines(bytes)
        headerStart = Self.headerStart(lines)
        var reader = PartReader(lines)
        reader.read(from: headerStart)
        self.bytes = bytes
        parts = reader.parts
        header = reader.parts.first?.header ?? Header([])
        containerOddities = reader.oddities
    }

    /// QUIRK: a byte order mark, and the line that mbox files put before a message, quoted or not.
    private static func headerStart(_ lines: Lines) -> Int {
        let start = lines.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let line = lines.line(at: start, before: lines.bytes.count)
        let content = lines.bytes[line.content]
        let isEnvelopeLine = content.starts(with: "From ".utf8) || content.starts(with: ">From ".utf8)
        // `From : x` is a field, however odd, and must not vanish.
        let isField = content.drop { $0 != ASCII.space }.first { !$0.isBlank } == ASCII.colon
        return isEnvelopeLine && !isField ? line.next : start
    }

    /// The parts that contain no others, in order.
    package var leaves: [Part] { parts.filter { !$0.isContainer } }

    /// The decoded text of the first plain body leaf, whole, lines ended by LF.
    package var text: String? { textLeaf?.decodedText() }

    /// The same with the lines of format=flowed put together again; what a person should be shown.
    package var readableText: String? { textLeaf?.readableText() }

    /// The decoded text of the first HTML body leaf.
    package var html: String? { leaves.first { $0.isBodyText(.html) }?.decodedText() }

    /// Every leaf that is not text to read, in order.
    package var attachments: [Part] { leaves.filter { !$0.isBodyLeaf } }

    /// The greatest number of containers around a part; 0 when the message is no multipart.
    package var depth: Int { parts.map { $0.depth + ($0.isContainer ? 1 : 0) }.max() ?? 0 }

    private var textLeaf: Part? { leaves.first { $0.isBodyText(.plainText) } }
}

extension Message {
    /// The bytes by which the same mail is known when it is delivered twice: without the fields that each delivery
    /// adds, every line ended by LF. Not a digest yet; hash it.
    package func digestInput() -> [UInt8] {
        let lines = Lines(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var offset = headerStart
        let bodyStart = parts.first?.bodyRange.lowerBound ?? offset
        var isTrace = false
        // A body whose lines end with LF already is taken whole.
        let wholeStart = bytes.firstOffset(of: ASCII.cr, in: bodyStart..<bytes.count) == nil ? bodyStart : bytes.count
        while offset < wholeStart {
            let line = lines.line(at: offset, before: bytes.count)
            let content = bytes[line.content]
            if offset < bodyStart, content.first?.isBlank != true { isTrace = TraceFields.contains(fieldOf: content) }
            if offset >= bodyStart || !isTrace {
                output.append(contentsOf: content)
                output.append(ASCII.lf)
            }
            offset = line.next
        }
        guard offset < bytes.count else { return output }
        output.append(contentsOf: bytes[offset...])
        if output.last != ASCII.lf { output.append(ASCII.lf) }
        return output
    }
}

/// The fields that mail servers add on the way, RFC 5322 §3.6.7 and custom.
private enum TraceFields {
    private static let names = [
        "received", "return-path", "delivered-to", "x-original-to", "authentication-results", "received-spf",
        "x-received", "x-delivered-to", "envelope-to", "x-envelope-to", "x-envelope-from", "delivery-date",
        "x-gm-message-state", "x-google-smtp-source", "x-spam-status", "x-spam-score", "x-spam-level", "x-spam-flag",
        "x-spam-checker-version", "x-spamd-result", "x-spamd-bar", "x-rspamd-server", "x-rspamd-queue-id", "x-uid",
        "x-uidl", "status", "x-status", "content-length",
    ]

    static func contains(fieldOf line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { $0 != ASCII.colon }.trimmed
        return name.startsIgnoringASCIICase(with: "arc-".utf8)
            || names.contains { name.equalsIgnoringASCIICase($0.utf8) }
    }
}
