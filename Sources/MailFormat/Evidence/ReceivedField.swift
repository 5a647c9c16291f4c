/// What a Received field (RFC 5321 §4.4) says about who wrote it.
struct ReceivedField {
    /// The words behind each `by` and `with`, comments and quoted strings left out.
    private let writers: [ArraySlice<UInt8>]
    private let protocols: [ArraySlice<UInt8>]
    /// Who the server says gave it the mail, in the form that Postfix and Sendmail write.
    private let client: (greeting: ArraySlice<UInt8>, name: ArraySlice<UInt8>, address: ArraySlice<UInt8>)?

    init(_ value: [UInt8]) {
        let words = Self.words(of: value)
        writers = Self.followers(of: "by", in: words)
        protocols = Self.followers(of: "with", in: words)
        client = Self.client(of: value)
    }

    /// Whether the border may have written it. Any `by` counts: what a stranger says at EHLO stands in the same field,
    /// and can add a `by`, but not take the border's away.
    func isWritten(by border: TrustedBorder) -> Bool { writers.contains { border.isHost($0) } }

    /// The host that says it wrote the field; `nil` when the field names none.
    var host: String? { writers.first.map { String(decoding: $0, as: UTF8.self) } }

    /// A mail's way on within the border host.
    enum Handover { case toMailbox, fromFilter }

    /// What it records instead of an arrival, if the arrival stands below. A stranger's additions at EHLO make the field
    /// ambiguous, and it is not taken for a handover.
    var handover: Handover? {
        guard writers.count == 1 else { return nil }
        return isHandoverToMailbox ? .toMailbox : isFromItself ? .fromFilter : nil
    }

    /// The mailbox took the mail over from the same machine's queue (LMTP). Mail from outside never comes so.
    private var isHandoverToMailbox: Bool {
        protocols.count == 1 && protocols[0].startsIgnoringASCIICase(with: "lmtp".utf8)
    }

    /// A filter gave the mail back to the same machine's mail server, and greeted it by its own name or as localhost:
    /// `from mx.example (localhost [127.0.0.1]) by mx.example`. What stands in the brackets the server wrote, and nobody outside has that
    /// address; but other programs of the machine do, whose mail is no handover.
    private var isFromItself: Bool {
        guard let client, Self.isLoopback(client.address),
            DomainName.areEqual(client.greeting, writers[0])
                || Self.filters.contains(where: { client.greeting.elementsEqual($0.utf8) })
        else { return false }
        // QUIRK: Yahoo writes `from 192.0.2.1 (EHLO [127.0.0.1]) by`, with the stranger's word in the brackets.
        return client.name.contains(ASCII.dot) || client.name.equalsIgnoringASCIICase("localhost".utf8)
    }

    /// QUIRK: how filters greet the server that they give a mail back to: Amavis, Proofpoint.
    private static let filters = ["localhost", "pps.filterd"]

    /// Whether a content filter wrote it that has no name of its own, about mail from a program of the same machine:
    /// `from mx.example ([127.0.0.1]) by localhost (amavis)`.
    var isWithinMachine: Bool {
        guard let client, writers.count == 1, Self.isLoopback(client.address) else { return false }
        return ["localhost", "localhost.localdomain"].contains { DomainName.areEqual(writers[0], $0.utf8) }
    }

    private static func isLoopback(_ address: ArraySlice<UInt8>) -> Bool {
        address.starts(with: "127.".utf8) || address.elementsEqual("::1".utf8)
    }

    /// Whether the host that wrote it writes its results directly below it.
    var writesResultsBelow: Bool {
        writers.contains { writer in
            TrustedBorder.hostsWithResultsBelow.contains { DomainName.areEqual(writer, $0.utf8) }
        }
    }

    /// What is said in `from greeting (name [address]) by`, or without the name, for a field that begins exactly so.
    private static func client(
        of value: [UInt8]
    ) -> (greeting: ArraySlice<UInt8>, name: ArraySlice<UInt8>, address: ArraySlice<UInt8>)? {
        let words = value.trimmed.prefix(600).split(maxSplits: 5, whereSeparator: \.isBlank)
        guard words.count > 4, words[0].equalsIgnoringASCIICase("from".utf8),
            words[1].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot }),
            words[2].first == ASCII.openParenthesis
        else { return nil }
        let isNamed = words[2].dropFirst().first != ASCII.openBracket
        let name = isNamed ? words[2].dropFirst() : [], bracket = isNamed ? words[3] : words[2].dropFirst()
        guard words[isNamed ? 4 : 3].equalsIgnoringASCIICase("by".utf8), bracket.first == ASCII.openBracket,
            bracket.suffix(2).elementsEqual([ASCII.closeBracket, ASCII.closeParenthesis])
        else { return nil }
        var address = bracket.dropFirst().dropLast(2)
        if address.startsIgnoringASCIICase(with: "ipv6:".utf8) { address = address.dropFirst(5) }
        return (words[1], name, address)
    }

    /// The words outside of comments and quoted strings. Where one of those does not end, all words: it may be a stranger's
    /// EHLO that would hide what the server wrote behind it.
    private static func words(of value: [UInt8]) -> [ArraySlice<UInt8>] {
        var depth = 0
        var isQuoted = false
        let text = value.map { byte -> UInt8 in
            if byte == ASCII.quote, depth == 0 { isQuoted.toggle() }
            if byte == ASCII.openParenthesis, !isQuoted { depth += 1 }
            defer { if byte == ASCII.closeParenthesis, depth > 0 { depth -= 1 } }
            return depth > 0 || isQuoted ? ASCII.space : byte
        }
        let isWhole = depth == 0 && !isQuoted && !value.contains(ASCII.backslash)
        return (isWhole ? text : value).split {
            $0.isBlank || $0 == ASCII.semicolon || $0 == ASCII.quote || $0 == ASCII.openParenthesis
                || $0 == ASCII.closeParenthesis
        }
    }

    private static func followers(of keyword: String, in words: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
        zip(words, words.dropFirst()).filter { $0.0.equalsIgnoringASCIICase(keyword.utf8) }.map(\.1)
    }
}
