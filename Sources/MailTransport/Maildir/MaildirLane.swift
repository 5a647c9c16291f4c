import Glibc
import Logging

/// A mail of a Maildir, by the name of its file in `new`.
struct MaildirMail: Sendable {
    let file: String
    let mail: ReceivedMail
}

/// A thread that reads a Maildir and files what was taken.
actor MaildirLane {
    private let maildir: Maildir
    private let limits: MailLimits
    private let stop: StopSignal
    private let logger: Logger
    private let thread: BlockingThread
    private var watch: FolderWatch?
    private var unreadable: Set<String> = []
    /// Limit: how far the end of a header is looked for in a mail that is too large.
    private static let headerLimit = 1_048_576

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ maildir: Maildir, limits: MailLimits, stop: StopSignal, logger: Logger) throws(ResourceExhausted) {
        (self.maildir, self.limits, self.stop, self.logger) = (maildir, limits, stop, logger)
        thread = try BlockingThread()
    }

    /// Waits for mails and returns them, oldest first; none when a stop is raised.
    func nextBatch() throws(FileFault) -> [MaildirMail] {
        do {
            let watch = try preparedWatch()
            while !stop.isRaised {
                let batch = try readBatch()
                if !batch.isEmpty { return batch }
                watch.waitForNews(stop: stop)
            }
            return []
        } catch {
            // Someone may have removed the folders: they are made and watched anew.
            watch = nil
            throw error
        }
    }

    /// Moves mails to `cur` of their folders, marked as seen unless they were too large to read.
    func file(_ mails: [(mail: MaildirMail, filing: Filing)]) throws(FileFault) {
        for (mail, filing) in mails {
            let folder = Self.folder(for: filing, in: maildir)
            let flags = mail.mail.extent == .whole ? "S" : ""
            try Maildir.move("\(maildir.new)/\(mail.file)", to: "\(folder.current)/\(mail.file.baseName):2,\(flags)")
        }
    }

    private static func folder(for filing: Filing, in maildir: Maildir) -> Maildir {
        switch filing {
        case .processed: maildir.folder("Processed")
        case .quarantine: maildir.folder("Quarantine")
        }
    }

    /// The watch begins before the folder is read, so that nothing comes unseen in between.
    private func preparedWatch() throws(FileFault) -> FolderWatch {
        if let watch { return watch }
        for folder in [maildir, maildir.folder("Processed"), maildir.folder("Quarantine")] { try folder.prepare() }
        let new = try FolderWatch(maildir.new)
        watch = new
        return new
    }

    private func readBatch() throws(FileFault) -> [MaildirMail] {
        var (batch, bytes) = ([MaildirMail](), 0)
        for file in try Maildir.names(in: maildir.new)
        where batch.count < limits.batchCount && bytes < limits.batchBytes {
            guard let mail = read(file) else { continue }
            batch.append(MaildirMail(file: file, mail: mail))
            bytes += mail.bytes.count
        }
        return batch
    }

    /// Nil for what is no mail, is gone or cannot be read. The last is told once and left where it is.
    private func read(_ name: String) -> ReceivedMail? {
        do {
            let file = try OpenFile("\(maildir.new)/\(name)", O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            guard let size = try file.regularSize() else { return nil }
            let source = MailSource.maildir(folder: maildir.path, name: name.baseName)
            guard size > limits.mailBytes else {
                return ReceivedMail(bytes: try file.read(atMost: limits.mailBytes), source: source)
            }
            let header = Self.header(of: try file.read(atMost: Self.headerLimit))
            return ReceivedMail(bytes: header, source: source, extent: .headerOnly(size: size))
        } catch {
            if error.number != ENOENT, unreadable.count < 1000, unreadable.insert(name).inserted {
                logger.error("a mail cannot be read and stays where it is", metadata: ["reason": "\(error)"])
            }
            return nil
        }
    }

    /// All up to the first empty line.
    private static func header(of bytes: [UInt8]) -> [UInt8] {
        var lineIsEmpty = true
        for (index, byte) in bytes.enumerated() {
            if byte == .lineFeed {
                if lineIsEmpty { return Array(bytes[...index]) }
                lineIsEmpty = true
            } else if byte != .carriageReturn {
                lineIsEmpty = false
            }
        }
        return bytes
    }
}

extension String {
    /// A file's name without the flags behind the colon.
    fileprivate var baseName: String { String(decoding: utf8.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self) }
}
