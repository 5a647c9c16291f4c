import Glibc
import Synchronization

/// A DNS server on loopback that answers questions for TXT records by a script.
final class FakeNameServer: Sendable {
    enum Reaction: Sendable {
        /// Records of several strings each, to be kept for so many seconds.
        case records([[[UInt8]]], seconds: UInt32)
        /// RFC 1035 §4.1.1: 0 without records, 2 for a failure, 3 for a name that does not exist.
        case code(UInt8)
        case silence
        /// Bytes that are no answer.
        case nonsense
    }

    let port: UInt16
    private let socket: Int32
    private let box = Box()

    private final class Box: Sendable {
        let asked = Mutex([String]())
    }

    init(_ react: @escaping @Sendable (_ name: String) -> Reaction) throws {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) + getsockname(descriptor, generic, &length)
            }
        }
        guard bound == 0 else { throw FakeServer.SystemFault(number: errno) }
        (socket, port) = (descriptor, UInt16(bigEndian: address.sin_port))
        runThread { [box] in
            var peer = sockaddr_storage()
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
                let count = withUnsafeMutablePointer(to: &peer) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        recvfrom(descriptor, &buffer, buffer.count, 0, $0, &length)
                    }
                }
                guard count > 12 else { break }
                let (question, name) = Self.question(Array(buffer[..<count]))
                box.asked.withLock { $0.append(name) }
                guard let answer = Self.answer(react(name), to: Array(buffer[..<12]), question) else { continue }
                _ = withUnsafePointer(to: &peer) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        sendto(descriptor, answer, answer.count, 0, $0, length)
                    }
                }
            }
            close(descriptor)
        }
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    var asked: [String] { box.asked.withLock { $0 } }

    private static func question(_ packet: [UInt8]) -> (bytes: [UInt8], name: String) {
        var labels: [String] = []
        var place = 12
        while packet[place] > 0 {
            let end = place + 1 + Int(packet[place])
            labels.append(String(decoding: packet[(place + 1)..<end], as: UTF8.self))
            place = end
        }
        return (Array(packet[12..<(place + 5)]), labels.joined(separator: "."))
    }

    private static func answer(_ reaction: Reaction, to header: [UInt8], _ question: [UInt8]) -> [UInt8]? {
        switch reaction {
        case .silence: return nil
        case .nonsense: return Array(header[..<2]) + [0x81, 0x80, 0, 1, 0, 9, 0, 0, 0, 0] + question + [0xC0, 0xFF]
        case .code(let code): return Array(header[..<2]) + [0x81, 0x80 | code, 0, 1, 0, 0, 0, 0, 0, 0] + question
        case .records(let records, let seconds):
            var answer = Array(header[..<2]) + [0x81, 0x80, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0] + question
            for record in records {
                let data = record.flatMap { [UInt8($0.count)] + $0 }
                answer += [0xC0, 0x0C, 0, 16, 0, 1] + bytes(seconds)
                answer += bytes(UInt32(data.count)).suffix(2) + data
            }
            return answer
        }
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
