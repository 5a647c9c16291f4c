/// The fields of a `message/delivery-status` part, RFC 3464 §2: one group for the mail, then one for each recipient.
struct StatusFields {
    private(set) var recipients: [String] = []
    private(set) var diagnostic: String?
    /// Whether any recipient was not reached.
    private(set) var isFailure = false
    private(set) var isPermanent = false

    /// Limit: groups that are read.
    private static let mostGroups = 1_000

    /// Reads the part's bytes; `nil` when no recipient's group is among them.
    init?(_ bytes: [UInt8]) {
        let groups = Self.groups(of: bytes).filter { $0.first("Action") != nil || $0.first("Status") != nil }
        guard !groups.isEmpty else { return nil }
        for group in groups { add(group) }
    }

    private mutating func add(_ group: Header) {
        let action = Self.value(group, "Action").asciiLowercased
        let status = Self.value(group, "Status").trimmed.first
        let isDelivered = ["delivered", "relayed", "expanded"].contains { action.starts(with: $0.utf8) }
        guard !isDelivered, status != 0x32 || action.starts(with: "failed".utf8) else { return }
        isFailure = true
        let isDelayed = action.starts(with: "delayed".utf8) || (status == 0x34 && !action.starts(with: "failed".utf8))
        // A server that gave up after days says "failed" with the class of its last try.
        if !isDelayed && !(status == 0x34) { isPermanent = true }
        let names = ["Final-Recipient", "Original-Recipient", "X-Actual-Recipient"]
        if let address = names.lazy.compactMap({ Self.address(Self.value(group, $0)) }).first,
            !recipients.contains(address)
        {
            recipients.append(address)
        }
        if diagnostic == nil { diagnostic = Self.diagnostic(Self.value(group, "Diagnostic-Code")) }
    }

    private static func value(_ group: Header, _ name: String) -> [UInt8] { group.first(name)?.unfolded ?? [] }

    /// `rfc822; ana@acme.test`, RFC 3464 §2.3.2. QUIRK: brackets, and no type.
    private static func address(_ value: [UInt8]) -> String? {
        let address = value.split(separator: ASCII.semicolon).last ?? []
        let bare = address.trimming { $0.isBlank || $0 == ASCII.less || $0 == ASCII.greater }
        return bare.contains(ASCII.at) ? String(decoding: bare, as: UTF8.self) : nil
    }

    private static func diagnostic(_ value: [UInt8]) -> String? {
        let text = value.drop { $0 != ASCII.semicolon }.dropFirst()
        let words = (text.isEmpty ? value[...] : text).trimmed
        return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
    }

    private static func groups(of bytes: [UInt8]) -> [Header] {
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == ASCII.lf }
        let groups = lines.split { $0.allSatisfy { $0.isBlank || $0 == ASCII.cr } }.prefix(mostGroups)
        return groups.map { Header(Array($0.joined(separator: [ASCII.lf])) + [ASCII.lf, ASCII.lf]) }
    }
}
