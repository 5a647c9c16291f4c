import Foundation
import MailFormat
import PortalCore
import Testing

@testable import WebChannel

/// Serves every page with demonstration data, to be looked at in a browser:
/// `PREVIEW_PORT=8093 PREVIEW_SECONDS=300 swift test --filter Preview` prints the addresses.
struct PreviewTests {
    private static let environment = ProcessInfo.processInfo.environment

    @Test("every page can be looked at", .enabled(if: environment["PREVIEW_PORT"] != nil))
    func preview() async throws {
        let world = try await World.acme()
        let port = Int(Self.environment["PREVIEW_PORT"] ?? "") ?? 0
        try await serving(world, settings: WebSettings(port: port)) { port in
            for (name, path) in try await Self.pages(of: world, port: port) {
                Self.tell("PAGE \(name) http://127.0.0.1:\(port)\(path)")
            }
            let client = Browser(port: port)
            try await client.signIn(world, as: .dana)
            Self.tell("SESSION \(client.cookies["postern-acme"] ?? "")")
            try await Task.sleep(for: .seconds(Int(Self.environment["PREVIEW_SECONDS"] ?? "") ?? 60))
        }
    }

    private static func pages(of world: World, port: Int) async throws -> [(String, String)] {
        let dana = Browser(port: port)
        try await dana.enter(world, as: .dana)
        let confirmation = try await world.confirmation(of: DeliverableID(number: 1), version: 2)
        let (coded, _) = try await world.portalLink("phone", code: "123456")
        let (revoked, id) = try await world.portalLink("old")
        try await world.order(.revokePortalLink(id!))
        let invitation = try await world.invitation(of: .dana, to: "beta")
        let ana = Browser(port: port)
        try await ana.signIn(world, as: .ana)
        try await say(
            "Dear Dana,\n\nthe second cut is up. The fog stays until 0:40 now, and the music comes in later.", ana)
        world.pass(.hours(2))
        try await say("Lovely! Could the ferry be a little longer in the picture? Here is a photo.", dana)
        let poster = "/acme/deliverables/2"
        let form = try await dana.get(poster)
        _ = try await dana.post(
            "\(poster)/decision",
            ["form": form.token(for: "\(poster)/decision"), "version": "1", "decision": "approved", "comment": ""])
        return [
            ("invitation", "/i/\(invitation.text)"), ("portal-link", "/l/\(coded.text)"),
            ("revoked", "/l/\(revoked.text)"), ("confirmation", "/c/\(confirmation.text)"),
            ("sign-in", "/beta/sign-in"), ("code", "/beta/sign-in/code"), ("dashboard", "/acme"),
            ("project", "/acme/projects/1"), ("deliverable", "/acme/deliverables/1"),
            ("decided", "/acme/deliverables/2"), ("nothing", "/acme/projects/99"), ("home", "/"),
        ]
    }

    /// At once: what is printed may wait until the end.
    private static func tell(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

    private static func say(_ text: String, _ browser: Browser) async throws {
        let page = try await browser.get("/acme/projects/1")
        _ = try await browser.post(
            "/acme/projects/1/messages",
            fields: ["form": page.token(for: "/acme/projects/1/messages"), "text": text],
            files: [("ferry at dawn.jpg", [UInt8](repeating: 1, count: 1_234_000))])
    }
}
