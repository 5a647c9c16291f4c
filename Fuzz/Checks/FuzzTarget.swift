/// A reader that is shown any bytes, and what must hold of what it says.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case header, addresses, message, html, reply, commands, kind, calendar, form, draft, imap

    /// What does not hold for `bytes`, in words; nothing when all is well.
    package func violations(_ bytes: [UInt8]) -> [String] {
        var findings = Findings()
        switch self {
        case .header: HeaderChecks.check(bytes, &findings)
        case .addresses: HeaderChecks.checkAddresses(bytes, &findings)
        case .message: MessageChecks.check(bytes, &findings)
        case .html: ReplyChecks.checkHTML(bytes, &findings)
        case .reply: ReplyChecks.checkText(bytes, &findings)
        case .commands: ReplyChecks.checkCommands(bytes, &findings)
        case .kind: KindChecks.check(bytes, &findings)
        case .calendar: CalendarChecks.check(bytes, &findings)
        case .form: FormChecks.check(bytes, &findings)
        case .draft: DraftChecks.check(bytes, &findings)
        case .imap: IMAPChecks.check(bytes, &findings)
        }
        return findings.all
    }
}

/// What does not hold, collected.
struct Findings {
    private(set) var all: [String] = []

    /// Notes `text` unless `condition` holds.
    mutating func require(_ condition: Bool, _ text: @autoclosure () -> String) {
        if !condition { all.append(text()) }
    }

    /// Notes that both are not the same.
    mutating func same<Value: Equatable>(_ left: Value, _ right: Value, _ what: String) {
        require(left == right, "\(what): \(left) is not \(right)")
    }

    /// The same of texts, by their scalars.
    mutating func same(_ left: String?, _ right: String?, _ what: String) {
        same(left.map { Array($0.utf8) }, right.map { Array($0.utf8) }, what)
    }
}

/// The two ways to end a line, and what does not differ by them.
enum LineEnds {
    /// Whether the bytes can be written with CR LF without meaning something else.
    static func areAllLF(_ bytes: [UInt8]) -> Bool { !bytes.contains(13) }

    static func withCRLF(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 10 ? [13, 10] : [$0] } }

    static func withLF(_ bytes: [UInt8]) -> [UInt8] {
        bytes.enumerated().filter { $0.element != 13 || bytes.dropFirst($0.offset + 1).first != 10 }.map(\.element)
    }
}
