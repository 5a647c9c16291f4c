extension Part {
    /// How a body was made fit for transport (RFC 2045 §6).
    package enum TransferEncoding: Sendable {
        case identity, base64, quotedPrintable, uuencode

        /// The encoding that a field value names; what is unknown is left as it is.
        init(_ value: ArraySlice<UInt8>) {
            let word = value.prefix(while: \.isInEncodingName)
            if word.equalsIgnoringASCIICase("base64".utf8) {
                self = .base64
            } else if word.equalsIgnoringASCIICase("quoted-printable".utf8) {
                self = .quotedPrintable
            } else if ["x-uuencode", "uuencode", "x-uue", "uue"].contains(where: {
                word.equalsIgnoringASCIICase($0.utf8)
            }) {
                self = .uuencode
            } else {
                self = .identity
            }
        }

        /// Whether `value` names an encoding. QUIRK: or says in its own way that there is none.
        static func isKnown(_ value: ArraySlice<UInt8>) -> Bool {
            let word = value.prefix(while: \.isInEncodingName)
            return word.isEmpty || TransferEncoding(value) != .identity
                || ["7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits", "plain"].contains {
                    word.equalsIgnoringASCIICase($0.utf8)
                }
        }
    }

    /// Whether all programs decode a text alike: charset and transfer encoding are known, and the body keeps to the latter.
    var isClearlyEncoded: Bool {
        TransferEncoding.isKnown(statedEncoding) && contentType.parameters["charset"].map(Charset.isClear) ?? true
            && (transferEncoding != .base64 || Base64.isPlain(body))
    }

    /// Whether NULs may be halves of letters.
    var isWideText: Bool { contentType.parameters["charset"].map { CharsetLabel($0).isWide } ?? false }

    /// The body without its transfer encoding.
    package func decodedBytes() -> [UInt8] {
        switch transferEncoding {
        case .identity: Array(body)
        case .base64: Base64.decode(body)
        case .quotedPrintable: QuotedPrintable.decode(body)
        case .uuencode: body.withUnsafeBytes { UUEncode.decode($0) }
        }
    }

    /// The body as text by its charset; lines end with LF, whatever ended them.
    package func decodedText() -> String { decodedText(contentType) }

    /// `decodedText()` without uuencoded files, and with the lines of format=flowed (RFC 3676) put together again to
    /// paragraphs.
    package func readableText() -> String {
        let type = contentType
        let text = UUEncode.withoutFiles(decodedText(type))
        guard type.parameters["format"]?.equalsIgnoringASCIICase("flowed") == true else { return text }
        let deletesSpace = type.parameters["delsp"]?.equalsIgnoringASCIICase("yes") == true
        return FormatFlowed.unflow(text, deletesSpace: deletesSpace)
    }

    private func decodedText(_ type: ContentType) -> String {
        let bytes = decodedBytes()
        let label = type.parameters["charset"]
        let isHTML = label == nil && kind == .html
        let text = bytes.withUnsafeBytes { isHTML ? HTMLCharset.decode($0) : Charset.decode($0, label: label) }
        return Self.withPlainLineBreaks(text)
    }

    /// `text` without a byte order mark, every line ended by LF.
    private static func withPlainLineBreaks(_ text: String) -> String {
        let utf8 = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...]
        guard utf8.contains(ASCII.cr) else { return String(Substring(utf8)) }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        var previous: UInt8 = 0
        for byte in utf8 {
            if !(byte == ASCII.lf && previous == ASCII.cr) { output.append(byte == ASCII.cr ? ASCII.lf : byte) }
            previous = byte
        }
        return String(decoding: output, as: UTF8.self)
    }
}

extension UInt8 {
    /// What the names of transfer encodings are made of.
    var isInEncodingName: Bool { isASCIILetter || isASCIIDigit || self == ASCII.hyphen }
}
