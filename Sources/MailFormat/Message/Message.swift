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
