import PortalCore

/// Whether mails go out of every organization.
enum SendingCheck {
    private static let subject = "sending"

    /// - Parameter stopped: the organizations whose mails are stopped.
    static func findings(_ stopped: [StoppedOrganization]) -> [Finding] {
        guard !stopped.isEmpty else { return [.fine(subject, "no organization's mails are stopped")] }
        return stopped.map { one in
            .fault(
                subject, one.line,
                "put right the addresses of the mails that failed (`postern outbox`), then `postern outbox resume \(one.slug)`"
            )
        }
    }
}
