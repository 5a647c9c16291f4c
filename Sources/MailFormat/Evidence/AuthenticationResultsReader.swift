/// The tokens of RFC 8601 §2.2 one after the other, with nested comments and quoted strings.
struct AuthenticationResultsReader {
    private var rest: ArraySlice<UInt8>
    /// Limit: 200 results in one field, 50 properties in each.
    private static let clauseLimit = 200
    private static let propertyLimit = 50
    /// RFC 8601 §2.2: of another version nobody knows what it means.
    private var hasKnownVersion = true

    init(_ value: some Collection<UInt8>) { rest = Array(value)[...] }

    mutating func read() -> AuthenticationResults? {
        guard let name = readIdentifier(), hasKnownVersion, let clauses = readClauses() else { return nil }
        return AuthenticationResults(authservID: name, clauses: clauses)
    }

    mutating func readIdentifier() -> String? {
        guard skipBlanks(), let identifier = value(), skipBlanks(), skipVersion() else { return nil }
        // One dot; with two it is nobody's name, and must not lose the other one when names are compared.
        let hasFinalDot = identifier.last == ASCII.dot && identifier.dropLast().last != ASCII.dot
        let name = hasFinalDot ? identifier.dropLast() : identifier[...]
        // `dmarc=pass` where the identifier should be is no identifier: the field would claim to be anybody's.
        guard !name.isEmpty, !name.contains(ASCII.equals), rest.isEmpty || rest.first == ASCII.semicolon else {
            return nil
        }
        return String(decoding: name, as: UTF8.self)
    }

    mutating func readNameless() -> AuthenticationResults? {
        guard skipBlanks(), let first = readClause(), let others = readClauses() else { return nil }
        return AuthenticationResults(authservID: "", clauses: [first] + others)
    }

    private mutating func readClauses() -> [AuthenticationResults.Clause]? {
        var clauses: [AuthenticationResults.Clause] = []
        while take(ASCII.semicolon) {
            guard skipBlanks(), clauses.count < Self.clauseLimit else { return nil }
            // QUIRK: an empty clause, as behind a final semicolon.
            if rest.isEmpty || rest.first == ASCII.semicolon { continue }
            if skipNone() { continue }
            guard let clause = readClause() else { return nil }
            clauses.append(clause)
        }
        return rest.isEmpty ? clauses : nil
    }

    private mutating func readClause() -> AuthenticationResults.Clause? {
        guard let method = keyword(), skipBlanks(), skipMethodVersion(), take(ASCII.equals), skipBlanks(),
            let result = keyword()
        else { return nil }
        var properties: [String: String] = [:]
        var isRepeated = false
        while true {
            let isApart = rest.first.map { $0.isBlank || $0.isLineBreak || $0 == ASCII.openParenthesis } ?? true
            guard skipBlanks() else { return nil }
            if rest.isEmpty || rest.first == ASCII.semicolon { break }
            guard isApart, properties.count < Self.propertyLimit, let (name, value) = property() else { return nil }
            // `reason` and `action` may stand several times; they prove nothing.
            if let value, properties.updateValue(value, forKey: name) != nil { isRepeated = true }
        }
        return AuthenticationResults.Clause(
            method: method, result: result, properties: properties, hasRepeatedProperty: isRepeated)
    }

    /// `ptype.property=value`, or `reason=value` and words of mailers' own, which have no value here.
    private mutating func property() -> (name: String, value: String?)? {
        guard let type = keyword(), skipBlanks() else { return nil }
        var name = type
        let isProperty = take(ASCII.dot)
        if isProperty {
            guard skipBlanks(), let property = keyword(), skipBlanks() else { return nil }
            name += "." + property
        }
        guard take(ASCII.equals), skipBlanks() else { return nil }
        // QUIRK: `smtp.mail=` with nothing behind it, for mail without a return path. It says nothing.
        if rest.isEmpty || rest.first == ASCII.semicolon { return (name, nil) }
        guard let value = value() else { return nil }
        return (name, isProperty ? String(decoding: value, as: UTF8.self) : nil)
    }

    /// `none` in the place of results.
    private mutating func skipNone() -> Bool {
        var reader = self
        guard let word = reader.keyword(), word.equalsIgnoringASCIICase("none"), reader.skipBlanks(),
            reader.rest.isEmpty || reader.rest.first == ASCII.semicolon
        else { return false }
        self = reader
        return true
    }
}

extension AuthenticationResultsReader {
    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The version behind the identifier: digits, or nothing.
    private mutating func skipVersion() -> Bool {
        let version = rest.prefix(while: \.isASCIIDigit)
        hasKnownVersion = version.isEmpty || version.elementsEqual("1".utf8)
        rest = rest.dropFirst(version.count)
        return skipBlanks()
    }

    private mutating func skipMethodVersion() -> Bool {
        if take(ASCII.slash) {
            guard skipBlanks() else { return false }
            rest = rest.drop(while: \.isASCIIDigit)
        }
        return skipBlanks()
    }

    /// Letters, digits, `-` and `_`, in ASCII lower case.
    private mutating func keyword() -> String? {
        let word = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore }
        rest = rest.dropFirst(word.count)
        return word.isEmpty ? nil : String(decoding: word.asciiLowercased, as: UTF8.self)
    }

    /// A quoted string, or everything up to a blank, `;` or a comment. A quote or bracket inside of a bare value is how
    /// a sender's own text breaks out of its place, so it makes the field unreadable.
    private mutating func value() -> [UInt8]? {
        if take(ASCII.quote) { return quoted() }
        let word = rest.prefix {
            !$0.isBlank && !$0.isLineBreak && $0 != ASCII.semicolon && $0 != ASCII.openParenthesis
        }
        guard !word.isEmpty, word.allSatisfy(Self.mayStandBare), Self.apostrophesAreNamed(in: word) else { return nil }
        rest = rest.dropFirst(word.count)
        // `client.test(.attack.test`: a comment that touches a value.
        return rest.first == ASCII.openParenthesis ? nil : Array(word)
    }

    private static func mayStandBare(_ byte: UInt8) -> Bool {
        byte > ASCII.space && byte != 0x7F && byte != ASCII.quote && byte != ASCII.closeParenthesis
            && byte != ASCII.backslash
    }

    /// An apostrophe belongs into the local part of an address (`o'hara@client.test`), and nowhere else.
    private static func apostrophesAreNamed(in word: ArraySlice<UInt8>) -> Bool {
        guard let apostrophe = word.lastIndex(of: ASCII.apostrophe) else { return true }
        return word.lastIndex(of: ASCII.at).map { apostrophe < $0 } ?? false
    }

    private mutating func quoted() -> [UInt8]? {
        var output: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == ASCII.quote { return output }
            guard byte == ASCII.backslash else {
                output.append(byte)
                continue
            }
            guard let next = rest.popFirst() else { return nil }
            output.append(next)
        }
        return nil
    }

    /// Passes over blanks, line breaks and nested comments; `false` for a comment that is not closed.
    private mutating func skipBlanks() -> Bool {
        var depth = 0
        while let byte = rest.first {
            if byte == ASCII.openParenthesis {
                depth += 1
            } else if byte == ASCII.closeParenthesis, depth > 0 {
                depth -= 1
            } else if byte == ASCII.backslash, depth > 0 {
                rest = rest.dropFirst()
            } else if depth == 0, !byte.isBlank, !byte.isLineBreak {
                return true
            }
            rest = rest.dropFirst()
        }
        return depth == 0
    }
}
