/// Walks the lines of a visible reply once, from the top.
struct ReplyReader {
    private let lines: [ArraySlice<Unicode.Scalar>]
    private let language: CommandLanguage?
    private var at = 0
    private var found: [ReplyCommand] = []

    init(_ text: String, in language: CommandLanguage?) {
        lines = Array(text.unicodeScalars).split(omittingEmptySubsequences: false) { $0 == "\n" }
        self.language = language
    }

    mutating func read() -> ReadReply {
        skipBlank()
        let start = at
        skipGreeting()
        let first = at
        while at < lines.count, found.count <= ReadReply.mostCommands {
            switch line(at).reading {
            case .blank: at += 1
            case .verb(let verb):
                guard !goesOn(after: at, verb) else { return ReadReply(.almost(verb), message: rest(from: start)) }
                at += 1
                if let settled = take(verb, reason: "", from: start) { return settled }
            case .verbWithReason(let verb, let reason):
                at += 1
                if let settled = take(verb, reason: reason, from: start) { return settled }
            case .sentence:
                return found.isEmpty ? message(from: start, first: first) : settle(comment: rest(from: at), from: start)
            }
        }
        return found.isEmpty ? message(from: start, first: first) : settle(comment: "", from: start)
    }

    /// Books one command; answers where the mail is settled by it.
    private mutating func take(_ verb: CommandVerb, reason: String, from start: Int) -> ReadReply? {
        switch verb {
        case .approve:
            found.append(.approve)
            return nil
        case .revise, .reject:
            return takeReason(verb, reason, from: start)
        }
    }

    /// A verb with a reason takes the lines below it too, unless the next one is a command of its own.
    private mutating func takeReason(_ verb: CommandVerb, _ reason: String, from start: Int) -> ReadReply? {
        let below = nextIsCommand ? "" : rest(from: at)
        let whole = [reason, below].filter { !$0.isEmpty }.joined(separator: "\n")
        if verb == .reject && !reason.isEmpty && isHedged(below) {
            return ReadReply(.almost(verb), message: rest(from: start))
        }
        if verb == .reject {
            found.append(.reject(reason: whole.isEmpty ? nil : whole))
        } else if !whole.isEmpty {
            found.append(.revise(reason: whole))
        } else {
            return lacksReason(verb, from: start)
        }
        return below.isEmpty ? nil : settle(comment: "", from: start)
    }

    private func lacksReason(_ verb: CommandVerb, from start: Int) -> ReadReply {
        let others = bareVerbs(besides: verbs + [verb])
        let reading: ReadReply.Reading = others.count > 1 ? .contradictory(others) : .incomplete(verb)
        return ReadReply(reading, message: rest(from: start))
    }

    /// The commands if they agree, with every bare verb further down held against them.
    private func settle(comment: String, from start: Int) -> ReadReply {
        guard found.count <= ReadReply.mostCommands else { return ReadReply(.tooMany, message: rest(from: start)) }
        let different = bareVerbs(besides: verbs)
        guard different.count == 1 else { return ReadReply(.contradictory(different), message: rest(from: start)) }
        let once = found.reduce(into: [ReplyCommand]()) { if !$0.contains($1) { $0.append($1) } }
        return ReadReply(.commands(once), message: comment)
    }

    /// `known`, and every other verb that stands alone on a line further down.
    private func bareVerbs(besides known: [CommandVerb]) -> [CommandVerb] {
        var verbs = known.reduce(into: [CommandVerb]()) { if !$0.contains($1) { $0.append($1) } }
        for index in at..<max(at, lines.count) {
            if case .verb(let verb) = line(index).reading, !verbs.contains(verb) { verbs.append(verb) }
        }
        return verbs
    }

    /// The verbs found so far, each once.
    private var verbs: [CommandVerb] {
        found.reduce(into: []) { if !$0.contains($1.verb) { $0.append($1.verb) } }
    }
}

// What is no command.
extension ReplyReader {
    private func message(from start: Int, first: Int) -> ReadReply {
        let text = rest(from: start)
        let line = line(first < lines.count ? first : start)
        guard let verb = closeTo(line) else { return ReadReply(.message, message: text) }
        return ReadReply(.almost(verb), message: text)
    }

    /// The decision whose verb stands among the first words of the line, or that consent seems to mean.
    private func closeTo(_ line: TypedLine) -> CommandVerb? {
        let words = line.words
        guard !words.prefix(20).contains(where: SentenceWords.negations.contains) else { return nil }
        for index in words.indices.prefix(4) {
            for length in 1...CommandWords.longestSynonym where index + length <= words.count {
                let phrase = Array(words[index..<(index + length)].joined(separator: [ASCII.space]))
                if let verb = CommandWords.verb(phrase, in: language) { return verb }
            }
        }
        guard let first = words.first, words.count <= 6, !line.isQuestion else { return nil }
        return SentenceWords.assents.contains(first) ? .approve : nil
    }

    /// Whether the line directly below makes the verb part of a sentence: it goes on in small letters ("but fix the
    /// date"), or is a mere "No" or "?".
    private func goesOn(after index: Int, _ verb: CommandVerb) -> Bool {
        guard verb != .revise, index + 1 < lines.count else { return false }
        let next = line(index + 1)
        guard let first = next.words.first else { return next.isQuestion }
        if next.words.count == 1 && SentenceWords.openings.contains(first) { return true }
        return next.beginsSmall && SentenceWords.continuations.contains(first)
    }

    /// Whether a condition stands in the rest of the paragraph that a reason on the verb's line began.
    private func isHedged(_ below: String) -> Bool {
        guard at < lines.count, line(at).reading != .blank else { return false }
        let paragraph = below.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !TypedLine.trimmed(Array($0)[...]).isEmpty }
        return paragraph.contains { TypedLine($0, in: language).words.contains(where: SentenceWords.hedges.contains) }
    }
}

// Lines.
extension ReplyReader {
    private func line(_ index: Int) -> TypedLine {
        TypedLine(index < lines.count ? lines[index] : [], in: language)
    }

    private mutating func skipBlank() {
        while at < lines.count, line(at).reading == .blank { at += 1 }
    }

    private mutating func skipGreeting() {
        guard line(at).isGreeting else { return }
        at += 1
        skipBlank()
    }

    private var nextIsCommand: Bool {
        var next = at
        while next < lines.count, line(next).reading == .blank { next += 1 }
        switch line(next).reading {
        case .verb, .verbWithReason: return true
        case .blank, .sentence: return false
        }
    }

    /// The lines from `index` on as text, without blank lines at either end.
    private func rest(from index: Int) -> String {
        var kept = lines.dropFirst(index).map { $0.last == "\r" ? $0.dropLast() : $0 }[...]
        while let line = kept.first, TypedLine.trimmed(line).isEmpty { kept = kept.dropFirst() }
        while let line = kept.last, TypedLine.trimmed(line).isEmpty { kept = kept.dropLast() }
        return String(String.UnicodeScalarView(kept.joined(separator: ["\n"])))
    }
}
