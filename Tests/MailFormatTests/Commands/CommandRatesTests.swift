import Testing

@testable import MailFormat

#if canImport(Glibc)
    import Glibc
#endif

/// Ordinary mails and honest commands, written by seeded grammars: how many of either are read wrongly.
struct CommandRatesTests {
    /// `POSTERN_SENTENCES=100000` reads as many of each.
    private static let count = getenv("POSTERN_SENTENCES").flatMap { Int(String(cString: $0)) } ?? 5_000

    @Test("No ordinary sentence decides anything, and nearly every honest command is understood")
    func rates() {
        let (wrong, near) = falseDecisions()
        let missed = misread()
        for text in wrong.prefix(40) { print("decides: \(text.debugDescription)") }
        for reply in missed.prefix(40) {
            print("misread: \(reply.language) \(reply.text.debugDescription), not \(reply.canonical)")
        }
        print(
            "\(Self.count) ordinary mails: \(wrong.count) decide; \(near * 100 / Self.count) % come close.",
            "\(Self.count) commands: \(missed.count) misread.")
        #expect(wrong.isEmpty)
        #expect(missed.count * 200 <= Self.count)
    }

    /// Ordinary mails that were taken for commands, and how many came close to a decision.
    private func falseDecisions() -> ([String], Int) {
        var sentences = OrdinarySentences(seed: 3)
        var seen: Set<[UInt8]> = []
        var wrong: [String] = []
        var near = 0
        while seen.count < Self.count {
            let (text, language) = sentences.next()
            guard seen.insert(Array(text.utf8)).inserted else { continue }
            let decisions = ReadReply(text, in: seen.count % 2 == 0 ? language : nil)
            let all = ReadReply(text, in: seen.count % 3 == 0 ? language : nil, offering: CommandVerb.all)
            if !decisions.commands.isEmpty || !all.commands.isEmpty { wrong.append(text) }
            if all.nearMiss != nil { near += 1 }
        }
        return (wrong, near)
    }

    /// Commands that were not understood, or not as they were meant.
    private func misread() -> [HonestCommands.Reply] {
        var commands = HonestCommands(seed: 4)
        return (0..<Self.count).map { _ in commands.next() }.filter { reply in
            let read = ReadReply(reply.text, in: reply.language, offering: Self.notice(for: reply.verb))
            return read.commands.map(\.canonicalText) != [reply.canonical]
        }
    }

    /// What a notice offers that the verb can answer: everything but other questions of its kind.
    private static func notice(for verb: CommandVerb) -> Set<CommandVerb> {
        if CommandVerb.attendance.contains(verb) { return CommandVerb.attendance }
        return verb == .decline ? CommandVerb.all.subtracting(CommandVerb.decisions) : CommandVerb.all
    }
}
