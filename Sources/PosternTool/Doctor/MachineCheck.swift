import Glibc

/// What Postern needs of the machine: a folder of its own, room, the right time, and secrets that nobody else reads.
struct MachineCheck {
    let server: ServerSettings
    let configuration: Configuration

    var findings: [Finding] { [folder, room, clock] + openFiles }

    private var folder: Finding {
        var status = stat()
        guard stat(server.folder, &status) == 0 else {
            return .fault("data", "\(server.folder) is not there", "run `postern apply` first")
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
        let mebibytes = Int(status.f_bavail) * Int(status.f_frsize) >> 20
        if mebibytes < 100 { return .fault("disk", "only \(mebibytes) MiB are free", "make room: nothing can be kept") }
        if mebibytes < 1_024 { return .advice("disk", "only \(mebibytes) MiB are free", "make room") }
        return .fine("disk", "\(mebibytes >> 10) GiB are free")
    }

    /// Codes and links end by this clock, and people compare its times with theirs.
    private var clock: Finding {
        var time = timex()
        let state = ntp_adjtime(&time)
        let year = Int(time.time.tv_sec) / 31_556_952 + 1970
        guard year >= 2026 else { return .fault("clock", "it is the year \(year) here", "set the clock") }
        // TIME_ERROR: nothing keeps it right.
        guard state != 5 else {
            return .advice(
                "clock", "nothing keeps it right", "run chrony or systemd-timesyncd on this machine or its host")
        }
        return .fine("clock", "kept right")
    }

    private var openFiles: [Finding] {
        ["server.yaml", "portal.yaml"].map { "\(configuration.folder)/\($0)" }.filter(LocalFile.isWritableByOthers).map
        {
            .fault("files", "others may write \($0)", "chmod go-w \($0)")
        }
    }
}
