extension IMAPResponse {
    /// Reads a response. Numbers must fit their 32 bits, and a UID is never 0 (RFC 9051 §2.3.1.1).
    init(_ frame: IMAPFrame) throws(IMAPViolation) {
        var scanner = IMAPScanner(frame)
        guard frame.texts.first?.first != UInt8(ascii: "+") else {
            self = .continuation
            return
        }
        let tag = try scanner.atomValue()
        if tag.elementsEqual([UInt8(ascii: "*")]) {
            self = try .untagged(&scanner)
        } else {
            guard let status = try IMAPStatus(word: scanner.atomValue(), &scanner) else {
                throw IMAPViolation("no response", frame.texts[0])
            }
            self = .tagged(String(decoding: tag, as: UTF8.self), status)
        }
    }

    private static func untagged(_ scanner: inout IMAPScanner) throws(IMAPViolation) -> IMAPResponse {
        let word = try scanner.atomValue()
        if let status = try IMAPStatus(word: word, &scanner) { return .status(status) }
        if word.first?.isDigit == true { return try numbered(word, &scanner) }
        if word.isKeyword("CAPABILITY") { return .capabilities(try words(&scanner)) }
        if word.isKeyword("SEARCH") { return .search(try identifiers(&scanner)) }
        if word.isKeyword("LIST") { return try list(&scanner) }
        if word.isKeyword("NAMESPACE") { return try namespace(&scanner) }
        return .other
    }

    private static func numbered(
        _ word: ArraySlice<UInt8>, _ scanner: inout IMAPScanner
    ) throws(IMAPViolation) -> IMAPResponse {
        guard let number = word.number(as: UInt32.self) else { throw IMAPViolation("no such number", word) }
        let kind = try scanner.atomValue()
        if kind.isKeyword("EXISTS") { return .exists(number) }
        if kind.isKeyword("FETCH") { return .fetch(try fetched(&scanner)) }
        return .other
    }

    private static func words(_ scanner: inout IMAPScanner) throws(IMAPViolation) -> [[UInt8]] {
        var words: [[UInt8]] = []
        while let word = try scanner.next()?.value { words.append(word) }
        return words
    }

    private static func identifiers(_ scanner: inout IMAPScanner) throws(IMAPViolation) -> [UInt32] {
        var identifiers: [UInt32] = []
        while case .atom(let word)? = try scanner.next() { identifiers.append(try identifier(word)) }
        return identifiers
    }

    private static func identifier(_ word: ArraySlice<UInt8>) throws(IMAPViolation) -> UInt32 {
        guard let number = word.number(as: UInt32.self), number > 0 else { throw IMAPViolation("no such UID", word) }
        return number
    }

    private static func fetched(_ scanner: inout IMAPScanner) throws(IMAPViolation) -> IMAPFetched {
        var fetched = IMAPFetched()
        guard try scanner.next() == .open else { throw IMAPViolation("FETCH without its list") }
        while true {
            let token = try scanner.next()
            if token == .close { return fetched }
            guard case .atom(let name)? = token else { throw IMAPViolation("FETCH without its end") }
            if name.isKeyword("UID") {
                fetched.uid = try identifier(scanner.atomValue())
            } else if name.isKeyword("RFC822.SIZE") {
                let size = try scanner.atomValue()
                guard let bytes = size.number(as: UInt32.self) else { throw IMAPViolation("no such size", size) }
                fetched.size = bytes
            } else if name.isKeyword("BODY[]") || name.isKeyword("BODY[HEADER]") {
                fetched.body = try scanner.next()?.value
            } else {
                try scanner.skipValue()
            }
        }
    }

    /// RFC 9051 §7.3.1: `(\Noselect) "/" "name"`.
    private static func list(_ scanner: inout IMAPScanner) throws(IMAPViolation) -> IMAPResponse {
        try scanner.skipValue()
        let separator = try scanner.next()?.value ?? []
        return .list(separator: separator, name: try scanner.next()?.value ?? [])
    }

    /// RFC 2342 §5: `(("INBOX." "."))`, then those of other users, which are not ours.
    private static func namespace(_ scanner: inout IMAPScanner) throws(IMAPViolation) -> IMAPResponse {
        guard try scanner.next() == .open, try scanner.next() == .open else { return .other }
        let prefix = try scanner.next()?.value ?? []
        return .namespace(prefix: prefix, separator: try scanner.next()?.value ?? [])
    }
}

extension IMAPStatus {
    /// Nil when the word is no condition.
    fileprivate init?(word: ArraySlice<UInt8>, _ scanner: inout IMAPScanner) throws(IMAPViolation) {
        guard let condition = Condition.allCases.first(where: { word.isKeyword($0.keyword) }) else { return nil }
        self.condition = condition
        let rest = scanner.rest
        if rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
            code = rest[..<end].dropFirst().split(separator: .space).map(Array.init)
            text = escapedLine(rest[(end + 1)...].drop { $0 == .space })
        } else {
            code = []
            text = escapedLine(rest)
        }
        if hasCode("UIDVALIDITY") || hasCode("UIDNEXT") {
            guard let number = code.last?.number(as: UInt32.self), number > 0 else {
                throw IMAPViolation("no such number", rest)
            }
        }
    }
}
