import Logging
import Synchronization
import Testing

@testable import PosternTool

struct LogTests {
    @Test(arguments: [
        "551 \u{1B}[2Jgone", "a\r\n2026-10-14T00:00:00Z error: forged", "a\u{85}b\u{2028}c", "\u{202E}txet",
        "nul\u{0}", String(repeating: "\u{1B}", count: 1 << 20), "\r\u{301}\n",
    ])
    func `OB-13: whatever a stranger says is one line of visible letters`(_ text: String) {
        let written = Mutex("")
        let logger = Logger(label: "test") { _ in LogLine { line in written.withLock { $0 += line } } }
        logger.error("it failed: \(text)", metadata: ["reason": "\(text)"])
        let line = written.withLock { $0 }
        #expect(line.unicodeScalars.dropLast().allSatisfy(\.isShown) && line.unicodeScalars.last == "\n")
        #expect(line.utf8.count < 40_000)
        #expect(line.contains(" error: it failed: ") && line.contains(" reason="))
    }
}
