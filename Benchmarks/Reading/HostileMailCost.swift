import Foundation
import Glibc
import MailCorpus
import MailFormat

/// What the most expensive mail of 25 MiB costs: each hostile mail is read whole by a process of its own.
enum HostileMailCost {
    private static let secondsLimit = 2.0
    private static let megabytesLimit = 256.0
    private static let shown = 3

    /// CPU seconds and the greatest memory, in MiB, of one reading.
    private struct Cost {
        let name: String
        let seconds: Double
        let megabytes: Double
    }

    static func measure() throws {
        var table = Table(
            "Hostile mail of 25 MiB: \(HostileMail.all.count) kinds, each read whole; the worst \(shown) by time and by memory",
            columns: ["CPU s", "memory MiB"])
        let costs = try HostileMail.all.map { try cost(of: $0) }
        let slowest = costs.sorted { $0.seconds > $1.seconds }.prefix(shown)
        let largest = costs.sorted { $0.megabytes > $1.megabytes }.prefix(shown)
        for cost in slowest + largest { table.add(cost.name, cost.seconds.shown(2), cost.megabytes.shown()) }
        let (seconds, megabytes) = (slowest[0].seconds, largest[0].megabytes)
        table.printOut(targets: [
            Table.Target(text: "under 2 s of CPU: \(seconds.shown(2)) s", isMet: seconds < secondsLimit),
            Table.Target(text: "under 256 MiB: \(megabytes.shown()) MiB", isMet: megabytes < megabytesLimit),
        ])
    }

    private static func cost(of mail: HostileMail) throws -> Cost {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("postern-bench-\(getpid()).mail")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(mail.bytes(count: 25 << 20)).write(to: file)
        let (process, answer) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["read", file.path]
        process.standardOutput = answer
        try process.run()
        let words = try String(decoding: answer.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self).split(
            separator: " ")
        process.waitUntilExit()
        guard words.count == 2, let seconds = Double(words[0]), let megabytes = Double(words[1]) else {
            throw BenchmarkFault("\(mail.name) cannot be read")
        }
        return Cost(name: mail.name, seconds: seconds, megabytes: megabytes)
    }
}

/// The process that reads one file as a mail, and prints CPU seconds and MiB. `postern-bench read FILE`
struct WholeReading {
    private let file: String

    init?(_ words: [String]) {
        guard words.count == 2, words[0] == "read" else { return nil }
        file = words[1]
    }

    func run() throws {
        guard let stream = fopen(file, "r") else { throw BenchmarkFault("\(file) cannot be read") }
        var bytes = [UInt8](repeating: 0, count: 25 << 20)
        let count = fread(&bytes, 1, bytes.count, stream)
        bytes.removeLast(bytes.count - count)
        let watch = Stopwatch()
        Self.readEverything(Message(bytes))
        let seconds = watch.reading.processor
        print(seconds, try Self.greatestMemory(), terminator: "")
    }

    /// In MiB. What getrusage(2) says would count the process from which this one was made.
    private static func greatestMemory() throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.utf8.starts(with: "VmHWM:".utf8) }
        let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        guard let kibibytes else { throw BenchmarkFault("/proc/self/status cannot be read") }
        return kibibytes / 1024
    }

    /// What the portal and its pages ask of a message.
    private static func readEverything(_ message: Message) {
        _ = (message.from, message.to, message.cc, message.subject, message.date, message.messageID, message.references)
        _ = (message.header.sender, MailKind(of: message), message.digestInput().count)
        let reply = VisibleReply(of: message)
        _ = ReadReply(reply.text)
        for field in message.header.fields { _ = field.text }
        for leaf in message.leaves { _ = (leaf.fileName, leaf.decodedBytes().count) }
    }
}
