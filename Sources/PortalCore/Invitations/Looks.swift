import Synchronization

/// A page behind a link of a mail, which scanners of mail look at, too.
package enum LookedAt: Hashable, Sendable {
    case invitation(InvitationID)
    case portalLink(PortalLinkID)
}

/// Looks at such pages, before they are written down: looking costs no write, however often a scanner looks.
final class Looks: Sendable {
    /// Protects the counts, which requests on several threads raise.
    private let counts = Mutex<[LookedAt: Int]>([:])

    /// - Returns: true for the first since they were taken.
    func note(_ page: LookedAt) -> Bool {
        counts.withLock { counts in
            counts[page, default: 0] += 1
            return counts.count == 1 && counts[page] == 1
        }
    }

    func take() -> [LookedAt: Int] {
        counts.withLock { counts in
            defer { counts = [:] }
            return counts
        }
    }
}

extension Portal {
    /// Somebody, or a machine that looks at links in mails, has looked at a link's page.
    ///
    /// A look at a portal link counts as a scanner's until its form is sent; an invitation is opened by the first. What was
    /// counted is written about a second later, all in one. It lets nobody in, and ends nothing.
    package func noteLook(at page: LookedAt) {
        guard looks.note(page) else { return }
        Task { [weak self] in
            try? await Task.sleep(for: .seconds(1))
            // Lost counts harm nobody: the next look starts anew.
            try? await self?.writeLooks()
        }
    }

    /// Writes down the looks that were noted.
    func writeLooks() async throws {
        let counts = looks.take()
        guard !counts.isEmpty else { return }
        try await database.write { [clock] connection in
            for (page, count) in counts {
                switch page {
                case .invitation(let id): try InvitationRecord.noteLook(at: id, at: clock(), in: connection)
                case .portalLink(let id): try PortalLinkRecord.countLooks(count, on: id, in: connection)
                }
            }
        }
    }
}
