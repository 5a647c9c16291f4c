import DevelopersMailbox
import Foundation
import MailFormat
import Testing

@testable import PosternTool

/// The pages in a real browser, on a phone and on a desktop, light and dark; and the mailbox that local mode shows.
@Suite("In a browser", .serialized)
struct BrowserTests {
    @Test("a client accepts, looks around, writes, and decides by page and by reply", .timeLimit(.minutes(3)))
    func mainJob() async throws {
        try await LocalPortal.run { local in
            try await WebDriver.running { browser in
                let visit = Visit(browser: browser, local: local)
                try await visit.acceptInvitation()
                try await visit.lookAround()
                try await visit.writeMessage()
                try await visit.decideOnThePage()
                try await visit.decideByReply()
                try await visit.seeMailsArrive()
            }
        }
    }
}

private struct Visit {
    let browser: WebDriver
    let local: LocalPortal

    func acceptInvitation() async throws {
        let mail = try await wait(for: "the invitation") { local.mailbox.inbox(of: local.client).last }
        let text = try #require(mail.message.readableText)
        let start = try #require(text.firstRange(of: "\(local.site)/i/")).lowerBound
        try await look("invitation", at: String(text[start...].prefix { !$0.isWhitespace }))
        try await browser.click("main form button")
        try await read("Needs you")
    }

    func lookAround() async throws {
        for (name, path) in [("dashboard", ""), ("project", "/projects/1"), ("deliverable", "/deliverables/1")] {
            try await look(name, at: "\(local.address)\(path)")
        }
    }

    func writeMessage() async throws {
        try await browser.go(to: "\(local.address)/projects/1")
        try await browser.type("The harbor photos are here.", into: "textarea")
        let photo = "\(local.root)/harbor.txt"
        try Data("a photo".utf8).write(to: URL(fileURLWithPath: photo))
        try await browser.type(photo, into: "input[type=file]")
        try await browser.click("form[action$='/messages'] button")
        try await read("The harbor photos are here.")
        try await read("harbor.txt")
        try await look("thread", at: "\(local.address)/projects/1")
    }

    func decideOnThePage() async throws {
        try await browser.go(to: "\(local.address)/deliverables/1")
        #expect(try await browser.run("return document.querySelectorAll('input:checked').length") as? Int == 0)
        try await browser.click("input[type=radio][value=approved]")
        try await browser.click("form[action$='/decision'] button")
        try await read("Approved")
        try await look("decided", at: "\(local.address)/deliverables/1")
    }

    func decideByReply() async throws {
        let mail = try await wait(for: "the mail that asks") {
            local.mailbox.inbox(of: local.client).first { $0.message.readableText?.contains("/deliverables/2") == true }
        }
        try await look("mailbox", at: local.mailboxAddress)
        try await look("mail", at: "\(local.mailboxAddress)/mail/\(mail.id)")
        try await browser.go(to: "\(local.mailboxAddress)/mail/\(mail.id)/reply")
        try await browser.type("REVISE: please add a page about the small boats", into: "textarea[name=text]")
        try await browser.click("form[action$='/reply'] button")
        for _ in 0..<100 {
            try await browser.go(to: "\(local.address)/deliverables/2")
            if try await browser.text().contains("please add a page about the small boats") { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the reply never showed on the page")
    }

    /// The list of mails shows what arrives without being loaded again.
    func seeMailsArrive() async throws {
        try await browser.go(to: local.mailboxAddress)
        try local.mailbox.reply(to: try #require(local.mailbox.inbox(of: local.client).first), text: "LIST")
        let shown = "return document.querySelectorAll('.entry').length"
        let before = try #require(try await browser.run(shown) as? Int)
        for _ in 0..<100 {
            if try #require(try await browser.run(shown) as? Int) > before { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("the list never showed the answer")
    }

    /// Waits until the page says something; a form's answer may take a moment.
    private func read(_ words: String) async throws {
        for _ in 0..<100 {
            if try await browser.text().contains(words) { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the page does not say “\(words)”: \(try await browser.text())")
    }

    /// Opens a page in both sizes and both color schemes, and holds it to what every page must be.
    private func look(_ name: String, at url: String) async throws {
        for (size, width, height) in [("phone", 390, 844), ("desktop", 1200, 900)] {
            for dark in [false, true] {
                try await browser.screen(width, height, dark: dark)
                try await browser.go(to: url)
                try await browser.hold("\(name)-\(size)-\(dark ? "dark" : "light")")
            }
        }
    }
}
