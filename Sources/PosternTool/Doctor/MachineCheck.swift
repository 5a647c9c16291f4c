import Foundation
import Glibc

/// What Postern needs of the machine: a folder of its own, room, and a configuration that nobody else writes.
struct MachineCheck {
    let server: ServerSettings
    let configuration: Configuration
    /// The organizations' time zones, by name.
    let timeZones: [String]

    var findings: [Finding] { [folder, room] + openFiles + [zones].compactMap(\.self) }

    private var folder: Finding {
        var status = stat()
        guard stat(server.folder, &status) == 0 else {
            return .fault("data", "\(server.folder) is not there", "run `postern apply` first")
        }
        guard Installation.exists(in: server.folder) else {
            return .fault("data", "\(server.folder) holds no portal yet", "run `postern apply` first")
        }
        guard access(server.folder, W_OK) == 0 else {
            return .fault("data", "\(server.folder) may not be written by this user", "run as the user who owns it")
        }
        guard status.st_mode & 0o077 == 0 else {
            return .fault("data", "others may read \(server.folder)", "chmod 700 \(server.folder)")
        }
        return .fine("data", "\(server.folder) belongs to this user alone")
    }

    /// Limit: below 1 GiB a few large mails can fill the disk, below 100 MiB a few small ones.
    private var room: Finding {
        var status = statvfs()
        guard statvfs(server.folder, &status) == 0 else {
            return .advice("disk", "its room cannot be found out", "look at `df \(server.folder)`")
        }
        let mebibytes = (Int(status.f_bavail) * Int(status.f_frsize)) >> 20
        if mebibytes < 100 { return .fault("disk", "only \(mebibytes) MiB are free", "make room: nothing can be kept") }
        if mebibytes < 1_024 { return .advice("disk", "only \(mebibytes) MiB are free", "make room") }
        return .fine("disk", "\(mebibytes >> 10) GiB are free")
    }

    private var openFiles: [Finding] {
        let organizations = "\(configuration.folder)/organizations"
        let named = ["server.yaml", "portal.yaml"].map { "\(configuration.folder)/\($0)" }
        let folders = [configuration.folder, organizations]
        let files =
            named + folders
            + LocalFile.names(in: organizations).filter(\.isSettingsFile).map { "\(organizations)/\($0)" }
        return files.filter(LocalFile.isWritableByOthers).map {
            Finding.fault("files", "others may write \($0)", "chmod go-w \($0)")
        }
    }

    /// Times in mails and on pages are told by them; one that this machine does not know would be told in UTC.
    private var zones: Finding? {
        let names = Set(timeZones).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let unknown = names.filter { TimeZone(identifier: $0) == nil }
        guard unknown.isEmpty else {
            return .fault(
                "time zone", "this machine does not know \(Escaped.text(unknown.joined(separator: ", ")))",
                "install the time zone data (tzdata), or name another zone under time_zone")
        }
        return names.isEmpty ? nil : .fine("time zone", "this machine knows \(names.joined(separator: ", "))")
    }
}
