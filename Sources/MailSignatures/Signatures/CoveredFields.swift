import MailFormat

/// What a signature must cover before it is evidence: everything by which a mail could be turned against something else
/// than its author meant.
///
/// - To and Cc hold the reply address, and so say what the mail is about. Were they not signed, any old mail of a client
///   could be sent to another object's address; or a Cc could be added to one that had none.
/// - Subject is what staff read beside it.
/// - Content-Type says where the text begins and ends. Not every large provider signs it, so a mail without is taken where
///   the body shows by itself that nobody changed it: a multipart begins with its delimiter, and what is no multipart does
///   not look like one.
///
/// A field that stands twice is no question here: that mail is ambiguous already (`Message.warnings`, `Header.sender`).
enum CoveredFields {
    /// What is missing, as the end of a sentence.
    static func problem(of signature: Signature, in message: Message, _ header: SignedHeader) -> String? {
        for name in ["From", "To", "Cc", "Subject"] where !header.covers([name.asciiLowercased], by: signature) {
            return "it does not sign \(name)"
        }
        let isFramed = header.covers(["content-type"], by: signature) || hasItsOwnFrame(message)
        return isFramed ? nil : "it does not sign Content-Type, and the body is not as that says"
    }

    private static func hasItsOwnFrame(_ message: Message) -> Bool {
        guard let part = message.parts.first else { return true }
        let body = message.bytes[part.body.startIndex...]
        let first = line(body.drop(while: \.isLineBreak))
        guard part.isContainer else { return !isDelimited(body, by: first) }
        let delimiter = Array("--\(part.contentType.parameters["boundary"] ?? "")".utf8)
        return first.elementsEqual(delimiter)
    }

    /// Whether a body looks like a multipart whose first line this is: it has a boundary, and ends with it.
    private static func isDelimited(_ body: ArraySlice<UInt8>, by first: ArraySlice<UInt8>) -> Bool {
        guard first.count > 2, first.starts(with: "--".utf8) else { return false }
        return body.trimmed.count > first.count
            && body.trimmed.reversed().starts(with: (first + Array("--".utf8)).reversed())
    }

    private static func line(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.prefix { $0 != ASCII.lf }.trimmed
    }
}
