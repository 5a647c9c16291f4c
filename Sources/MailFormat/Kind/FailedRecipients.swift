/// Finds in the words of a report which addresses were not reached.
struct FailedRecipients {
    private let text: BounceText
    /// The addresses that the report went to, and the one that it came from.
    private let own: Set<[UInt8]>
    private let domain: [UInt8]

    init(_ text: BounceText, of message: Message) {
        self.text = text
        own = Set((message.from + message.to + message.replyTo).map { $0.address.utf8.asciiLowercased })
        domain = Array(message.from.first?.address.utf8.drop { $0 != ASCII.at } ?? "".utf8[...])
    }

    /// The addresses, by the surest of all ways that finds any.
    func all() -> [String] {
        let heading = text.failureLine ?? 0
        let listed = labelled() + headed(from: heading)
        let ways: [() -> [String]] = [
            { foreign(listed) }, { foreign(headed(from: 0)) }, { listed }, { localNames(from: heading) },
            { mentioned(from: heading) }, { mentioned(from: 0) }, { foreign(ofReturnedHeader(in: text.lines)) },
            { foreign(ofReturnedHeader(in: text.returned)) },
            { Array(foreign(text.lines.flatMap { WrittenAddress.all(in: $0) }).prefix(1)) },
        ]
        return ways.lazy.map { Self.unique($0()) }.first { !$0.isEmpty } ?? []
    }

    private func foreign(_ addresses: [String]) -> [String] {
        addresses.filter { !own.contains($0.utf8.asciiLowercased) && !Self.isRole($0) }
    }

    /// Whom a report tells to ask; a mail to a postmaster that comes back is found by the other ways.
    private static func isRole(_ address: String) -> Bool {
        ["postmaster@", "mailer-daemon@", "abuse@"].contains { address.utf8.startsIgnoringASCIICase(with: $0.utf8) }
    }

    static func unique(_ addresses: [String]) -> [String] {
        var known: Set<[UInt8]> = []
        return addresses.filter { known.insert($0.utf8.asciiLowercased).inserted }
    }
}

// The ways.
extension FailedRecipients {
    private static let labels = PhraseSet(
        """
        failed recipient, failed address, recipient address, recipient, rcpt to, original address, final-recipient, \
        final recipient, original-recipient, undeliverable address, undeliverable to, unknown address, invalid address, \
        mailbox, address, user, username, e-mail address, email address, intended recipient, \
        empfänger, empfängeradresse, destinataire, adresse, destinatario, destinatário, geadresseerde, ontvanger, \
        mottagare, mottaker, modtager, vastaanottaja, odbiorca, adresat, příjemce, címzett, получатель, адрес, адресат, \
        alıcı, παραλήπτης, 宛先, 受信者, 送信先, 收件人, 收件者, 받는 사람, 수신자
        """)

    /// `Failed Recipient: ana@acme.test`.
    private func labelled() -> [String] {
        zip(text.lines, text.folded).compactMap { line, folded in
            let bare = folded.drop { !$0.isASCIILetter && $0 < 0x80 }
            guard let length = Self.labels.prefixLength(of: bare) else { return nil }
            let rest = bare.dropFirst(length).drop { $0.isBlank || "s()".utf8.contains($0) }
            let isLabel =
                rest.first == ASCII.colon || rest.starts(with: "：".utf8) || rest.starts(with: "=".utf8)
                || rest.prefix { !$0.isBlank }.contains(ASCII.at)
            return isLabel ? WrittenAddress.first(in: line) : nil
        }
    }

    /// The addresses with which lines begin, perhaps behind a code, a mark, or the name of the person.
    private func headed(from start: Int) -> [String] {
        text.lines[start...].lazy.compactMap { Self.heading($0) }
            .prefix(DeliveryReport.mostRecipients).map { $0 }
    }

    private static func heading(_ line: [UInt8]) -> String? {
        // QUIRK: `550 5.1.1 ana@acme.test... User unknown`, `* ana@acme.test`, `1. ana@acme.test`, `=> ana@acme.test`.
        let rest = line.drop { !$0.isASCIILetter && $0 < 0x80 && !"<\"'[_".utf8.contains($0) && !$0.isASCIIDigit }
        let bare = withoutCodes(rest)
        // `(expanded from: <ana@acme.test>)`, `From: Ana <ana@acme.test>`.
        guard line.first != ASCII.openParenthesis else { return nil }
        let first = bare.prefix { !$0.isBlank }
        if first.contains(ASCII.at) { return WrittenAddress.first(in: first) }
        // `Ana Blau (ana@acme.test)`, `"Ana Blau" <ana@acme.test>`, `'Ana Blau' <…>:`; a sentence is longer.
        let words = bare.split(whereSeparator: \.isBlank)
        guard words.count <= 6, first.last != ASCII.colon, let last = words.last,
            let opening = last.firstIndex(where: { $0 == ASCII.less || $0 == ASCII.openParenthesis }),
            last[opening...].contains(ASCII.at)
        else { return nil }
        return WrittenAddress.first(in: last)
    }

    private static func withoutCodes(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        while let first = rest.first, first.isASCIIDigit {
            let word = rest.prefix { !$0.isBlank }
            guard word.allSatisfy({ $0.isASCIIDigit || ".)-#:".utf8.contains($0) }) else { break }
            rest = rest.dropFirst(word.count).drop { $0.isBlank }
        }
        return rest
    }

    /// Any address in the report's sentences, but those to which it sends for help.
    private func mentioned(from start: Int) -> [String] {
        for (line, folded) in zip(text.lines, text.folded).dropFirst(start) where !Self.helpers.occurs(in: folded) {
            if let address = foreign(WrittenAddress.all(in: line)).first { return [address] }
        }
        return []
    }

    private static let helpers = PhraseSet(
        """
        postmaster, contact, assistance, support, helpdesk, abuse@, mailto:, http://, https://, sent by, from:, kontakt, \
        message-id, administrator, x-postfix, queue, subject, betreff
        """)

    /// QUIRK: AOL and others name the mailbox only, alone on an indented line behind the words.
    private func localNames(from start: Int) -> [String] {
        guard !domain.isEmpty, start < text.lines.count, text.folded[start].last == ASCII.colon else { return [] }
        return text.lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
            let name = line.contains(ASCII.at) ? nil : EmailAddress(String(decoding: line + domain, as: UTF8.self))
            return name.map(\.text)
        }
    }

    /// The addressees of the mail itself, where the report names nobody.
    private func ofReturnedHeader(in lines: [[UInt8]]) -> [String] {
        let fields = lines.prefix(400).filter { $0.startsIgnoringASCIICase(with: "to:".utf8) }
        return fields.prefix(1).flatMap { WrittenAddress.all(in: $0) }
    }
}
