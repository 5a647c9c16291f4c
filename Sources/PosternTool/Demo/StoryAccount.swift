import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Rows 46, 21, 13, 39, 48, 11 and 38: what people and staff ask by answering any mail.
    mutating func accountsAreAskedFor() async throws {
        let asked = try await wait("a mail that can be answered") {
            inbox(of: client).first { $0.subject.contains("Decision asked") }
        }
        try await statusIsAnsweredByNumber(asked)
        try await filesAreMailed(asked)
        _ = try await answer("LOGIN", to: asked, by: client, saying: "/s/")
        row(13, "LOGIN mails a link and a code, good in any browser.")
        _ = try await answer("MUTE", to: asked, by: client, saying: "Notifications are off")
        _ = try await answer("UNMUTE", to: asked, by: client, saying: "Notifications are on")
        row(39, "MUTE and UNMUTE turn news by mail off and on again.")
        _ = try await answer("ORGS", to: asked, by: client, saying: "\(site.dashboard(organization))/sign-in")
        row(48, "ORGS mails where the address has access.")
        try await staffAsk()
    }

    private mutating func statusIsAnsweredByNumber(_ asked: StoredMail) async throws {
        let status = try await answer("STATUS", to: asked, by: client, saying: "this is how")
        let prefix = "\(site.dashboard(organization))/deliverables/"
        guard let page = Self.link(in: status.message.readableText ?? "", containing: prefix) else {
            throw StoryFault("the status names no deliverable")
        }
        try reply(to: status, "APPROVE 1")
        try await waitForPage(page, showing: "Approved")
        row(46, "STATUS mails where the project stands; APPROVE 1, in answer to it, approves the first.")
    }

    private mutating func filesAreMailed(_ asked: StoredMail) async throws {
        let list = try await answer("FILES", to: asked, by: client, saying: "1. ")
        try reply(to: list, "GET 1")
        let given = try await wait("the files that were asked for") {
            inbox(of: client).first { $0.message.readableText?.contains("what you asked for") == true }
        }
        try expect(!given.message.files.isEmpty, "GET 1 attached nothing")
        row(21, "FILES mails the numbered list, GET 1 the file “\(given.message.files[0].name ?? "")”.")
    }

    private mutating func staffAsk() async throws {
        guard let notice = try news(containing: "take this back") else { throw StoryFault("no mail to staff") }
        _ = try await answer("CLIENTS", to: notice, by: notice.recipient, saying: client.text)
        row(11, "CLIENTS mails the staff who has access, and who was invited.")
        _ = try await answer("ACCESS", to: notice, by: notice.recipient, saying: "portal links")
        row(38, "ACCESS mails them how often each link was used.")
    }

    /// Answers a mail, and waits for what comes back.
    private mutating func answer(
        _ verb: String, to mail: StoredMail, by person: EmailAddress, saying words: String
    ) async throws -> StoredMail {
        let before = Set(inbox(of: person).map(\.id))
        try reply(to: mail, verb)
        return try await wait("the answer to \(verb)") {
            inbox(of: person).first {
                !before.contains($0.id) && $0.message.readableText?.contains(words) == true
            }
        }
    }
}
