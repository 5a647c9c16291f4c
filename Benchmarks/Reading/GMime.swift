import Foundation

/// The peer: GMime, driven by the small program that `Benchmarks/run` compiles beside this one.
///
/// The driver makes a round whenever it is asked for one, so that rounds of both readers alternate: whatever else the
/// machine does meanwhile slows both.
struct GMime {
    private let process = Process()
    private let requests = Pipe()
    private let answers = Pipe()
    private let file: URL

    /// Starts the driver on the mails of `corpus`; `nil` where the driver was not compiled.
    init?(reading corpus: GeneratedMail) throws {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let driver = folder.appendingPathComponent("gmime-driver")
        guard FileManager.default.isExecutableFile(atPath: driver.path) else { return nil }
        file = FileManager.default.temporaryDirectory.appendingPathComponent("postern-bench-\(getpid()).mails")
        try Self.written(corpus.mails).write(to: file)
        process.executableURL = driver
        process.arguments = [file.path]
        process.standardInput = requests
        process.standardOutput = answers
        try process.run()
    }

    private static func written(_ mails: [[UInt8]]) -> Data {
        var bytes = Data()
        for mail in mails {
            withUnsafeBytes(of: UInt32(mail.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: mail)
        }
        return bytes
    }

    /// Reads all mails once.
    func round() throws -> ReadingRound {
        try requests.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        let words = String(decoding: answers.fileHandleForReading.availableData, as: UTF8.self).split {
            $0.isWhitespace
        }
        guard words.count == 4, let processor = Double(words[0]), let wall = Double(words[1]),
            let leaves = Int(words[2]), let bytes = Int(words[3])
        else { throw BenchmarkFault("the GMime driver failed") }
        return ReadingRound(
            spent: Stopwatch.Spent(processor: processor, wall: wall), leaves: leaves, decodedBytes: bytes)
    }

    /// Ends the driver, and removes its file.
    func end() throws {
        try requests.fileHandleForWriting.close()
        process.waitUntilExit()
        try FileManager.default.removeItem(at: file)
    }
}
