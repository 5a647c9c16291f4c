import Foundation

/// `postern-bench [replies|pages|memory|backlog|parse|reply|kind|limits]…`: measures Postern and prints tables; without words, everything.
///
/// Everything happens on this machine, in a bounded time, in a folder that is removed at the end.
@main
enum PosternBenchmarks {
    static func main() async {
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            if let server = HelloServer(words) { return try await server.run() }
            if let reading = WholeReading(words) { return try reading.run() }
            for part in try parts(words) { try await measure(part) }
        } catch {
            FileHandle.standardError.write(Data("postern-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private enum Part: String, CaseIterable {
        case replies, pages, memory, backlog, parse, reply, kind, limits
    }

    private static func parts(_ words: [String]) throws -> [Part] {
        guard !words.isEmpty else { return Part.allCases }
        return try words.map { word in
            guard let part = Part(rawValue: word) else {
                let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
                throw BenchmarkFault("there is no part \(word); there is \(known)")
            }
            return part
        }
    }

    private static func measure(_ part: Part) async throws {
        switch part {
        case .replies: try await ReplyLatency.measure()
        case .pages: try await PagesPerSecond.measure()
        case .memory: try await IdleMemory.measure()
        case .backlog: try await Backlog.measure()
        case .parse: try ParseSpeed.measure()
        case .reply: ReplySpeed.measure()
        case .kind: KindSpeed.measure()
        case .limits: try HostileMailCost.measure()
        }
    }
}

/// Why a measurement cannot be made, in words for whoever wanted it.
struct BenchmarkFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
