import MailFormat

/// How fast mail is read whole: its structure, and every body without its transfer encoding; beside GMime.
enum ParseSpeed {
    private static let rounds = 7

    static func measure() throws {
        try measure(.replies(), goal: 3.5)
        try measure(.attachments(), goal: 4)
    }

    private static func measure(_ corpus: GeneratedMail, goal: Double) throws {
        var table = Table(
            "Parse and decode everything: \(corpus.summary); median of \(rounds) rounds, in turn",
            columns: ["MB/s (CPU)", "from – to", "mails/s (CPU)", "MB/s (wall)", "leaves", "decoded MB"])
        let peer = try GMime(reading: corpus)
        var (ours, theirs): ([ReadingRound], [ReadingRound]) = ([], [])
        // The first round only warms up.
        for number in 0...rounds {
            let their = try peer?.round()
            let own = round(over: corpus)
            guard number > 0 else { continue }
            ours.append(own)
            if let their { theirs.append(their) }
        }
        try peer?.end()
        if !theirs.isEmpty { add("GMime", theirs, of: corpus, to: &table) }
        add("Postern", ours, of: corpus, to: &table)
        let ratio = Figures(zip(theirs, ours).map { $0.spent.processor / $1.spent.processor }).median
        table.printOut(targets: [
            Table.Target(
                text: "at least \(goal.shown(1)) times GMime's speed: \(ratio.shown(2)) times", isMet: ratio >= goal)
        ])
    }

    private static func round(over corpus: GeneratedMail) -> ReadingRound {
        var (leaves, bytes) = (0, 0)
        let watch = Stopwatch()
        for mail in corpus.mails {
            for leaf in Message(mail).leaves {
                leaves += 1
                bytes += leaf.decodedBytes().count
            }
        }
        return ReadingRound(spent: watch.reading, leaves: leaves, decodedBytes: bytes)
    }

    private static func add(
        _ name: String, _ rounds: [ReadingRound], of corpus: GeneratedMail, to table: inout Table
    ) {
        let speeds = Figures(rounds.map { corpus.megabytes / $0.spent.processor })
        let walls = Figures(rounds.map { corpus.megabytes / $0.spent.wall })
        table.add(
            name, speeds.median.shown(), "\(speeds.least.shown()) – \(speeds.most.shown())",
            (speeds.median / corpus.megabytes * Double(corpus.mails.count)).shown(), walls.median.shown(),
            String(rounds.first?.leaves ?? 0), (Double(rounds.first?.decodedBytes ?? 0) / 1_000_000).shown(2))
    }
}

/// What one round over a corpus took, and what was found, so that it can be seen that both did the same work.
struct ReadingRound {
    let spent: Stopwatch.Spent
    let leaves: Int
    let decodedBytes: Int
}
