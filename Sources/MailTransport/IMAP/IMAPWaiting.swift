extension IMAPSession {
    /// Waits until the server announces mails, or until it is time to look all the same: what a server forgets to
    /// announce, and a connection that died silently, are found then.
    func waitForNews() throws(ConnectionFault) {
        if idles { try idle() } else { try poll() }
    }

    private func idle() throws(ConnectionFault) {
        dialogue.connection.phase = "IDLE"
        let tag = try dialogue.send("IDLE")
        isIdling = true
        let deadline = ContinuousClock.now + settings.timing.command
        var isAccepted = false
        while !isAccepted {
            let response = try dialogue.next(by: deadline)
            if case .tagged(tag, _) = response {
                (isIdling, refusesIdle) = (false, true)
                return
            }
            if response == .continuation { isAccepted = true }
            notice(response)
        }
        let renewal = ContinuousClock.now + settings.timing.idle
        while !hasNews, let response = try dialogue.nextUnlessQuiet(until: renewal) { notice(response) }
        try dialogue.sendContinuation("DONE")
        isIdling = false
        try dialogue.require(dialogue.finish(tag, notice))
    }

    private func poll() throws(ConnectionFault) {
        dialogue.connection.phase = "NOOP"
        let next = ContinuousClock.now + settings.timing.poll
        while !hasNews, let response = try dialogue.nextUnlessQuiet(until: next) { notice(response) }
        try dialogue.require(dialogue.finish(dialogue.send("NOOP"), notice))
    }
}
