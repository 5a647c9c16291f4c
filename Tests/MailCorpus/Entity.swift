/// A part of a mail on its way to bytes: header lines of its own, and a body.
struct Entity {
    let header: [String]
    let body: [UInt8]

    var bytes: [UInt8] { Array(header.joined(separator: "\r\n").utf8) + Wire.lineBreak + Wire.lineBreak + body }

    /// Text in `charset`, or in UTF-8 where that lacks a character; lines of `text` end with LF.
    static func text(_ subtype: String, _ text: String, in charset: String, _ chance: inout Chance, more: String = "")
        -> Entity
    {
        let canonical = String(decoding: text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] }, as: UTF8.self)
        let encoded = Wire.encode(canonical, in: charset)
        let name = encoded == nil ? "utf-8" : charset
        let bytes = encoded ?? Array(canonical.utf8)
        let (encoding, body) = transferEncoded(bytes, &chance)
        return Entity(
            header: [
                "Content-Type: text/\(subtype); charset=\"\(name)\"\(more)", "Content-Transfer-Encoding: \(encoding)",
            ],
            body: body)
    }

    private static func transferEncoded(_ bytes: [UInt8], _ chance: inout Chance) -> (String, [UInt8]) {
        if bytes.allSatisfy({ $0 < 128 }), chance.happens(50) { return ("7bit", bytes) }
        switch chance.number(0...9) {
        case 0...5: return ("quoted-printable", Wire.quotedPrintable(bytes))
        case 6...7: return ("base64", Wire.base64Lines(bytes))
        default: return ("8bit", bytes)
        }
    }

    /// A file of `count` bytes.
    static func file(_ name: String, type: String, _ content: [UInt8], inline: String? = nil) -> Entity {
        let disposition = inline == nil ? "attachment" : "inline"
        let identity = inline.map { ["Content-ID: <\($0)>"] } ?? []
        return Entity(
            header: [
                "Content-Type: \(type);\r\n\t\(Wire.parameter("name", name))",
                "Content-Disposition: \(disposition);\r\n\t\(Wire.parameter("filename", name))",
                "Content-Transfer-Encoding: base64",
            ] + identity, body: Wire.base64Lines(content))
    }

    /// A `multipart/*` of parts, with an epilogue as some mailers leave it.
    static func container(_ subtype: String, _ parts: [Entity], _ chance: inout Chance, more: String = "") -> Entity {
        let boundary = chance.one(of: ["----=_Part_", "_000_", "Apple-Mail=_", "0000000000", "b1="]) + chance.token(24)
        var body = chance.happens(20) ? Array("This is a multi-part message in MIME format.\r\n".utf8) : []
        for part in parts { body += Array("--\(boundary)\r\n".utf8) + part.bytes + Wire.lineBreak }
        body += Array("--\(boundary)--\r\n".utf8)
        return Entity(header: ["Content-Type: multipart/\(subtype); boundary=\"\(boundary)\"\(more)"], body: body)
    }
}
