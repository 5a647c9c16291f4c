import Foundation
import MailFormat
import Testing

@testable import DevelopersMailbox
@testable import PortalCore
@testable import PosternTool

/// Every page that there is, after the whole story was played: by the links of the pages, and of the mails.
extension BrowserTests {
    @Test("each page fits a phone and a desktop, and everybody can use it", .timeLimit(.minutes(10)))
    func everyPage() async throws {
        try await LocalPortal.run { local in
            try await local.playStory()
            try await WebDriver.running { browser in
                for (index, desired) in local.ground.portalSettings.desired.organizations.enumerated() {
                    let owner = index == 0 ? desired.people.first { $0.role == .owner }?.address : nil
                    for person in [desired.invitations.first, owner].compactMap({ $0 }) {
                        var walk = Walk(
                            browser: browser, local: local, desired: desired, person: person,
                            most: index == 0 ? 2 : 1)
                        try await walk.signIn()
                        try await walk.everywhere()
                        try await walk.throughDoors()
                    }
                }
            }
        }
    }
}

/// One person, going everywhere that a link leads.
private struct Walk {
    let browser: WebDriver
    let local: LocalPortal
    let organization: OrganizationSettings
    let person: EmailAddress
    private var seen: [String: Int] = [:]
    private var visited: Set<Substring> = []
    /// Pages of one kind that are looked at.
    private let most: Int
    /// In which this person reads.
    private let language: String

    init(
        browser: WebDriver, local: LocalPortal, desired: DesiredOrganization, person: EmailAddress, most: Int
    ) {
        self.browser = browser
        self.local = local
        organization = desired.settings
        language = desired.people.first { $0.address == person }?.locale ?? desired.settings.locale
        self.person = person
        self.most = most
    }

    func signIn() async throws {
        let before = local.mailbox.inbox(of: person).count
        try await browser.screen(1200, 900)
        try await browser.go(to: "\(local.site)/\(organization.slug)/sign-in")
        try await browser.forget()
        try await browser.go(to: "\(local.site)/\(organization.slug)/sign-in")
        try await browser.type(person.text, into: "input[type=email]")
        try await browser.click("main form button")
        let mail = try await wait(for: "the link for \(person)") {
            let inbox = local.mailbox.inbox(of: person)
            return inbox.count > before ? inbox.first { $0.links(to: "\(local.site)/s/").first != nil } : nil
        }
        try await browser.go(to: try #require(mail.links(to: "\(local.site)/s/").first))
        if try await browser.run("return document.querySelectorAll('main form button').length") as? Int == 1 {
            try await browser.click("main form button")
        }
    }

    mutating func everywhere() async throws {
        var ahead = ["\(local.site)/\(organization.slug)"]
        while let url = ahead.popLast() {
            guard let name = isNew(url) else { continue }
            guard !url.hasSuffix("/view") else {
                try await browser.screen(1200, 900)
                try await browser.holdDocument(name, at: url)
                continue
            }
            try await look(name, at: url, in: [language])
            let links = try await browser.run("return [...document.querySelectorAll('a[href]')].map(a => a.href)")
            ahead += (links as? [String] ?? []).filter(isPage).reversed()
        }
        #expect(seen.count > 3, "\(person) saw only \(seen.keys.sorted())")
    }

    /// The doors in the mails: looking opens none.
    mutating func throughDoors() async throws {
        let (mails, start) = (local.mailbox.sent.all(), "\(local.site)/")
        for door in ["i", "l", "c", "u", "m", "r", "d"] {
            let links = mails.lazy.flatMap { $0.links(to: start + door + "/") }
            guard let url = links.first, let name = isNew(url) else { continue }
            try await look(name, at: url, in: ["en", "de", "fr"])
        }
    }

    private mutating func isNew(_ url: String) -> String? {
        let path = url.dropFirst(local.site.count + 1).prefix { $0 != "?" && $0 != "#" }
        let words = path.split(separator: "/").map { Int($0) != nil ? "N" : $0.count > 40 ? "SECRET" : String($0) }
        let kind = words.joined(separator: "-")
        guard seen[kind, default: 0] < most, visited.insert(path).inserted else { return nil }
        seen[kind, default: 0] += 1
        return "\(organization.slug)-\(person.text.prefix { $0 != "@" })-\(kind)-\(seen[kind, default: 0])"
    }

    /// Links that lead to a page of this organization, and not to a file.
    private func isPage(_ url: String) -> Bool {
        let files = [
            "/files/", "/file", "/logo", "/sign-out", "/calendar", "/staff/guests/", ".pdf", ".ics", ".svg", ".jpg",
            ".png", "/pictures/",
        ]
        let start = "\(local.site)/\(organization.slug)"
        return (url == start || url.hasPrefix(start + "/")) && !files.contains { url.contains($0) }
    }

    private func look(_ name: String, at url: String, in languages: Set<String>) async throws {
        for (size, width, height, dark) in [("phone", 390, 844, false), ("desktop", 1200, 900, true)] {
            try await browser.screen(width, height, dark: dark)
            try await browser.go(to: url)
            try await browser.hold("\(name)-\(size)", in: languages)
        }
    }
}

extension StoredMail {
    /// The addresses in its text that begin so.
    fileprivate func links(to start: String) -> [String] {
        let text = message.readableText ?? ""
        return text.ranges(of: start).map { String(text[$0.lowerBound...].prefix { !$0.isWhitespace }) }
    }
}
