/// Walks the lines of a visible reply once, from the top.
struct ReplyReader {
    let lines: ReplyLines
    let offer: Offer
    private let reader: LineReader
    private var at = 0
    private var start = 0
    private var found: [ReplyCommand] = []

    init(_ text: String, _ offer: Offer) {
        lines = ReplyLines(text)
        self.offer = offer
        reader = LineReader(offer: offer)
    }

    mutating func read() -> ReadReply {
        start = lines.firstTyped(from: 0)
        at = start
        skipGreeting()
        let first = at
        while at < lines.end, found.count <= ReadReply.mostCommands {
            if let settled = take(reading(at), first: first) { return settled }
            at = lines.firstTyped(from: at)
        }
        return found.isEmpty ? message(first: first) : settle(comment: "")
    }

    /// Books the line's command and steps below it; answers where the reply is settled by the line.
    private mutating func take(_ reading: LineReading, first: Int) -> ReadReply? {
        switch reading {
        case .blank:
            at = lines.next(after: at)
            return nil
        case .command(let command):
            guard !goesOn(after: at), !isSubject(command.verb) else { return close(to: command.verb) }
            at = lines.next(after: at)
            found.append(command)
            return nil
        case .opened(let opening): return open(opening)
        case .lacking(let verb): return lacks(verb)
        case .unclear(let verb) where found.isEmpty: return close(to: verb)
        case .unclear, .sentence: return found.isEmpty ? message(first: first) : settle(comment: lines.text(from: at))
        }
    }

    private func close(to verb: CommandVerb) -> ReadReply { whole(verb.decides ? .almost(verb) : .message) }

    /// The reply as a message, all of it.
    private func whole(_ reading: ReadReply.Reading) -> ReadReply {
        ReadReply(reading, message: lines.text(from: start))
    }

    private func message(first: Int) -> ReadReply {
        let line = typed(first < lines.end ? first : start)
        return whole(NearMiss(line, offer).verb.map { .almost($0) } ?? .message)
    }
}

// Verbs that take free text.
extension ReplyReader {
    private mutating func open(_ opening: Opening) -> ReadReply? {
        switch opening.verb.takes {
        case .answer: return openAnswer(opening)
        case .request: return openRequest(opening)
        default: return openReason(opening)
        }
    }

    /// A verb with a reason takes the lines below it too, unless the next one is a command of its own.
    private mutating func openReason(_ opening: Opening) -> ReadReply? {
        let verb = opening.verb
        if opening.text.isEmpty, verb == .revise ? goesOnSmall(opening) : goesOn(after: at) && !isReason(opening) {
            return close(to: verb)
        }
        at = lines.next(after: at)
        let end = opening.number == nil ? lines.end : nextNumberedCommand
        let below = nextIsCommand ? "" : lines.text(from: at, to: end)
        if verb != .revise && !opening.text.isEmpty && isHedged(opening) { return close(to: verb) }
        if verb != .revise && Retraction(offer, of: [verb]).stands(in: below, isReason: true) { return close(to: verb) }
        let whole = [opening.text, below].filter { !$0.isEmpty }.joined(separator: "\n")
        if whole.isEmpty, case .reason(isRequired: true) = verb.takes {
            return opening.number == nil ? lacks(verb) : close(to: verb)
        }
        let hasArgument = opening.number != nil || !whole.isEmpty
        found.append(
            ReplyCommand(
                verb, hasArgument ? .reason(number: opening.number, text: whole.isEmpty ? nil : whole) : .nothing))
        guard !below.isEmpty else { return nil }
        guard end < lines.end else { return settle(comment: "") }
        at = end
        return nil
    }

    private mutating func openRequest(_ opening: Opening) -> ReadReply? {
        if opening.text.isEmpty, goesOnSmall(opening) { return close(to: opening.verb) }
        at = lines.next(after: at)
        let below = nextIsCommand ? "" : lines.text(from: at)
        let text = [opening.text, below].filter { !$0.isEmpty }.joined(separator: "\n")
        guard !text.isEmpty else { return lacks(opening.verb) }
        found.append(ReplyCommand(opening.verb, .request(text: text, fields: RequestField.all(in: text))))
        return below.isEmpty ? nil : settle(comment: "")
    }

    /// An answer goes on below where its line was wrapped, or where nothing stood behind the colon.
    private mutating func openAnswer(_ opening: Opening) -> ReadReply? {
        var parts = opening.text.isEmpty ? [] : [opening.text]
        var isWrapped = opening.text.isEmpty || typed(at).scalars.count >= Self.wrappedLine
        at = lines.next(after: at)
        while isWrapped, parts.count < Self.mostLines, at < lines.end, reading(at) == .sentence {
            let line = typed(at)
            parts.append(String(String.UnicodeScalarView(line.scalars)))
            isWrapped = opening.text.isEmpty || line.scalars.count >= Self.wrappedLine
            at = lines.next(after: at)
        }
        guard let question = opening.number, !parts.isEmpty else { return lacks(opening.verb) }
        found.append(ReplyCommand(opening.verb, .answer(question: question, text: parts.joined(separator: " "))))
        return nil
    }

    /// Scalars of a line that a mailer may have wrapped.
    private static let wrappedLine = 60

    private func lacks(_ verb: CommandVerb) -> ReadReply {
        let answers = Rivals(offer).verbs(below: at, in: lines, besides: found.map(\.verb) + [verb])
            .filter { verb.question != nil && $0.question == verb.question }
        return whole(answers.count > 1 ? .contradictory(answers) : .incomplete(verb))
    }
}

// What stands below, and may change what stands above.
extension ReplyReader {
    /// The commands if they agree, and nothing below them takes them back.
    private func settle(comment: String) -> ReadReply {
        guard found.count <= ReadReply.mostCommands else { return whole(.tooMany) }
        let rivals = Rivals(offer)
        let verbs = Rivals.once(found.map(\.verb))
        let answers = rivals.verbs(below: at, in: lines, besides: verbs)
        guard answers == verbs, !rivals.exclude(found) else { return whole(.contradictory(answers)) }
        if let deciding = verbs.first(where: \.decides), Retraction(offer, of: verbs).stands(in: comment) {
            return whole(.almost(deciding))
        }
        let once = found.reduce(into: [ReplyCommand]()) { if !$0.contains($1) { $0.append($1) } }
        return ReadReply(.commands(once), message: comment)
    }

    /// Whether the line directly below makes the verb part of a sentence: it goes on in small letters ("but fix the
    /// date"), or is a mere "No" or "?".
    private func goesOn(after line: Int) -> Bool {
        let below = lines.next(after: line)
        guard below < lines.end, !isCommand(below) else { return false }
        let next = typed(below), words = next.words
        if ArgumentReader.numbers(next.scalars) != nil { return true }
        guard let first = words.first else { return next.isQuestion }
        if words.count == 1 && (SentenceWords.openings.contains(first) || SentenceWords.companyForms.contains(first)) {
            return true
        }
        return (next.beginsSmall || (next.isCapitals && typed(line).isCapitals))
            && (SentenceWords.continuations.contains(first)
                || (next.isQuestion && SentenceWords.questions.contains(first)) || SentenceWords.namesInterface(words))
    }

    /// Whether consent, typed with one capital, is the beginning of a sentence that goes on in small letters below:
    /// "Freigabe / erteile ich, sobald das Blau stimmt".
    private func isSubject(_ verb: CommandVerb) -> Bool {
        let line = typed(at), below = lines.next(after: at)
        guard verb == .approve || verb == .confirm, below < lines.end, !isCommand(below), !line.beginsSmall,
            !line.isCapitals, case let next = typed(below), next.beginsSmall, let first = next.words.first
        else { return false }
        return !CommentWords.praise.contains(first) && !Politeness.couldBegin(with: first)
    }

    /// Whether the small letters below `DECLINE` are why: "no aircraft".
    private func isReason(_ opening: Opening) -> Bool {
        let next = typed(lines.next(after: at))
        guard opening.verb == .decline, !opening.isNoun, !next.isQuestion, let first = next.words.first else {
            return false
        }
        return next.beginsSmall && next.words.count > 1 && CommentWords.reasonOpenings.contains(first)
    }

    /// Whether a noun goes on in small letters directly below: "Revision / attached".
    private func goesOnSmall(_ opening: Opening) -> Bool {
        let below = lines.next(after: at)
        return opening.isNoun && below < lines.end && typed(below).beginsSmall
    }

    /// Whether a condition stands in the rest of the paragraph that a reason on the verb's line began.
    private func isHedged(_ opening: Opening) -> Bool {
        var below = at
        for _ in 0..<Self.mostLines where below < lines.end {
            guard !lines.isBlank(at: below) else { return false }
            let isHedge = { SentenceWords.hedges.contains($0) && SentenceWords.counts($0, in: opening.languages) }
            if typed(below).words.contains(where: isHedge) { return true }
            below = lines.next(after: below)
        }
        return false
    }

    private var nextIsCommand: Bool { isCommand(lines.firstTyped(from: at)) }

    private func isCommand(_ line: Int) -> Bool {
        switch reading(line) {
        case .command, .opened, .lacking: true
        case .blank, .sentence, .unclear: false
        }
    }

    /// Where the next line begins that is a command about a numbered entry.
    private var nextNumberedCommand: Int {
        var below = at
        for _ in 0..<Self.mostLines where below < lines.end {
            switch reading(below) {
            case .command(let command) where !command.numbers.isEmpty: return below
            case .opened(let opening) where opening.number != nil && opening.verb != .answer: return below
            default: below = lines.next(after: below)
            }
        }
        return lines.end
    }
}

// Lines.
extension ReplyReader {
    /// Limit: lines looked at below a command.
    private static let mostLines = 1_000

    private func typed(_ line: Int) -> TypedLine { TypedLine(lines[line]) }

    private func reading(_ line: Int) -> LineReading { reader.read(typed(line)) }

    private mutating func skipGreeting() {
        guard typed(at).isGreeting(offer.vocabulary) else { return }
        at = lines.firstTyped(from: lines.next(after: at))
    }
}
