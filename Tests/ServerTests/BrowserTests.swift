import DevelopersMailbox
import Foundation
import Logging
import MailFormat
import ServiceLifecycle
import Testing

@testable import PortalCore
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
            try await look(name, at: "\(local.portal)\(path)")
        }
    }

    func writeMessage() async throws {
        try await browser.go(to: "\(local.portal)/projects/1")
        try await browser.type("The harbor photos are here.", into: "textarea")
        let photo = "\(local.root)/harbor.txt"
        try Data("a photo".utf8).write(to: URL(fileURLWithPath: photo))
        try await browser.type(photo, into: "input[type=file]")
        try await browser.click("form[action$='/messages'] button")
        try await read("The harbor photos are here.")
        try await read("harbor.txt")
        try await look("thread", at: "\(local.portal)/projects/1")
    }

    func decideOnThePage() async throws {
        try await browser.go(to: "\(local.portal)/deliverables/1")
        #expect(try await browser.run("return document.querySelectorAll('input:checked').length") as? Int == 0)
        try await browser.click("input[type=radio][value=approved]")
        try await browser.click("form[action$='/decision'] button")
        try await read("Approved")
        try await look("decided", at: "\(local.portal)/deliverables/1")
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
            try await browser.go(to: "\(local.portal)/deliverables/2")
            if try await browser.text().contains("please add a page about the small boats") { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the reply never showed on the page")
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
                try await check("\(name) on a \(size)")
                try await keepPicture("\(name)-\(size)-\(dark ? "dark" : "light")")
            }
        }
    }

    private func check(_ page: String) async throws {
        let wide = try await browser.run(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        #expect(wide as? Int == 0, "\(page) scrolls sideways")
        let headings = try await browser.run("return document.querySelectorAll('h1').length")
        #expect(headings as? Int == 1, "\(page) has not just one main heading")
        let unnamed = try await browser.run(
            """
            return [...document.querySelectorAll('input:not([type=hidden]), textarea, select')]
                .filter(field => field.labels.length === 0 && !field.ariaLabel).map(field => field.outerHTML).join(' ')
            """)
        #expect(unnamed as? String == "", "\(page) has fields without a label")
        let language = try await browser.run("return document.documentElement.lang")
        #expect(language as? String == "en", "\(page) does not say its language")
        let small = try await browser.run(
            """
            return [...document.querySelectorAll('button, .button')].filter(button => {
                const box = button.getBoundingClientRect(); return box.height > 0 && box.height < 32
            }).map(button => button.outerHTML).join(' ')
            """)
        #expect(small as? String == "", "\(page) has buttons too small for a thumb")
    }

    /// For people to look at, where `POSTERN_SCREENSHOTS` names a folder.
    private func keepPicture(_ name: String) async throws {
        let picture = try await browser.picture()
        #expect(picture.count > 5_000, "an empty picture of \(name)")
        guard let folder = ProcessInfo.processInfo.environment["POSTERN_SCREENSHOTS"] else { return }
        try picture.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    }
}

/// The example configuration in local mode, in this process and a temporary folder.
private struct LocalPortal {
    let root: String
    let ground: DemoGround
    let mailbox: DevelopersMailbox
    let client: EmailAddress

    var site: String { ground.settings.site.base }
    var portal: String { "\(site)/\(ground.portalSettings.desired.organizations[0].settings.slug)" }
    var mailboxAddress: String { ground.mailboxAddress }

    static func run(_ body: (LocalPortal) async throws -> Void) async throws {
        let root = NSTemporaryDirectory() + "postern-browser-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let ground = try DemoGround(
            Configuration(folder: "\(AcmeConfiguration.checkout)/config"), folder: root,
            port: DemoGround.freePort(), mailboxPort: DemoGround.freePort())
        let (portal, _) = try await ground.openedPortal()
        var logger = Logger(label: "test")
        logger.logLevel = .warning
        let mailbox = try ground.mailbox(logger: logger)
        let server = try Server(ground.settings, portal: portal, logger: logger)
        let (readiness, ready) = AsyncStream.makeStream(of: Void.self)
        let services = server.services(mailbox: mailbox) { _ in
            ready.yield()
        } whenMailboxReady: { _ in
            ready.yield()
        }
        async let served: Void = server.run(services)
        for await _ in readiness.prefix(2) {}
        let client = try #require(ground.portalSettings.desired.organizations[0].invitations.first)
        var fault: (any Error)?
        do {
            try await body(LocalPortal(root: root, ground: ground, mailbox: mailbox, client: client))
        } catch { fault = error }
        await services.triggerGracefulShutdown()
        try await served
        if let fault { throw fault }
    }
}
