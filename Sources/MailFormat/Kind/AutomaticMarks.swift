/// What the header of a message says about who wrote it: the marks of programs, RFC 3834 §5 and custom.
struct AutomaticMarks {
    /// The subject, folded. Limit: 200 scalars.
    let subject: [UInt8]
    /// Came through a mailing list: one of its fields, or the Precedence that lists set.
    private(set) var isList = false
    /// `Return-Path: <>`, RFC 5321 §4.5.5.
    private(set) var hasNullReturnPath = false
    /// Whether a field is there that only reports about delivery have.
    private(set) var hasBounceField = false
    /// Whether a field is there that automatic replies have, and other mail may have.
    private(set) var hasSupportingField = false
    /// Whether a field is there that only complaints have.
    private(set) var hasComplaintField = false
    /// From the mail system itself, by the address, by the name, or by the path that answers would take.
    private(set) var isFromDaemon = false
    /// From an address that reports come from; a postmaster may be a person, so that this alone proves nothing.
    private(set) var isFromPostmaster = false
    /// `Auto-Submitted: auto-generated`.
    private var isGenerated = false
    /// Any other mark of a program.
    private var isAutomatic = false

    /// Whether any mark is set that only programs set.
    var areSet: Bool { isGenerated || isAutomatic || hasNullReturnPath || isFromDaemon }

    /// Whether nobody pressed the button of a calendar to send the mail. QUIRK: of those presses Google says that they are
    /// generated, so that this word alone excludes none.
    var excludeButton: Bool { isList || isAutomatic || hasNullReturnPath || isFromDaemon }

    /// Looks at every field once.
    init(_ message: Message) {
        subject = Array(LetterCase.folded((message.subject ?? "").unicodeScalars.prefix(200)).trimmed)
        let fields = message.header.fields
        for (index, place) in fields.places.enumerated() {
            guard let role = AutomaticFields.roles[FieldName(fields.bytes[place.name])] else { continue }
            take(fields[index], as: role)
        }
    }

    private mutating func take(_ field: HeaderField, as role: AutomaticFields.Role) {
        let keyword = Self.keyword(of: field)
        let isDenied = field.rawValue.trimmed.isEmpty || ["no", "false"].contains { keyword.elementsEqual($0.utf8) }
        switch role {
        case .autoSubmitted: takeSubmission(Self.withoutComments(field))
        case .precedence:
            if keyword.starts(with: "list".utf8) { isList = true }
            if AutomaticFields.precedences.contains(keyword) { isAutomatic = true }
        case .returnPath:
            let path = Self.withoutComments(field).filter { !$0.isBlank }
            if path.elementsEqual("<>".utf8) { hasNullReturnPath = true }
            takeSender(path.drop { $0 == ASCII.less })
        case .from: takeFrom(field)
        case .responder: if !isDenied { isAutomatic = true }
        case .value(let values):
            // An address may hold such a word, and says nothing by it.
            let value = field.unfolded.prefix(500)
            if !value.contains(ASCII.at), values.occurs(in: value.asciiLowercased) { isAutomatic = true }
        case .list: if !isDenied { isList = true }
        case .bounce: if !isDenied { hasBounceField = true }
        case .supporting: if !isDenied { hasSupportingField = true }
        case .complaint: hasComplaintField = true
        }
    }

    /// RFC 3834 §5: anything but `no`, taken whole; comments and parameters count for nothing. QUIRK: of several fields, any.
    private mutating func takeSubmission(_ value: [UInt8]) {
        let word = value.prefix { $0 != ASCII.semicolon }.filter { $0 != ASCII.quote }.trimmed
        if word.isEmpty || ["no", "false"].contains(where: { word.equalsIgnoringASCIICase($0.utf8) }) { return }
        if word.equalsIgnoringASCIICase("auto-generated".utf8) { isGenerated = true } else { isAutomatic = true }
    }

    private static func withoutComments(_ field: HeaderField) -> [UInt8] {
        ParameterScanner.withoutComments(field.unfolded[...])
    }

    /// The value as it stands, and name and address of the first mailbox.
    private mutating func takeFrom(_ field: HeaderField) {
        let value = field.unfolded.prefix(1_000)
        takeSender(value.drop { $0 == ASCII.quote || $0 == ASCII.less })
        guard let mailbox = Mailbox.list(Array(value)).first else { return }
        for text in [mailbox.name, mailbox.address] {
            let folded = LetterCase.folded(text.unicodeScalars.prefix(100))
            isFromDaemon = isFromDaemon || AutomaticFields.daemons.prefixLength(of: folded) != nil
            isFromPostmaster = isFromPostmaster || AutomaticFields.postmasters.prefixLength(of: folded) != nil
        }
    }

    private mutating func takeSender(_ written: ArraySlice<UInt8>) {
        let folded = written.prefix(100).asciiLowercased
        isFromDaemon = isFromDaemon || AutomaticFields.daemons.prefixLength(of: folded) != nil
        isFromPostmaster = isFromPostmaster || AutomaticFields.postmasters.prefixLength(of: folded) != nil
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
