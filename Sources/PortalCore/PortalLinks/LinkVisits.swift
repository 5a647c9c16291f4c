import Synchronization

/// Looks at portal links' pages, before they are written down: looking costs no write, however often a scanner looks.
final class LinkVisits: Sendable {
    /// Protects the counts, which requests on several threads raise.
    private let counts = Mutex<[PortalLinkID: Int]>([:])

    /// - Returns: true for the first since they were taken.
    func note(_ link: PortalLinkID) -> Bool {
        counts.withLock { counts in
            counts[link, default: 0] += 1
            return counts.count == 1 && counts[link] == 1
        }
    }

    func take() -> [PortalLinkID: Int] {
        counts.withLock { counts in
            defer { counts = [:] }
            return counts
        }
    }
}

extension Portal {
    /// Somebody, or a machine that looks at links in mails, has looked at a link's page.
    ///
    /// A look counts as a scanner's until its form is sent; what was counted is written about a second later, all in one.
    package func noteLook(at link: PortalLinkID) {
        guard linkVisits.note(link) else { return }
        Task { [weak self] in
            try? await Task.sleep(for: .seconds(1))
            // Lost counts harm nobody: the next look starts anew.
            try? await self?.writeLooks()
        }
    }

    /// Writes down the looks that were noted.
    func writeLooks() async throws {
        let counts = linkVisits.take()
        guard !counts.isEmpty else { return }
        try await database.write { connection in
            for (link, count) in counts { try PortalLinkRecord.countLooks(count, on: link, in: connection) }
        }
    }
}
