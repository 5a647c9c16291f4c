/// The fields of a report for machines, RFC 3464 §2: one group for the mail, then one for each recipient.
struct StatusFields {
    private(set) var recipients: [String] = []
    private(set) var diagnostic: String?
    /// Whether any recipient was not reached.
    private(set) var isFailure = false
    /// Whether a server has given up on any recipient for good.
    private(set) var isPermanent = false

    /// Limit: groups that are read.
    private static let mostGroups = 1_000

    /// Reads the fields in a part's bytes, or in the lines of a text; `nil` when no recipient's group is among them.
    init?(_ bytes: [UInt8]) {
        let groups = Self.groups(of: bytes).filter { $0.first("Action") != nil || $0.first("Status") != nil }
        guard !groups.isEmpty else { return nil }
        for group in groups { add(group) }
    }

    private mutating func add(_ group: Header) {
        let action = Action(Self.value(group, "Action"))
        let diagnostic = Self.value(group, "Diagnostic-Code")
        let status = Self.value(group, "Status").trimmed
        guard action != .success, action == .failed || status.first != 0x32 else { return }
        isFailure = true
        let code = ReplyCode(status: status) ?? ReplyCode(in: diagnostic) ?? .permanent
        if action != .delayed && code == .permanent { isPermanent = true }
        let names = ["Final-Recipient", "Original-Recipient", "X-Actual-Recipient", "X-Original-Recipient"]
        let written = names.map { Self.value(group, $0) }
        let valid = written.lazy.compactMap { EmailAddress(Self.address($0) ?? "")?.text }.first
        if let address = valid ?? written.lazy.compactMap(Self.address).first { recipients.append(address) }
        if self.diagnostic == nil { self.diagnostic = Self.words(of: diagnostic) }
    }

    /// What the Action field says, RFC 3464 §2.3.3. QUIRK: words around it, and other words.
    private enum Action {
        case failed, delayed, success, unknown

        init(_ value: [UInt8]) {
            let word = value.drop { !$0.isASCIILetter }.prefix(while: \.isASCIILetter).asciiLowercased
            switch String(decoding: word, as: UTF8.self) {
            case "failed", "failure", "fail", "undeliverable", "error", "rejected": self = .failed
            case "delayed", "delay", "deferred", "transient", "warning": self = .delayed
            case "delivered", "relayed", "expanded", "forwarded", "success", "displayed": self = .success
            default: self = .unknown
            }
        }
    }

    private static func value(_ group: Header, _ name: String) -> [UInt8] { group.first(name)?.unfolded ?? [] }

    /// `rfc822; ana@acme.test`, RFC 3464 §2.3.2; also `utf-8;`, `x400;`, `LOCAL;`. QUIRK: brackets, comments, source
    /// routes, no type.
    private static func address(_ value: [UInt8]) -> String? {
        if let address = WrittenAddress.first(in: value) { return address }
        let bare = value.split(separator: ASCII.semicolon).last?.trimmed ?? []
        let inner = bare.drop { $0 == ASCII.less || $0.isBlank }.prefix { $0 != ASCII.greater && !$0.isBlank }
        let mailbox = inner.firstIndex(of: ASCII.colon).map { inner[($0 + 1)...] } ?? inner
        return mailbox.contains(ASCII.at) ? String(decoding: mailbox, as: UTF8.self) : nil
    }

    private static func words(of value: [UInt8]) -> String? {
        let text = value.drop { $0 != ASCII.semicolon }.dropFirst()
        let words = (text.isEmpty ? value[...] : text).trimmed
        return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
    }

    /// QUIRK: groups that no empty line divides; a second Final-Recipient begins the next.
    private static func groups(of bytes: [UInt8]) -> [Header] {
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == ASCII.lf }
        var groups: [[ArraySlice<UInt8>]] = [[]]
        var hasRecipient = false
        for line in lines {
            let isRecipient = line.startsIgnoringASCIICase(with: "final-recipient:".utf8)
            if line.allSatisfy({ $0.isBlank || $0 == ASCII.cr }) || (isRecipient && hasRecipient) {
                guard groups.count < mostGroups else { break }
                groups.append([])
                hasRecipient = false
            }
            hasRecipient = hasRecipient || isRecipient
            groups[groups.count - 1].append(line)
        }
        return groups.map { group in
            Header(Array(group.drop { $0.trimmed.isEmpty }.joined(separator: [ASCII.lf])) + [ASCII.lf, ASCII.lf])
        }
    }
}
