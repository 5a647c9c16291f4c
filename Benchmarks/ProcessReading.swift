import Foundation
import Glibc

/// What the kernel says of a running process (proc(5)).
struct ProcessReading {
    let identifier: pid_t

    /// Seconds of processor time, in the program and in the kernel for it, of all its threads. Good to 10 ms.
    func processorSeconds() throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
        // The name, in brackets, may hold spaces; utime and stime are the fields 14 and 15.
        let fields = text.utf8.split(separator: UInt8(ascii: ")")).last?.split(separator: UInt8(ascii: " ")) ?? []
        guard fields.count > 12, let user = Int(String(fields[11]) ?? ""), let system = Int(String(fields[12]) ?? "")
        else {
            throw BenchmarkFault("/proc/\(identifier)/stat cannot be read")
        }
        return Double(user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Memory in RAM, in MB (1,000,000 bytes).
    func residentMegabytes() throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.utf8.starts(with: "VmRSS:".utf8) }
        guard let line,
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { throw BenchmarkFault("/proc/\(identifier)/status cannot be read") }
        return Double(kibibytes) * 1024 / 1_000_000
    }
}
