/// What the header of a message says about who wrote it: the marks of programs, RFC 3834 §5 and custom.
struct AutomaticMarks {
    let header: Header
    /// Local part and name of the sender, folded.
    private let sender: [[UInt8]]

    init(_ message: Message) {
        header = message.header
        let from = message.from.first
        let raw = header.first("From")?.unfolded ?? []
        let path = (header.first("Return-Path")?.unfolded ?? []).drop { $0 == ASCII.less }
        sender = [from?.address ?? "", from?.name ?? "", String(decoding: raw, as: UTF8.self)]
            .map { LetterCase.folded($0.unicodeScalars.prefix(200)) }
        returnPath = Array(path.prefix(200)).asciiLowercased
    }

    private let returnPath: [UInt8]

    /// Came through a mailing list: one of its fields, or the Precedence that lists set.
    var isList: Bool {
        has(AutomaticFields.ofLists) || precedences.contains { $0.starts(with: "list".utf8) }
    }

    /// Whether any mark is set that only programs set.
    var areSet: Bool {
        isAutoSubmitted || hasNullReturnPath || isFromDaemon || hasResponderField
            || precedences.contains { AutomaticFields.precedences.contains($0) }
    }

    /// Auto-Submitted with any keyword but `no`; comments and parameters count for nothing. QUIRK: of several fields, any.
    var isAutoSubmitted: Bool {
        header.all(named: "Auto-Submitted").contains { field in
            let keyword = Self.keyword(of: field)
            return !keyword.isEmpty && !keyword.elementsEqual("no".utf8)
        }
    }

    /// `Return-Path: <>`, RFC 5321 §4.5.5.
    var hasNullReturnPath: Bool {
        header.first("Return-Path").map { $0.unfolded.filter { !$0.isBlank }.elementsEqual("<>".utf8) } ?? false
    }

    /// From the mail system itself, by the address, by the name, or by the path that answers would take.
    var isFromDaemon: Bool {
        AutomaticFields.daemons.contains { daemon in
            returnPath.starts(with: daemon) || sender.contains { $0.starts(with: daemon) }
        }
    }

    /// From an address that reports come from; a postmaster may be a person, so that this alone proves nothing.
    var isFromPostmaster: Bool {
        AutomaticFields.postmasters.contains { name in
            sender.contains { $0.drop { $0 == ASCII.quote || $0 == ASCII.less }.starts(with: name) }
        }
    }

    /// Whether a field is there that only reports about delivery have.
    var hasBounceField: Bool { has(AutomaticFields.ofBounces) }

    /// Whether a field is there that automatic replies have, and other mail may have.
    var hasSupportingField: Bool { has(AutomaticFields.supporting) }

    private var hasResponderField: Bool {
        has(AutomaticFields.ofResponders)
            || AutomaticFields.byValue.contains { name, values in
                header.fields.contains { field in
                    // An address may hold such a word, and says nothing by it.
                    field.isNamed(utf8: name) && !field.rawValue.contains(ASCII.at)
                        && values.occurs(in: field.unfolded.prefix(500).asciiLowercased)
                }
            }
    }

    private var precedences: [[UInt8]] {
        (header.all(named: "Precedence") + header.all(named: "X-Precedence")).map(Self.keyword)
    }

    /// Whether one of the fields is there and says anything but "no".
    private func has(_ names: [[UInt8]]) -> Bool {
        header.fields.contains { field in
            names.contains { field.isNamed(utf8: $0) } && !field.rawValue.trimmed.isEmpty
                && !Self.isDenial(Self.keyword(of: field))
        }
    }

    private static func isDenial(_ keyword: [UInt8]) -> Bool {
        keyword.elementsEqual("no".utf8) || keyword.elementsEqual("false".utf8)
    }

    /// The first word of a value, in small letters, behind comments.
    private static func keyword(of field: HeaderField) -> [UInt8] {
        var depth = 0
        var word: [UInt8] = []
        for byte in field.unfolded {
            if byte == ASCII.openParenthesis { depth += 1 }
            let isOutside = depth == 0
            if byte == ASCII.closeParenthesis { depth = max(0, depth - 1) }
            if isOutside, byte.isASCIILetter || byte == ASCII.hyphen || byte == ASCII.underscore {
                word.append(byte.asciiLowercased)
            } else if !word.isEmpty {
                break
            }
        }
        return word
    }
}
