/// Commands and responses over one connection, in tagged order (RFC 9051 §2.2).
final class IMAPDialogue {
    let connection: CurlConnection
    private let timing: IMAPTiming
    private var framer: IMAPFramer
    private var frames: ArraySlice<IMAPFrame> = []
    private var tagCount = 0
    private var unanswered: Set<String> = []
    /// Answers for which nobody waited yet: several commands are on their way at once.
    private var early: [String: IMAPStatus] = [:]
    /// Limit: responses to one command, so that a server that never ends is left.
    private static let responseLimit = 50_000
    /// Limit: what may come before the answer to our first command.
    private static let openingLimit = 65_536

    init(_ connection: CurlConnection, limits: MailLimits, timing: IMAPTiming) {
        self.connection = connection
        self.timing = timing
        // Some servers count line ends in RFC822.SIZE another way than they send them.
        framer = IMAPFramer(literalLimit: limits.mailBytes + limits.mailBytes / 16 + 65_536)
    }

    /// Asks for the capabilities, and overhears all that stands before the answer: libcurl may have swallowed the
    /// beginning of what came with the login's OK.
    func capabilities() throws(ConnectionFault) -> [[UInt8]] {
        connection.phase = "CAPABILITY"
        let tag = try Array(send("CAPABILITY").utf8) + [.space]
        let deadline = ContinuousClock.now + timing.command
        var capabilities: [[UInt8]] = []
        var bytes: [UInt8] = []
        while true {
            while let end = bytes.firstIndex(of: .lineFeed) {
                let line = bytes[..<end].filter { $0 != .carriageReturn }
                bytes.removeSubrange(...end)
                if line.starts(with: tag) {
                    try keep(bytes)
                    return capabilities
                }
                let words = line.split(separator: .space).map(Array.init)
                if words.count > 1, words[1].isKeyword("CAPABILITY") { capabilities = Array(words.dropFirst(2)) }
            }
            guard bytes.count <= Self.openingLimit else {
                throw connection.fault(.violation, "no answer to CAPABILITY")
            }
            bytes += try connection.receive(by: deadline)
        }
    }

    /// Sends a command.
    /// - Returns: its tag.
    func send(_ command: String) throws(ConnectionFault) -> String {
        try send([command])[0]
    }

    /// Sends several commands in one write.
    func send(_ commands: [String]) throws(ConnectionFault) -> [String] {
        let tags = commands.map { _ in
            tagCount += 1
            return "P\(tagCount)"
        }
        unanswered.formUnion(tags)
        let lines = zip(tags, commands).map { "\($0) \($1)\r\n" }.joined()
        try connection.send(Array(lines.utf8), by: .now + timing.command)
        return tags
    }

    func sendContinuation(_ line: String) throws(ConnectionFault) {
        try connection.send(Array("\(line)\r\n".utf8), by: .now + timing.command)
    }

    /// Reads until the command's own answer, and shows `take` everything before it.
    func finish(
        _ tag: String, within limit: Duration? = nil, _ take: (IMAPResponse) throws(ConnectionFault) -> Void
    ) throws(ConnectionFault) -> IMAPStatus {
        if let status = early.removeValue(forKey: tag) { return status }
        let deadline = ContinuousClock.now + (limit ?? timing.command)
        for _ in 0..<Self.responseLimit {
            let response = try next(by: deadline)
            guard case .tagged(let answered, let status) = response else {
                try take(response)
                continue
            }
            guard unanswered.remove(answered) != nil else { continue }
            if answered == tag { return status }
            early[answered] = status
        }
        throw connection.fault(.violation, "the server does not end its answer")
    }

    /// The next response. BYE ends the connection.
    func next(by deadline: ContinuousClock.Instant) throws(ConnectionFault) -> IMAPResponse {
        while frames.isEmpty { try keep(connection.receive(by: deadline)) }
        // A flood leaves no moment in which the connection itself would look at the clock.
        guard ContinuousClock.now < deadline else {
            throw connection.fault(.timedOut, "no answer within the time limit")
        }
        let response = try read(frames.removeFirst())
        if case .status(let status) = response, status.condition == .bye {
            throw connection.fault(.closed, "the server says goodbye: \(status.text)")
        }
        return response
    }

    /// The next response, or nil when none has come until then.
    func nextUnlessQuiet(until end: ContinuousClock.Instant) throws(ConnectionFault) -> IMAPResponse? {
        while frames.isEmpty {
            guard let bytes = try connection.receive(until: end) else { return nil }
            try keep(bytes)
        }
        return ContinuousClock.now < end ? try next(by: end) : nil
    }

    private func read(_ frame: IMAPFrame) throws(ConnectionFault) -> IMAPResponse {
        do {
            return try IMAPResponse(frame)
        } catch {
            throw connection.fault(.violation, error.text)
        }
    }

    private func keep(_ bytes: [UInt8]) throws(ConnectionFault) {
        do {
            frames += try framer.consume(bytes)
        } catch {
            throw connection.fault(.violation, error.text)
        }
    }
}
