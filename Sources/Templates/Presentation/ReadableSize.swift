/// Sizes as people read them, in decimal units as mail programs count: `640 bytes`, `12 kB`, `1.2 MB`.
package enum ReadableSize {
    /// The size of something that is there, to a tenth of a unit.
    package static func text(_ bytes: Int64) -> String {
        switch bytes {
        case 1: "1 byte"
        case ..<1_000: "\(bytes) bytes"
        case ..<999_500: "\((bytes + 500) / 1_000) kB"
        case ..<999_950_000: tenths(of: 1_000_000, bytes) + " MB"
        default: tenths(of: 1_000_000_000, bytes) + " GB"
        }
    }

    /// The most that may be: 25 MiB as `25 MB`, the round number that was meant, and a little less than what is taken.
    package static func limit(_ bytes: Int64) -> String {
        let units: [(name: String, bytes: Int64)] = [("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)]
        guard let unit = units.first(where: { bytes >= $0.bytes && bytes % $0.bytes == 0 }) else { return text(bytes) }
        return "\(bytes / unit.bytes) \(unit.name)"
    }

    private static func tenths(of unit: Int64, _ bytes: Int64) -> String {
        // Divided before it is rounded, so that no size can overflow.
        let tenths = bytes / (unit / 10) + (bytes % (unit / 10) >= unit / 20 ? 1 : 0)
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
