/// Sizes as people read them: `640 bytes`, `12 kB`, `1.2 MB`.
enum ReadableSize {
    static func text(_ bytes: Int64) -> String {
        if bytes < 1000 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        if bytes < 999_500 { return "\((bytes + 500) / 1000) kB" }
        let (size, unit): (Int64, String) = bytes < 999_950_000 ? (1_000_000, "MB") : (1_000_000_000, "GB")
        let tenths = bytes / (size / 10) + (bytes % (size / 10) * 20 >= size ? 1 : 0)
        return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
