import Glibc

/// Points in time as people and mails write them; all are seconds since 1970.
enum Clock {
    static var now: Int { time(nil) }

    /// `Tue, 3 Mar 2026 14:05:00 +0000` (RFC 5322 §3.3).
    static func mailDate(_ seconds: Int) -> String { text(seconds, "%a, %-d %b %Y %H:%M:%S +0000", isLocal: false) }

    /// `Tue, Mar 3, 2026 at 2:05 PM`, as Gmail writes above a quotation.
    static func attribution(_ seconds: Int) -> String { text(seconds, "%a, %b %-d, %Y at %-I:%M %p", isLocal: true) }

    /// `3 Mar 2026, 14:05:07`, on this machine's clock.
    static func readable(_ seconds: Int) -> String { text(seconds, "%-d %b %Y, %H:%M:%S", isLocal: true) }

    /// `2026-03-03T14:05:07Z`, for machines.
    static func iso(_ seconds: Int) -> String { text(seconds, "%Y-%m-%dT%H:%M:%SZ", isLocal: false) }

    private static func text(_ seconds: Int, _ format: String, isLocal: Bool) -> String {
        var (seconds, parts) = (time_t(seconds), tm())
        if isLocal { localtime_r(&seconds, &parts) } else { gmtime_r(&seconds, &parts) }
        return String(unsafeUninitializedCapacity: 64) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                chars.baseAddress.map { strftime($0, chars.count, format, &parts) } ?? 0
            }
        }
    }
}
