/// What was measured several times.
struct Figures {
    /// From the smallest to the largest.
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    var median: Double { percentile(50) }
    var least: Double { sorted.first ?? .nan }
    var most: Double { sorted.last ?? .nan }

    /// The least value that so many percent of all do not exceed.
    func percentile(_ percent: Int) -> Double {
        guard !sorted.isEmpty else { return .nan }
        let rank = (sorted.count * percent + 99) / 100
        return sorted[max(rank, 1) - 1]
    }
}

extension Duration {
    var milliseconds: Double { seconds * 1000 }
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
