import MailFormat

@testable import MailTransport

/// Tests that submit one mail to one recipient, and read what was logged.
protocol Submitting {
    var book: LogBook { get }
}

extension Submitting {
    var sender: EmailAddress { EmailAddress("portal@portal.test")! }
    var recipient: EmailAddress { EmailAddress("anna@client.test")! }
    var mail: [UInt8] { Array("Subject: hello\n\n.dot\nbye\n".utf8) }

    func submission(
        _ server: MailServer, connections: Int = 1, limit: Duration = .seconds(20)
    ) throws -> Submission {
        var timing = SubmissionTiming()
        timing.login = .seconds(20)
        timing.command = limit
        timing.dataStart = limit
        timing.finalDot = limit
        return try Submission(server, connections: connections, timing: timing, logger: book.logger)
    }
}
