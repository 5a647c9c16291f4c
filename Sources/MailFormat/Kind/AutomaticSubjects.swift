/// Subjects that autoresponders write when they set no mark at all.
///
/// A person who answers such a mail has `Re:` before it, and is not taken for a program. What people write as well counts
/// only without a command, and together with the words of an absence or with a field that programs write.
enum AutomaticSubjects {
    static func isAutomatic(_ message: Message, _ marks: AutomaticMarks) -> Bool {
        let folded = marks.subject
        if begin(folded) { return true }
        let isCommon = isMarked(folded, behind: AutomaticSubjectWords.common)
        let isAbsence = !BounceSubjects.isAnswer(folded) && AbsenceWords.absences.occurs(in: folded)
        guard isCommon || isAbsence else { return false }
        let reply = VisibleReply(of: message).text
        guard ReadReply(reply).commands.isEmpty else { return false }
        let beginning = LetterCase.folded(reply.unicodeScalars.prefix(mostScalars))
        if isCommon, AutomaticSubjectWords.declarations.occurs(in: beginning) { return true }
        // A person writes "Holiday", too, and says the same below; but not with our own subject behind a colon.
        let isEcho = isCommon && !folded.elementsEqual(words(folded))
        return (isEcho || marks.hasSupportingField) && AbsenceWords.absences.occurs(in: beginning)
    }

    /// Limit: scalars of a mail in which it must say that its writer is away.
    private static let mostScalars = 600

    /// The words with which the subject begins, as far as they are common ones.
    private static func words(_ subject: [UInt8]) -> ArraySlice<UInt8> {
        subject.prefix(AutomaticSubjectWords.common.prefixLength(of: subject) ?? 0)
    }

    /// Whether the folded subject begins with words that only programs put there.
    static func begin(_ subject: [UInt8]) -> Bool {
        isMarked(subject, behind: AutomaticSubjectWords.certain) || isNotes(subject)
    }

    /// `AUTO: Ana Blau is out of the office (returning 01/05/2026)`, as Lotus Notes writes.
    private static func isNotes(_ subject: [UInt8]) -> Bool {
        subject.starts(with: "auto:".utf8) && AbsenceWords.absences.occurs(in: subject)
    }

    /// Whether a colon, a bracket, a dash or the end stands behind the words; a sentence goes on otherwise.
    private static func isMarked(_ subject: [UInt8], behind words: PhraseSet) -> Bool {
        let bare = bare(subject)
        guard let length = words.prefixLength(of: bare) else { return false }
        let rest = bare.dropFirst(length).drop(while: \.isBlank)
        return rest.isEmpty || ":-([])!.".utf8.contains(rest[rest.startIndex])
            || AutomaticSubjectWords.marks.contains { rest.starts(with: $0) }
    }

    /// The subject without a bracket or a mark before it: `[Auto-Reply] …`, `【自動返信】…`, `*** Out of office ***`.
    private static func bare(_ subject: [UInt8]) -> ArraySlice<UInt8> {
        let rest = subject.drop { "[(<*-=~ \"'".utf8.contains($0) }
        return rest.starts(with: "【".utf8) ? rest.dropFirst(3) : rest
    }
}
