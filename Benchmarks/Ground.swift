import Foundation
import MailFormat
import MailServers
import PortalCore

/// A folder with the portal's data and with the configuration of `postern serve`, gone with the value.
final class Ground: Sendable {
    let folder: String
    let portal: Portal
    /// Where the pages are served.
    let port: Int

    static let address = "replies@portal.test"

    init() throws {
        // In the checkout, because /tmp may be memory: what is synced should be synced to a disk.
        let name = "var/bench/\(UInt32.random(in: .min ... .max))"
        folder = FileManager.default.currentDirectoryPath + "/" + name
        try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
        port = try freePorts(1)[0]
        portal = try Portal(folder: folder + "/data")
    }

    deinit {
        portal.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Lets the doctor examine the mail servers, before which no mail decides. It wants an organizations' file, and a folder
    /// that nobody else reads.
    ///
    /// - Parameter mail: as for `serve`.
    func examine(mail: String) throws {
        try settings(mail).write(toFile: folder + "/server.yaml", atomically: true, encoding: .utf8)
        try "organizations: []\n".write(toFile: folder + "/portal.yaml", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder + "/data")
        let doctor = try RunningProgram(
            Self.sibling("postern"), ["doctor", "--config", folder], log: folder + "/doctor")
        guard doctor.end() == .status(0) else {
            throw BenchmarkFault((try? String(contentsOfFile: folder + "/doctor", encoding: .utf8)) ?? "no doctor")
        }
    }

    /// Starts the product itself, and returns when its pages are served.
    ///
    /// - Parameter mail: the lines below `mail:` that say how mail travels.
    func serve(mail: String, processor: Int? = nil) throws -> RunningProgram {
        try settings(mail).write(toFile: folder + "/server.yaml", atomically: true, encoding: .utf8)
        let words = ["serve", "--config", folder, "--log", "error"]
        let server = try RunningProgram(
            Self.sibling("postern"), words, log: folder + "/log", processor: processor)
        try waitForPorts([port])
        return server
    }

    /// An executable that was built beside this one.
    static func sibling(_ name: String) -> String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// The password is in a file that only its owner may read.
    func keepPassword(_ password: String) {
        _ = FileManager.default.createFile(
            atPath: folder + "/password", contents: Data(password.utf8), attributes: [.posixPermissions: 0o600])
    }

    private func settings(_ mail: String) -> String {
        """
        site: http://localhost:\(port)
        listen: {host: 127.0.0.1, port: \(port)}
        folder: data
        templates: \(FileManager.default.currentDirectoryPath)/mail-templates
        locales: \(FileManager.default.currentDirectoryPath)/locales
        mail:
          address: \(Self.address)
          name: Portal
          together: 0
          border: {hosts: [\(MailServers.borderHost)], ids: [\(MailServers.borderHost)]}
        \(mail)

        """
    }

    /// Two Maildirs instead of mail servers.
    static let localMail = "  local: {outgoing: out, incoming: in}"
}
