/// What a person wrote this time: a body without the history below, between or above, and without signature and footers.
package struct VisibleReply: Sendable {
    /// What was written, as plain text with LF line breaks; `""` when there is nothing.
    package let text: String
    /// Whether the mail has a text and an HTML view whose first visible lines differ: what the sender saw is then
    /// unknown, and the mail must not decide anything.
    package let viewsDiffer: Bool
    /// Whether more than one text part of the mail says something; a mail in several texts must not decide anything.
    package let hasSeveralTexts: Bool
    /// Whether nothing but history was found, and is shown because its wording alone speaks for it: such a mail must not
    /// decide anything.
    package let isPerhapsHistory: Bool
    /// Whether one of the first lines has invisible marks around what can be seen: such a mail must not decide anything.
    package let hasUnseenMarks: Bool
    /// Whether a style sheet may hide one of the first lines from people, in this view or the other: such a mail must not
    /// decide anything.
    let isPerhapsUnseen: Bool
    /// Whether anything was cut as history.
    let hasHistory: Bool
    private let views: [View]

    /// A body as it came, kept for what was cut from it.
    enum View: Sendable {
        case text(String)
        case html(String)
    }

    /// What was cut, in its order, so that a page can show it folded. Read again from the body at each call.
    package var hidden: String {
        let pieces = bodies.map { body in Self.joined(body) { $0 != .written } }
        return pieces.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// The bodies with all their lines, cut once more.
    var bodies: [ReplyBody] { views.map { ReplyCut.cut($0.body(isWhole: true)) } }

    /// Reads the reply of a plain text (LF or CRLF).
    package init(ofText text: String) { self.init([.text(text)]) }

    /// Reads the reply of an HTML document; what it does not show is not read.
    package init(ofHTML html: String) { self.init([.html(html)]) }

    /// Reads the reply that several bodies make together, one after the other.
    init(_ views: [View]) {
        var texts: [String] = []
        var hasHistory = false, isPerhapsHistory = false, hasUnseenMarks = false, isPerhapsUnseen = false
        for view in views {
            let body = ReplyCut.cut(view.body(isWhole: false))
            hasHistory = hasHistory || body.lines.contains { $0.role == .history || $0.role == .quoted }
            isPerhapsHistory = isPerhapsHistory || body.isPerhapsHistory
            let top = body.lines.lazy.filter { $0.role == .written && !$0.isBlank }.prefix(ReadReply.mostCommands)
            hasUnseenMarks = hasUnseenMarks || top.contains(where: \.hasUnseenMarks)
            isPerhapsUnseen = isPerhapsUnseen || top.contains(where: \.isPerhapsUnseen)
            let text = Self.joined(body) { $0 == .written }
            if !text.isEmpty { texts.append(text) }
        }
        text = texts.count == 1 ? texts[0] : texts.joined(separator: "\n\n")
        self.views = views
        self.hasHistory = hasHistory
        self.isPerhapsHistory = isPerhapsHistory
        self.hasUnseenMarks = hasUnseenMarks
        self.isPerhapsUnseen = isPerhapsUnseen
        hasSeveralTexts = texts.count > 1
        viewsDiffer = false
    }

    /// The same reply with what only both views of the mail tell.
    init(_ reply: VisibleReply, viewsDiffer: Bool, isPerhapsUnseen: Bool) {
        text = reply.text
        views = reply.views
        hasHistory = reply.hasHistory
        isPerhapsHistory = reply.isPerhapsHistory
        hasUnseenMarks = reply.hasUnseenMarks
        self.isPerhapsUnseen = isPerhapsUnseen
        hasSeveralTexts = reply.hasSeveralTexts
        self.viewsDiffer = viewsDiffer
    }

    /// The lines of some roles as text, without blank ones at either end and never two of them in a row.
    private static func joined(_ body: ReplyBody, of isChosen: (ReplyLine.Role) -> Bool) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.lines.reduce(0) { $0 + (isChosen($1.role) ? $1.end - $1.indentStart + 2 : 0) })
        var isBlankDue = false
        for line in body.lines where isChosen(line.role) {
            guard !line.isBlank else {
                isBlankDue = !bytes.isEmpty
                continue
            }
            if !bytes.isEmpty { bytes.append(ASCII.lf) }
            if isBlankDue { bytes.append(ASCII.lf) }
            isBlankDue = false
            bytes.append(contentsOf: body.bytes[line.indentStart..<line.end])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension VisibleReply.View {
    /// The lines of the body; those of quotations only when it is read whole.
    fileprivate func body(isWhole: Bool) -> ReplyBody {
        switch self {
        case .text(let text): ReplyBody(ofText: text)
        case .html(let html): HTMLLines.body(of: html, isWhole: isWhole)
        }
    }
}
