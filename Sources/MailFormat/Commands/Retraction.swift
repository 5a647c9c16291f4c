/// Finds out whether a comment takes back the commands above it, or makes them depend on something.
struct Retraction {
    private let offer: Offer
    private let verbs: [CommandVerb]

    init(_ offer: Offer, of verbs: [CommandVerb]) {
        self.offer = offer
        self.verbs = verbs
    }

    /// Limit: bytes of a comment that are looked at, words of an opening phrase, and words behind a no that belong to it.
    private static let lookedAt = 2_000, longestPhrase = 4, nearWords = 6

    /// A reason may well begin with a "not"; a comment on an approval does not.
    func stands(in comment: String, isReason: Bool = false) -> Bool {
        let lines = comment.utf8.prefix(Self.lookedAt).split(separator: ASCII.lf).map { TypedLine(Array($0)[...]) }
        guard let first = lines.first(where: { !$0.isBlank }) else { return false }
        if !isReason && (limits(first) || answersOtherwise(first)) { return true }
        if consents && !isReason && (greets(first) || denies(first)) { return true }
        if asks(first) || (opens(first) && !(isReason && first.words.first == Self.not)) { return true }
        return !isReason && lines.contains(where: negates)
    }

    private var consents: Bool { verbs.contains(.approve) || verbs.contains(.confirm) }

    /// "Hello Ana, …", below a verb: the mail begins here, and what stands above is perhaps what it is about.
    private func greets(_ line: TypedLine) -> Bool {
        let words = line.words
        guard let first = words.first,
            (1...2).contains(where: { SentenceWords.greetings.contains(Self.phrase(words, $0)) }),
            words.count > 3 || !CommentWords.partings.contains(first)
        else { return false }
        return !words.prefix(3).contains(where: CommentWords.signOffs.contains)
            && (line.isGreeting(offer.vocabulary) || line.scalars.contains { $0 == "," || $0 == "!" || $0 == ":" })
    }

    /// A clause of the first line that says no, to whatever: "Kann ich leider nicht erteilen". "No changes" does not.
    private func denies(_ line: TypedLine) -> Bool {
        let all = line.words
        // "PO no. 4711" says nothing of the kind.
        let isNumber = zip(all, all.dropFirst()).contains { $0 == Self.no && $1.allSatisfy(\.isASCIIDigit) }
        return line.scalars.split { Self.clauseMarks.contains($0) }.contains { clause in
            let words = LetterCase.words(of: LetterCase.folded(clause))
            return words.indices.contains { at in
                saysNo(words[at]) && !isHarmless(at, in: words) && !(isNumber && words[at] == Self.no)
            }
        }
    }

    private static let no = Array("no".utf8)
    private static let clauseMarks = Set(".!;,:".unicodeScalars)

    private func saysNo(_ word: [UInt8]) -> Bool {
        let languages = offer.language.map { [$0, .english] } ?? Set(CommandLanguage.allCases)
        let isOther = offer.language.flatMap { CommandSynonyms.falseFriends[$0] }?.contains(word) ?? false
        return SentenceWords.negations.contains(word) && !isOther && SentenceWords.counts(word, in: languages)
    }

    /// Whether the no at `index` is one of "No changes", "N'oubliez pas"; but "not without changes" is a condition.
    private func isHarmless(_ index: Int, in words: [[UInt8]]) -> Bool {
        let isCondition = CommentWords.conditions.contains(words[index])
        guard isCondition || !words.contains(where: CommentWords.conditions.contains) else { return false }
        let rest = Array(words[index...])
        return rest.prefix(Self.nearWords).contains(where: CommentWords.harmless.contains)
            || words.contains(where: CommentWords.reminders.contains)
            || (2...Self.longestPhrase).contains { CommentWords.assurances.contains(Self.phrase(rest, $0)) }
    }

    private func limits(_ line: TypedLine) -> Bool { line.words.contains(where: SentenceWords.limits.contains) }

    /// "Reject the second one", below an approval.
    private func answersOtherwise(_ line: TypedLine) -> Bool {
        guard let heading = Heading(line.scalars, offer), heading.verb != .revise else { return false }
        return heading.verb.decides && !verbs.contains(heading.verb)
            && verbs.contains { $0.question == heading.verb.question }
    }

    /// "Approved?", directly below a verb.
    private func asks(_ line: TypedLine) -> Bool {
        let any = Offer(verbs: CommandVerb.all, language: nil, vocabulary: offer.vocabulary)
        return line.isQuestion && NearMiss.verb(among: line.words, any) != nil
    }

    private static let not = Array("not".utf8)

    /// "But …", "Just kidding", "If the price stays".
    private func opens(_ line: TypedLine) -> Bool {
        let words = line.words
        guard let first = words.first else { return line.isQuestion }
        if (1...Self.longestPhrase).contains(where: { SentenceWords.reversals.contains(Self.phrase(words, $0)) }) {
            return true
        }
        if SentenceWords.refusals.contains(first), words.count == 1 || line.hasComma(behind: first) { return true }
        guard SentenceWords.conditions.contains(first), !line.isQuestion else { return false }
        return !words.dropFirst().prefix(5).contains(where: SentenceWords.harmlessConditions.contains)
    }

    private static func phrase(_ words: [[UInt8]], _ length: Int) -> [UInt8] {
        length <= words.count ? Array(words.prefix(length).joined(separator: [ASCII.space])) : []
    }

    /// A sentence that says no to one of the verbs, or asks about it: "I do not approve", "Noch nicht freigegeben".
    private func negates(_ line: TypedLine) -> Bool {
        line.scalars.split { $0 == "." || $0 == "!" || $0 == ";" }.contains { sentence in
            let words = LetterCase.words(of: LetterCase.folded(sentence))
            return (TypedLine.isQuestion(sentence) || words.contains(where: SentenceWords.negations.contains))
                && words.contains { word in
                    offer.vocabulary.verb(word, in: nil, among: Set(verbs).subtracting(CommandVerb.attendance)) != nil
                }
        }
    }
}

extension TypedLine {
    /// Whether the first word, folded `word`, stands before a comma or another mark.
    fileprivate func hasComma(behind word: [UInt8]) -> Bool {
        let mark = LetterCase.folded(scalars).dropFirst(word.count).first
        return mark.map { $0 == ASCII.comma || $0 == ASCII.dot || $0 == 0x21 || $0 == ASCII.semicolon } ?? false
    }
}
