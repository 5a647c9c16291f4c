/// What is measured several times over the same values, in CPU seconds; the first round only warms up.
struct Rounds {
    private static let count = 7
    /// Seconds of each round.
    let seconds: Figures
    private let values: Int

    /// Runs `body` on every value, again and again; what it returns is kept, so that nothing is left out as unused.
    init<Value>(_ values: [Value], _ body: (Value) -> Int) {
        var (kept, seconds) = (0, [Double]())
        for number in 0...Self.count {
            let watch = Stopwatch()
            for value in values { kept &+= body(value) }
            if number > 0 { seconds.append(watch.reading.processor) }
        }
        self.seconds = Figures(kept == .min ? [] : seconds)
        self.values = values.count
    }

    /// The median.
    var perSecond: Double { Double(values) / seconds.median }

    /// The slowest and the fastest round.
    var range: String {
        "\((Double(values) / seconds.most).shown()) – \((Double(values) / seconds.least).shown())"
    }

    /// Of one value, in millionths of a second.
    var microseconds: Double { 1_000_000 / perSecond }
}
