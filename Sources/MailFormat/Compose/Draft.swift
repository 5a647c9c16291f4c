/// A message to be written: what it says, in values that cannot break out of their place.
///
/// `rendered()` gives CR LF lines of at most 78 bytes in the header where words allow it and never more than 998, 7-bit
/// throughout. The same draft always gives the same bytes.
package struct Draft: Sendable {
    /// An address with the name to show beside it.
    package struct Correspondent: Sendable, Hashable {
        package var name: String
        package var address: EmailAddress

        package init(name: String = "", address: EmailAddress) {
            self.name = name
            self.address = address
        }
    }

    /// A file within the message.
    package struct File: Sendable {
        package var name: String
        package var contentType: MediaType
        package var bytes: [UInt8]
        /// For a file that the HTML part shows by `cid:`.
        package var contentID: MessageID?

        package init(name: String, contentType: MediaType, bytes: [UInt8], contentID: MessageID? = nil) {
            self.name = name
            self.contentType = contentType
            self.bytes = bytes
            self.contentID = contentID
        }
    }

    /// A calendar that asks for something, under the method that stands in it (RFC 5546 §1.4).
    package struct Calendar: Sendable {
        package enum Method: String, Sendable {
            case request = "REQUEST"
            case cancel = "CANCEL"
        }

        package let method: Method
        package let bytes: [UInt8]

        package init(_ method: Method, _ events: [CalendarEvent]) {
            self.method = method
            bytes = CalendarWriter.calendar(method: method.rawValue, events: events)
        }
    }

    /// A header field beyond those that every message has.
    package struct Field: Sendable {
        let name: String
        let value: String

        /// A field with any text as its value, or `nil` when `name` is no field name (RFC 5322 §2.2) or is one that the
        /// draft writes itself.
        package init?(_ name: String, _ value: String) {
            guard (1...60).contains(name.utf8.count),
                name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen }),
                !Self.reserved.contains(where: { name.equalsIgnoringASCIICase($0) })
            else { return nil }
            self.name = name
            self.value = value
        }

        private static let reserved = [
            "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To",
            "References", "MIME-Version",
            "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID",
        ]
    }

    package var from: Correspondent
    package var to: [Correspondent]
    package var replyTo: Correspondent?
    package var subject: String
    /// Seconds since 1970; written in UTC. Limit: the years 1970 to 9999.
    package var date: Int
    package var messageID: MessageID
    package var inReplyTo: MessageID?
    package var references: [MessageID] = []
    package var fields: [Field] = []
    /// The plain text; lines may end in any way, and a line break is added where the last line has none.
    package var text: String
    package var html: String?
    /// Files that the HTML part shows; written only with one.
    package var related: [File] = []
    package var attachments: [File] = []
    /// What calendar programs read instead of text and HTML (RFC 6047 §2.4).
    package var calendar: Calendar?

    package init(
        from: Correspondent, to: [Correspondent], subject: String, date: Int, messageID: MessageID, text: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.text = text
    }
}

/// `type/subtype` of a file, validated (RFC 6838 §4.2).
package struct MediaType: Sendable, Hashable {
    /// `type/subtype` in ASCII lower case.
    package let text: String

    /// The type that `text` names, or `nil` when it names none or one whose content is structure (`multipart`,
    /// `message`).
    package init?(_ text: String) {
        let words = text.utf8.split(separator: ASCII.slash, omittingEmptySubsequences: false)
        guard words.count == 2, words.allSatisfy(Self.isName) else { return nil }
        let type = words[0]
        guard !type.equalsIgnoringASCIICase("multipart".utf8), !type.equalsIgnoringASCIICase("message".utf8) else {
            return nil
        }
        self.text = text.asciiLowercased
    }

    /// `application/octet-stream`: bytes of which nothing is known.
    package static let bytes = MediaType(known: "application/octet-stream")

    private init(known: String) { text = known }

    private static func isName(_ word: Substring.UTF8View) -> Bool {
        (1...127).contains(word.count)
            && word.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot || $0 == ASCII.plus
                    || $0 == ASCII.underscore
            }
    }
}
