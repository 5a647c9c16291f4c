import Foundation
import Glibc
import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// The FL rows: what people bring and take. Names and types of downloads have their tables in `FileTests`.
struct FileCases {
    private static let path = "/acme/projects/1/messages"

    private func writing(
        _ settings: WebSettings = WebSettings(port: 0), limits: PortalLimits = PortalLimits(),
        _ body: (_ world: World, _ browser: Browser) async throws -> Void
    ) async throws {
        let world = try await World.acme(limits: limits)
        try await serving(world, settings: settings) { port in
            let browser = Browser(port: port)
            try await browser.enter(world, as: .dana)
            try await body(world, browser)
        }
    }

    @Test(
        "FL-01 FL-03 FL-04: whatever a file is called or says it is, it lies under its digest and comes as a download",
        arguments: [
            "../../etc/cron.d/x", "..%2f..%2fx", "..\\..\\x", "/abs", "C:\\x", String(repeating: "n", count: 300),
            "a\u{7}b",
            "invoice\u{202E}fdp.exe", "x.svg", "x.html", "x.xhtml", "x.mht", "x.pht", "picture.png", ".htaccess", "..",
        ])
    func names(name: String) async throws {
        try await writing { world, browser in
            let token = try await browser.get("/acme/projects/1").token(for: Self.path)
            let bytes = Array("<script>alert(1)</script> \(name)".utf8)
            let sent = try await browser.post(Self.path, fields: ["form": token, "text": ""], files: [(name, bytes)])
            #expect(sent.status == 303)
            let digest = ContentDigest(of: bytes).description
            #expect(try world.filesOnDisk().contains("\(digest.prefix(2))/\(digest)"))
            #expect(try world.filesOnDisk().allSatisfy { $0.allSatisfy { $0.isHexDigit || $0 == "/" } })
            let reply = try await browser.get("/acme/files/5")
            #expect(reply.body == bytes)
            #expect(reply.header("Content-Type") == "application/octet-stream")
            let disposition = try #require(reply.header("Content-Disposition"))
            #expect(disposition.hasPrefix("attachment; filename=\"") && disposition.utf8.count < 1000)
            #expect(!disposition.contains("..") || name == "..%2f..%2fx")
            #expect(reply.header("Content-Security-Policy")?.contains("sandbox") == true)
        }
    }

    @Test("FL-08: an organization's files end at its limit, with a word, and another's do not")
    func quota() async throws {
        try await writing(limits: PortalLimits(files: 250_000)) { world, browser in
            let bytes = [UInt8](repeating: 1, count: 100_000)
            for status in [303, 303, 422] {
                let page = try await browser.get("/acme/projects/1")
                let reply = try await browser.post(
                    Self.path, fields: ["form": page.token(for: Self.path), "text": "kept words"], files: [("a", bytes)]
                )
                #expect(reply.status == status)
                #expect(
                    status == 303
                        || reply.text.contains("There is no room") && reply.text.contains("kept words</textarea>"))
            }
            let text = try await browser.get("/acme/projects/1").token(for: Self.path)
            #expect(try await browser.post(Self.path, ["form": text, "text": "no file"]).status == 303)
            let other = Browser(port: browser.port)
            try await other.enter(world, as: .dana, at: "beta")
            let path = "/beta/projects/3/messages"
            let token = try await other.get("/beta/projects/3").token(for: path)
            #expect(
                try await other.post(path, fields: ["form": token, "text": ""], files: [("a", bytes)]).status == 303)
        }
    }

    @Test("FL-12: a client's file that runs is for its sender and the staff, until they release it")
    func programs() async throws {
        try await writing { world, dana in
            let film = try #require(
                try world.portal.currentPortal().organizations.first?.projects.first { $0.name == "film" })
            var shared = film
            shared.people.append(.lee)
            try await world.order(.setProject(shared, organization: "acme"))
            let token = try await dana.get("/acme/projects/1").token(for: Self.path)
            let files = [("fonts.exe", Array("MZ".utf8)), ("notes.txt", Array("#!/bin/sh".utf8)), ("a.pdf", [1])]
            _ = try await dana.post(Self.path, fields: ["form": token, "text": "Here"], files: files)
            let (lee, ana) = (Browser(port: dana.port), Browser(port: dana.port))
            try await lee.enter(world, as: .lee)
            try await ana.signIn(world, as: .ana)
            for (browser, statuses) in [(dana, [200, 200, 200]), (lee, [404, 404, 200]), (ana, [200, 200, 200])] {
                for (number, status) in statuses.enumerated() {
                    #expect(try await browser.get("/acme/files/\(5 + number)").status == status)
                }
            }
            #expect(try await lee.get("/acme/projects/1").text.contains("fonts.exe <span"))
            #expect(try await dana.get("/acme/projects/1").text.contains("kept back from others"))
            let staff = try await ana.get("/acme/staff")
            #expect(staff.text.contains("Files that can run programs"))
            let release = "/acme/staff/files/5/release"
            #expect(try await lee.post(release, ["form": "x"]).status == 404)
            #expect(try await ana.post(release, ["form": staff.token(for: release)]).status == 303)
            #expect(try await lee.get("/acme/files/5").status == 200)
            #expect(try await lee.get("/acme/files/6").status == 404)
            #expect(try await ana.get("/acme/projects/1").text.contains("can run programs"))
        }
    }

    @Test("FL-10: the folder's files are for this user alone, and nothing planted there is followed")
    func permissions() async throws {
        let mask = umask(0)
        defer { umask(mask) }
        try await writing { world, browser in
            let target = world.folder + "-outside"
            try Data("outside".utf8).write(to: URL(fileURLWithPath: target))
            defer { try? FileManager.default.removeItem(atPath: target) }
            let bytes = Array("the very bytes".utf8)
            let digest = ContentDigest(of: bytes).description
            let folder = "\(world.folder)/\(digest.prefix(2))"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(digest)", withDestinationPath: target)
            let token = try await browser.get("/acme/projects/1").token(for: Self.path)
            _ = try await browser.post(Self.path, fields: ["form": token, "text": ""], files: [("a", bytes)])
            #expect(try await browser.get("/acme/files/5").body == bytes)
            #expect(try String(contentsOfFile: target, encoding: .utf8) == "outside")
            for name in try FileManager.default.subpathsOfDirectory(atPath: world.folder) {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(world.folder)/\(name)")
                let mode = try #require(attributes[.posixPermissions] as? Int)
                #expect(mode & 0o077 == 0, "\(name)")
            }
        }
    }

    @Test("FL-09: bombs are bytes like any others: kept, not opened")
    func bombs() async throws {
        try await writing { _, browser in
            let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
            let files = [
                ("huge.png", header + [0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50, 8, 6, 0, 0, 0]),
                ("slip.zip", Array("PK\u{3}\u{4}../../etc/passwd".utf8)),
            ]
            let token = try await browser.get("/acme/projects/1").token(for: Self.path)
            _ = try await browser.post(Self.path, fields: ["form": token, "text": ""], files: files)
            for (number, file) in files.enumerated() {
                #expect(try await browser.get("/acme/files/\(5 + number)").body == file.1)
            }
        }
    }

    @Test("TK-20: a download stops in its middle when its link is revoked, and no request after that succeeds")
    func revokedMeanwhile() async throws {
        let world = try await World.acme()
        let large = try world.content("large", "video/mp4", [UInt8](repeating: 7, count: 64 << 20))
        try await world.order(
            .shareFile(SharedFileSettings(project: "film", visible: true, content: large), organization: "acme"))
        try await serving(world) { port in
            let browser = Browser(port: port)
            let (secret, id) = try await world.portalLink("own")
            let link = "/l/\(secret.text)"
            _ = try await browser.post(link, ["form": try await browser.get(link).token(for: link)])
            let cookie = "postern-acme=\(browser.cookies["postern-acme"]!)"
            let request =
                "GET /acme/files/5 HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\nConnection: close\r\n\r\n"
            async let received = browser.slowDownload(Array(request.utf8), perSecond: 8 << 20)
            try await Task.sleep(for: .milliseconds(700))
            try await world.order(.revokePortalLink(id!))
            for _ in 0..<100 {
                let status = try await browser.get("/acme/files/5").status
                #expect(status == 303)
            }
            let count = try await received
            #expect(count < 60 << 20, "\(count)")
        }
    }
}
