import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// The pages of menus and itineraries.
struct ExhibitTests {
    static func exhibit(_ name: String, _ title: String, _ content: ExhibitContent) -> Command {
        .setItem(
            .exhibit(
                ExhibitSettings(
                    project: "film", name: name, title: title, details: "For the evening at the harbor.",
                    content: content)),
            organization: "acme")
    }

    static func menu(_ dish: String) -> Command {
        exhibit(
            "dinner", "Dinner",
            .menu(
                Menu(sections: [
                    .init(
                        title: "First", dishes: [.init(name: dish, details: "Cod & fennel.", marks: ["warm", "fish"])])
                ])))
    }

    static let day = exhibit(
        "day", "The “day”",
        .itinerary(
            Itinerary(entries: [
                .init(
                    start: LocalTime("2026-05-04T18:00")!, end: LocalTime("2026-05-04T19:30")!, title: "Dinner",
                    place: "The barn", note: "Bring a coat."),
                .init(start: LocalTime("2026-05-05T10:00")!, end: nil, title: "Breakfast", place: "", note: ""),
            ])))

    @Test("a menu is shown in its versions, and answered")
    func menu() async throws {
        let world = try await World.acme()
        try await world.order(Self.menu("Fish <soup>"))
        try await world.order(Self.menu("Pea soup"))
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            #expect(try await dana.get("/acme/projects/1").text.contains("/acme/projects/1/menus"))
            let page = try await dana.get("/acme/projects/1/menus")
            let path = "/acme/projects/1/menus/1/comment"
            let reply = try await dana.post(
                path, fields: ["form": page.token(for: path), "text": "Less salt, please."], files: [])
            #expect(reply.header("Location") == "/acme/projects/1/menus/1#newest")
            try expectGolden(try await dana.get("/acme/projects/1/menus/1").golden(port: port), "menu.http")
            let old = try await dana.get("/acme/projects/1/menus/1/version-1")
            #expect(old.text.contains("Fish &lt;soup&gt;") && old.text.contains(">the newest</a>"))
            let project = try await dana.get("/acme/projects/1").text
            #expect(project.contains("Less salt, please.") && project.contains(">Dinner</a>"))
            for path in ["version-3", "version-0", "version-x", "calendar", "nothing"] {
                #expect(try await dana.get("/acme/projects/1/menus/1/\(path)").status == 404)
            }
            #expect(try await dana.get("/acme/projects/1/itineraries/1").status == 404)
            let empty = try await dana.post(path, ["form": page.token(for: path), "text": " "])
            #expect(empty.status == 422)
        }
    }

    @Test("an itinerary is a timeline, and a calendar file for whom it is for")
    func itinerary() async throws {
        let world = try await World.acme()
        try await world.order(Self.day)
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let page = try await dana.get("/acme/projects/1/itineraries")
            try expectGolden(page.golden(port: port), "itinerary.http")
            let file = try await dana.get("/acme/projects/1/itineraries/1/calendar")
            try expectGolden(file.golden(port: port), "itinerary-calendar.http")
            let lee = Browser(port: port)
            try await lee.enter(world, as: .lee)
            let nothing = try await lee.get("/acme/projects/99/itineraries/1/calendar").withoutDate
            #expect(try await lee.get("/acme/projects/1/itineraries/1/calendar").withoutDate == nothing)
            #expect(try await lee.get("/acme/projects/1/itineraries/1").withoutDate == nothing)
        }
    }

    @Test("several of a kind are listed, none is said to be none")
    func shelf() async throws {
        let world = try await World.acme()
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            #expect(try await dana.get("/acme/projects/1/menus").text.contains("There is nothing here yet."))
            try await world.order(Self.menu("Soup"), Self.exhibit("lunch", "Lunch", .menu(Menu(sections: []))))
            try expectGolden(try await dana.get("/acme/projects/1/menus").golden(port: port), "menus.http")
        }
    }
}
