import MailFormat
import PortalCore

/// An inspection as people read it: blocks with a title, and under it what is to be said.
struct InspectionPage {
    private var lines: [String] = []

    init(_ inspection: Inspection) {
        addHeader(of: inspection.message)
        add("Kind", [inspection.kind.sentence] + inspection.kind.details)
        add("Parts", Self.outline(of: inspection))
        add("Files", Self.files(of: inspection.message))
        add("Reply", inspection.reply.text.utf8.isEmpty ? ["nothing was written"] : Self.quoted(inspection.reply.text))
        if !inspection.reply.hidden.utf8.isEmpty {
            let count = inspection.reply.hidden.utf8.split(separator: ASCII.lf).count
            add("Cut", ["\(count) \(count == 1 ? "line" : "lines") of history, signature or footer"])
        }
        add("Commands", Self.commands(of: inspection))
        add("Odd", inspection.warnings.map { "\($0): \(WarningWords.sentence($0))" })
    }

    var text: String { lines.joined(separator: "\n") }

    /// A block with its title at the left; without lines there is no block.
    mutating func add(_ title: String, _ block: [String]) {
        for (number, line) in block.enumerated() {
            let head = number == 0 ? title : ""
            let blanks = String(repeating: " ", count: max(1, 11 - head.columnsWide))
            lines.append(line.utf8.isEmpty ? head : head + blanks + line)
        }
    }

    private mutating func addHeader(of message: MailFormat.Message) {
        add("From", Self.list(message.from))
        add("To", Self.list(message.to))
        add("Cc", Self.list(message.cc))
        add("Subject", message.subject.map { [Escaped.text($0)] } ?? ["none"])
        add("Date", message.date.map { [Inspection.moment($0)] } ?? ["none that can be read"])
        add("Message-ID", message.messageID.map { [Escaped.text($0.text)] } ?? ["none"])
        add("Answers", message.inReplyTo.map { [Escaped.text($0.text)] } ?? [])
    }

    private static func list(_ mailboxes: [Mailbox]) -> [String] {
        mailboxes.prefix(20).map { mailbox in
            let address = "<\(Escaped.text(mailbox.address))>"
            return mailbox.name.utf8.isEmpty ? address : "\(Escaped.text(mailbox.name)) \(address)"
        } + (mailboxes.count > 20 ? ["and \(mailboxes.count - 20) more"] : [])
    }

    /// Limit: lines of a reply that are shown.
    private static func quoted(_ text: String) -> [String] {
        let lines = text.utf8.split(separator: ASCII.lf, omittingEmptySubsequences: false)
        return lines.prefix(200).map { $0.isEmpty ? "|" : "| \(Escaped.text(String(Substring($0)), limit: 500))" }
            + (lines.count > 200 ? ["and \(lines.count - 200) lines more"] : [])
    }

    private static func outline(of inspection: Inspection) -> [String] {
        inspection.message.parts.prefix(100).map { part in
            let indent = String(repeating: "  ", count: min(part.depth, 20))
            let name = part.fileName.map { " “\(Escaped.text($0))”" } ?? ""
            let size = part.isContainer ? "" : ", \(part.decodedBytes().count) bytes"
            return "\(indent)\(Escaped.text(part.contentType.mimeType))\(name)\(size)"
        }
    }

    /// The files, where they are others than the parts say: unpacked, or found in the text.
    private static func files(of message: MailFormat.Message) -> [String] {
        let files = message.files
        guard files.map(\.name) != message.attachments.map(\.fileName) else { return [] }
        return files.prefix(100).map { file in
            "“\(Escaped.text(file.name ?? ""))”, \(Escaped.text(file.contentType)), \(file.decodedBytes().count) bytes"
        }
    }

    private static func commands(of inspection: Inspection) -> [String] {
        switch inspection.commands.reading {
        case _ where inspection.kind != .ordinary: ["none: only a person's mail can ask for anything"]
        case .commands: inspection.commandTexts.map { Escaped.text($0) }
        case .message: ["none: it is a message"]
        case .almost(let verb): ["none: it comes close to \(verb.rawValue), and goes on as a sentence"]
        case .incomplete(let verb): ["none: \(verb.rawValue) says too little"]
        case .contradictory(let verbs):
            ["none: \(verbs.map(\.rawValue).joined(separator: " and ")) exclude one another"]
        case .tooMany: ["none: there are more than \(ReadReply.mostCommands)"]
        }
    }
}

extension MailKind {
    fileprivate var sentence: String {
        switch self {
        case .ordinary: "ordinary: written by a person, as far as can be told"
        case .automaticReply(nil): "an automatic reply"
        case .automaticReply(let day?): "an automatic reply; its writer is back on \(day)"
        case .bounce(let report):
            report.permanent ? "a bounce: the server has given up" : "a bounce: the server still tries, or it may pass"
        case .deliveryNotice: "a notice that a mail was delivered"
        case .list: "came through a mailing list"
        case .complaint(let report): "a complaint about a mail (\(Escaped.text(report.feedbackType)))"
        case .calendarReply: "an answer to a calendar invitation"
        }
    }

    fileprivate var details: [String] {
        switch self {
        case .bounce(let report):
            report.failedRecipients.map { "not reached: \(Escaped.text($0))" }
                + (report.originalMessageID.map { ["of the mail \(Escaped.text($0.text))"] } ?? [])
                + (report.diagnostic.map { ["because \(Escaped.text($0))"] } ?? [])
        case .calendarReply(let reply):
            reply.responses.prefix(20).map { "\(Escaped.text($0.attendee)): \($0.answer)" }
        case .ordinary, .automaticReply, .deliveryNotice, .list, .complaint: []
        }
    }
}
