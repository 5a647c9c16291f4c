import Foundation
import Glibc
import Logging

/// Writes each entry of the log as one line on standard error, whatever words of strangers stand in it: what a server said,
/// a path that was asked for, an error about either.
struct LogLine: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let write: @Sendable (String) -> Void

    init(write: @escaping @Sendable (String) -> Void = LogLine.writeToStandardError) { self.write = write }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let words = values.map { " \($0.key)=\(Self.shown("\($0.value)"))" }.joined()
        write("\(Date.now.formatted(.iso8601)) \(event.level): \(Self.shown("\(event.message)"))\(words)\n")
    }

    /// Limit: scalars of one value that are shown.
    private static let longest = 2_000

    /// What cannot be seen, or would move the cursor, by its number.
    private static func shown(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            if scalar.isShown {
                output.append(scalar)
            } else {
                output.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            }
        }
        return String(output) + (text.unicodeScalars.count > longest ? "…" : "")
    }

    private static func writeToStandardError(_ line: String) {
        var line = line
        line.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}

extension Logger {
    /// The log of a running portal.
    static func postern(_ level: Level) -> Logger {
        var logger = Logger(label: "postern") { _ in LogLine() }
        logger.logLevel = level
        return logger
    }
}
