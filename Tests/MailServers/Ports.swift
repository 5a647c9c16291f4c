import Foundation

/// A folder that others may look into: the servers run as users of their own.
package func temporaryFolder() throws -> String {
    let name = "postern-" + String(UInt32.random(in: .min ... .max), radix: 36)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    return path
}

/// Ports on which nobody listens at the moment.
package func freePorts(_ count: Int) throws -> [Int] {
    var open: [Int32] = []
    defer { open.forEach { close($0) } }
    return try (0..<count).map { _ in
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        open.append(descriptor)
        return try withLoopback(port: 0) { address, length in
            guard bind(descriptor, address, length) == 0, getsockname(descriptor, address, &length) == 0 else {
                throw MailServers.Fault(description: "no port is free")
            }
        }
    }
}

/// Waits until somebody listens on each port, ten seconds at most.
package func waitForPorts(_ ports: [Int]) throws {
    let deadline = ContinuousClock.now + .seconds(10)
    for port in ports {
        while try !isListening(port) {
            guard ContinuousClock.now < deadline else {
                throw MailServers.Fault(description: "nobody listens on port \(port)")
            }
            usleep(10_000)
        }
    }
}

private func isListening(_ port: Int) throws -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var isOpen = false
    _ = withLoopback(port: port) { address, length in isOpen = connect(descriptor, address, length) == 0 }
    return isOpen
}

/// - Returns: the port that stands in the address afterwards.
private func withLoopback(
    port: Int, _ body: (UnsafeMutablePointer<sockaddr>, inout socklen_t) throws -> Void
) rethrows -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
        try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body($0, &length) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
}

extension MailServers.Ports {
    init(_ ports: [Int]) throws {
        imap = ports[0]
        imaps = ports[1]
        submission = ports[2]
        submissions = ports[3]
        inbound = ports[4]
        unstamped = ports[5]
        refusing = ports[6]
    }
}
