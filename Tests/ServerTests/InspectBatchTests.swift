import Foundation
import Testing

/// The real executable reads one path after the other, and answers each before it asks for the next.
struct InspectBatchTests {
    @Test func `inspect answers each path at once, in order, whatever it finds`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "postern-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mail = folder.appending(path: "mail.eml")
        try Data("Subject: first\n\nAPPROVE\n".utf8).write(to: mail)

        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: AcmeConfiguration.executable)
        process.arguments = ["inspect", "--json", "--batch"]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        let paths = input.fileHandleForWriting
        try paths.write(contentsOf: Data("\(mail.path)\n".utf8))
        let first = try Self.line(from: output)
        try paths.write(contentsOf: Data("\(folder.path)/none\n".utf8))
        let second = try Self.line(from: output)
        try paths.close()
        process.waitUntilExit()

        #expect(first.contains(#""subject": "first""#) && first.contains(#""commands": ["APPROVE"]"#))
        #expect(second.contains(#"{"error": "#) && second.contains("is not there"))
        #expect(process.terminationStatus == 0)
    }

    private static func line(from pipe: Pipe) throws -> String {
        var line: [UInt8] = []
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }
}
