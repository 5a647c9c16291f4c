import PortalCore
import Testing

@testable import WebChannel

struct PlaceTests {
    private static let secret = String(repeating: "a", count: 52)

    @Test(
        "what is not plainly a path of ours names nothing",
        arguments: [
            "", "acme", "//", "/../", "/acme/../beta", "/%61cme", "/acme%2fprojects", "/acme/projects/0",
            "/acme/projects/01", "/acme/projects/-1", "/acme/projects/1/", "/acme/projects/99999999999999999999",
            "/acme/", "/a", "/acme/sign-in/codes", "/i/", "/i/short", "/x/" + secret, "/i/" + secret + "a",
            "/i/" + secret + "/", "/acme\\projects", "/acme/projects/1/messages/2", "/\u{301}", "/acmé",
            "http://attack.test/", "/acme/files/1.5", "/style-.css", "/acme\u{0}",
        ])
    func nothing(target: String) {
        #expect(Place(target: target) == nil)
    }

    @Test("paths of the core are places", arguments: [Int64(1), 42, .max])
    func paths(number: Int64) {
        func room(_ path: String) -> Place.Room? {
            guard case .organization("acme", let room)? = Place(target: path) else { return nil }
            return room
        }
        let (project, item, file) = (ProjectID(number: number), DeliverableID(number: number), FileID(number: number))
        #expect(room(SitePath.dashboard("acme")) == .dashboard)
        #expect(room(SitePath.signIn("acme")) == .signIn)
        #expect(room(SitePath.signInCode("acme")) == .signInCode)
        #expect(room(SitePath.signOut("acme")) == .signOut)
        #expect(room(SitePath.logo("acme")) == .logo)
        #expect(room(SitePath.project(project, "acme")) == .project(project))
        #expect(room(SitePath.messages(project, "acme")) == .messages(project))
        #expect(room(SitePath.deliverable(item, "acme")) == .deliverable(item))
        #expect(room(SitePath.decision(item, "acme")) == .decision(item))
        #expect(room(SitePath.file(file, "acme") + "?any=thing") == .file(file))
        #expect(room(SitePath.staff("acme")) == .staff(Place.StaffPlace()))
        #expect(room(SitePath.staff("acme", "people")) == .staff(Place.StaffPlace(page: "people")))
        #expect(
            room(SitePath.staff("acme", "history/\(number)"))
                == .staff(Place.StaffPlace(page: "history", thing: number)))
        #expect(
            room(SitePath.staff("acme", "links/\(number)/revoke"))
                == .staff(Place.StaffPlace(page: "links", thing: number, act: "revoke")))
        let secret = Secret(wire: Self.secret)!
        #expect(Place(target: SitePath.invitation(secret)) == .invitation(secret))
        #expect(Place(target: SitePath.portalLink(secret)) == .portalLink(secret))
        #expect(Place(target: SitePath.signInLink(secret)) == .signInLink(secret))
        #expect(Place(target: SitePath.confirmation(secret)) == .confirmation(secret))
        #expect(Place(target: Stylesheet.plain.path) == .style(version: Stylesheet.plain.version))
    }
}
