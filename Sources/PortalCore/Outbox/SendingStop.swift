/// An organization's mails are stopped, because too many of them came back: going on would cost it its name with mail
/// servers. Nothing that is owed is lost; it goes out when somebody resumes it.
package struct SendingStop: Equatable, Sendable {
    package let since: Moment
    package let count: BounceCount
}

/// How many mails of an organization went out within a day, and how many of those came back for good.
package struct BounceCount: Equatable, Sendable {
    package let mails: Int
    package let bounced: Int
    /// Different addresses among those that came back.
    let addresses: Int

    /// Limit: from so many mails on, a share says something.
    private static let fewest = 20
    /// Limit: addresses. Reports are believed though whoever has a mail could write one, so one person's stop nobody else's.
    private static let fewestAddresses = 3
    /// The part of all that is too much is one in five, and more.
    private static let part = 5

    /// The rule: more than one in five mails came back, from several people.
    var isTooMany: Bool {
        mails >= Self.fewest && addresses >= Self.fewestAddresses && bounced * Self.part > mails
    }
}

extension Notice {
    /// Whether it goes even while mails are stopped: a code or link that somebody asked for just now and that ends within
    /// minutes, and the word that they are stopped.
    var passesStop: Bool {
        switch self {
        case .signIn, .item(.account(.login)), .item(.document(.signingCode)), .item(.staff(.sendingStopped)): true
        default: false
        }
    }
}

/// An organization whose mails are stopped, for the shell and the log.
package struct StoppedOrganization: Equatable, Sendable {
    package let slug: String
    package let stop: SendingStop
    /// Mails that wait until it is resumed.
    package let waiting: Int
}

extension Portal {
    /// The organizations whose mails are stopped.
    package func stoppedOrganizations() throws -> [StoppedOrganization] {
        try database.read { try SendingStopRecord.all(in: $0) }
    }
}
