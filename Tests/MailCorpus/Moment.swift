/// A moment in 2026, as the places of a mail write it.
struct Moment {
    private let day: Int
    private let month: Int
    private let hour: Int
    private let minute: Int
    private let second: Int
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    init(_ chance: inout Chance) {
        (day, month) = (chance.number(1...28), chance.number(1...12))
        (hour, minute, second) = (chance.number(0...23), chance.number(0...59), chance.number(0...59))
    }

    /// RFC 5322 §3.3, without the day of the week.
    var field: String { "\(day) \(Self.months[month - 1]) 2026 \(clock):\(Self.two(second)) +0100" }

    /// As attributions say it.
    var spoken: String { "\(day).\(Self.two(month)).2026 \(clock)" }

    private var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
