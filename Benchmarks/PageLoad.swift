import Foundation
import FoundationNetworking
import MailServers

/// One page, asked for as often as a server can answer.
struct PageLoad {
    let url: String
    let cookie: String?
    /// What stands in the page if it is the right one.
    let expected: String

    struct Round {
        /// Requests per second.
        let rate: Double
        /// Processor time of the server for each request.
        let microseconds: Double
    }

    /// Asks once.
    ///
    /// - Throws: when that is not the page.
    func check() async throws {
        guard let address = URL(string: url) else { throw BenchmarkFault("no address: \(url)") }
        var request = URLRequest(url: address)
        request.httpShouldHandleCookies = false
        request.setValue(cookie, forHTTPHeaderField: "Cookie")
        let (body, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode
        guard status == 200, String(decoding: body, as: UTF8.self).contains(expected) else {
            throw BenchmarkFault("\(url) is not the page that was meant (status \(status ?? 0))")
        }
    }

    /// Keeps sixteen connections busy for some seconds, with wrk on the second processor.
    func run(on server: RunningProgram, _ seconds: Int) throws -> Round {
        let reading = ProcessReading(identifier: server.identifier)
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("postern-wrk-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: log) }
        let header = cookie.map { ["--header", "Cookie: \($0)"] } ?? []
        let before = try reading.processorSeconds()
        let words = ["--threads", "1", "--connections", "16", "--duration", "\(seconds)s"] + header + [url]
        let wrk = try RunningProgram("/usr/bin/wrk", words, log: log, processor: 1)
        guard wrk.end() == .status(0) else { throw BenchmarkFault("wrk failed: is it installed?") }
        let spent = try reading.processorSeconds() - before
        return try Self.round(String(contentsOfFile: log, encoding: .utf8), spent)
    }

    /// QUIRK: wrk says “Non-2xx or 3xx responses” and “Socket errors” only where there were some.
    private static func round(_ output: String, _ seconds: Double) throws -> Round {
        let lines = output.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
        let faults = lines.first { ["Non-2xx", "Socket"].contains($0.first) }
        let count = lines.first { $0.count > 2 && $0[1] == "requests" }.flatMap { Double($0[0]) }
        let rate = lines.first { $0.first == "Requests/sec:" }.flatMap { Double($0[1]) }
        guard faults == nil, let count, let rate, count > 0 else { throw BenchmarkFault("wrk says: \(output)") }
        return Round(rate: rate, microseconds: seconds * 1_000_000 / count)
    }
}
