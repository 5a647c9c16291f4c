/// Finds commands that exclude one another.
struct Rivals {
    private let offer: Offer
    private let reader: LineReader

    init(_ offer: Offer) {
        self.offer = offer
        reader = LineReader(offer: offer)
    }

    /// Limit: bytes of a line that could be no more than a verb, and lines looked at below a command.
    private static let longestVerbLine = 120, mostLines = 1_000

    /// `known`, each once, and every other verb about the same question that heads a line from `start` on and is all of it.
    func verbs(below start: Int, in lines: ReplyLines, besides known: [CommandVerb]) -> [CommandVerb] {
        var verbs = Self.once(known)
        let questions = Set(known.compactMap(\.question))
        guard !questions.isEmpty else { return verbs }
        var at = start
        for _ in 0..<Self.mostLines where at < lines.end {
            let line = lines[at]
            if line.count <= Self.longestVerbLine, let verb = verb(line),
                verb.question.map(questions.contains) ?? false,
                !verbs.contains(verb)
            {
                verbs.append(verb)
            }
            at = lines.next(after: at)
        }
        return verbs
    }

    /// The verb that a line is a command of, or a caption: "Approved:".
    private func verb(_ bytes: ArraySlice<UInt8>) -> CommandVerb? {
        let line = TypedLine(bytes)
        switch reader.read(line) {
        case .command(let command): return command.verb
        case .opened(let opening): return opening.text.isEmpty ? opening.verb : nil
        case .lacking(let verb), .unclear(let verb): return verb
        case .blank: return nil
        case .sentence:
            guard let heading = Heading(line.scalars, offer), heading.rest.isEmpty else { return nil }
            return heading.verb
        }
    }

    /// Whether two of the commands answer one question about the same thing differently.
    func exclude(_ commands: [ReplyCommand]) -> Bool {
        commands.indices.contains { index in
            commands[..<index].contains { Self.exclude($0, commands[index]) }
        }
    }

    private static func exclude(_ one: ReplyCommand, _ other: ReplyCommand) -> Bool {
        guard let question = one.verb.question, question == other.verb.question, one != other else { return false }
        guard one.verb != other.verb || question == .attendance else { return false }
        return one.numbers.isEmpty || other.numbers.isEmpty || !Set(one.numbers).isDisjoint(with: other.numbers)
    }

    static func once(_ verbs: [CommandVerb]) -> [CommandVerb] {
        verbs.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
