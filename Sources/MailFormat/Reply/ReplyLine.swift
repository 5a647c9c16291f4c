/// One line of a body on its way to the visible reply: where it stands, and what is known of it.
struct ReplyLine {
    enum Role: UInt8 {
        /// Typed by the sender, as far as is known.
        case written
        /// Quoted from an earlier mail, answered perhaps in the lines between.
        case quoted
        /// Belongs to the history: an attribution, a header block, everything below one.
        case history
        /// Signature, device footer, disclaimer, banner.
        case furniture
    }

    /// Where its text begins in the bytes of the body, behind blanks.
    var start: Int
    /// Where the line itself begins, with the blanks.
    var indentStart: Int
    /// Where its text ends, without blanks and line break.
    var end: Int
    /// Whether invisible marks were cut off at its ends, more than a no-break space or a byte order mark: it is not what
    /// it looks like.
    var hasUnseenMarks = false
    /// Whether a style sheet may hide some of it from people.
    var isPerhapsUnseen = false
    var role = Role.written
    /// Which wrapper of a mail program's quotation the line stands in, if any.
    var wrapper: Int?
    /// Whether a rule (`<hr>`, a border above) stands right before the line.
    var isRuled = false
    /// Whether structure, and not only wording, made it what it is.
    var isStructural = false

    /// Nothing to see: blanks, no-break spaces and marks of writing direction only.
    var isBlank: Bool { start == end }
    var count: Int { end - start }
}
