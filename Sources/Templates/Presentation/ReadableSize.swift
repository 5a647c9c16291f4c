package import Localization

/// Sizes as people read them, in decimal units as mail programs count: `640 bytes`, `12 kB`, `1.2 MB`.
package enum ReadableSize {
    /// The size of something that is there, to a tenth of a unit.
    package static func text(_ bytes: Int64) -> Phrase {
        switch bytes {
        case ..<1_000:
            let count = Int(bytes)
            return Phrase(count, one: "1 byte", other: "\(count) bytes")
        case ..<999_500: return kilobytes(.number(Int((bytes + 500) / 1_000)))
        case ..<999_950_000: return megabytes(tenths(of: 1_000_000, bytes))
        default: return gigabytes(tenths(of: 1_000_000_000, bytes))
        }
    }

    /// The most that may be: 25 MiB as `25 MB`, the round number that was meant, and a little less than what is taken.
    package static func limit(_ bytes: Int64) -> Phrase {
        let units: [(name: (Phrase) -> Phrase, bytes: Int64)] = [
            (gigabytes, 1 << 30), (megabytes, 1 << 20), (kilobytes, 1 << 10),
        ]
        guard let unit = units.first(where: { bytes >= $0.bytes && bytes % $0.bytes == 0 }) else { return text(bytes) }
        return unit.name(.number(Int(bytes / unit.bytes)))
    }

    private static func kilobytes(_ number: Phrase) -> Phrase { Phrase("\(number) kB") }

    private static func megabytes(_ number: Phrase) -> Phrase { Phrase("\(number) MB") }

    private static func gigabytes(_ number: Phrase) -> Phrase { Phrase("\(number) GB") }

    private static func tenths(of unit: Int64, _ bytes: Int64) -> Phrase {
        // Divided before it is rounded, so that no size can overflow.
        let tenths = bytes / (unit / 10) + (bytes % (unit / 10) >= unit / 20 ? 1 : 0)
        return tenths % 10 == 0 ? .number(Int(tenths / 10)) : .decimal(tenths, places: 1)
    }
}
