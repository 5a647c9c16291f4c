import MailFormat
import PortalCore
import TestGround
import Testing

@testable import WebChannel

/// A floor plan's page: looked at by all, changed by a plain form.
struct FloorPlanPageTests {
    private static let page = "/acme/projects/1/floorplans/1"
    private static let plan = ExhibitTests.exhibit(
        "hall", "The hall",
        .floorPlan(
            FloorPlan(
                width: 1000, height: 800,
                pieces: [
                    .init(shape: .round, text: "<1>", seats: 8, x: 200, y: 300, rotation: 0),
                    .init(shape: .label, text: "Stage", seats: 0, x: 500, y: 60, rotation: 0),
                ])))

    private func world(_ use: FloorPlanUse) async throws -> World {
        let world = try await World.acme()
        var acme = World.organization("acme", "Acme Studio", color: "#0a6b57")
        acme.floorPlans = use
        try await world.order(.setOrganization(acme), Self.plan)
        return world
    }

    @Test("clients who may only look see no form and no script")
    func view() async throws {
        let world = try await world(.view)
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let page = try await dana.get(Self.page)
            try expectGolden(page.golden(port: port), "floorplan-view.http")
            #expect(
                !page.text.contains("<script")
                    && page.header("Content-Security-Policy")?.contains("script-src") == false)
        }
    }

    @Test(
        "whoever may change it moves, adds and removes, each time as a version, with the script of our own origin alone"
    )
    func edit() async throws {
        let world = try await world(.edit)
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let page = try await dana.get(Self.page)
            try expectGolden(page.golden(port: port), "floorplan.http")
            #expect(page.header("Content-Security-Policy")?.hasSuffix("; script-src 'self'") == true)
            let script = try await dana.get("\(Self.page)/script")
            #expect(
                script.header("Content-Type") == "text/javascript; charset=utf-8" && script.text.contains("pointerdown")
            )
            let path = "\(Self.page)/arrange"
            let form = { (x: String) -> KeyValuePairs<String, String> in
                [
                    "form": page.token(for: path), "version": "1", "shape-1": "long", "text-1": "One", "seats-1": "4",
                    "x-1": "250", "y-1": "350", "rotation-1": "90", "shape-2": "label", "text-2": "Stage",
                    "seats-2": "0", "x-2": "500", "y-2": "60", "rotation-2": "0", "remove-2": "yes",
                    "shape-new": "round", "text-new": "Two", "seats-new": "6", "x-new": x, "y-new": "100",
                    "rotation-new": "0",
                ]
            }
            let refused = try await dana.post(path, form("5000"))
            #expect(
                refused.status == 422 && refused.text.contains("Piece 2 does not fit") && refused.text.contains("5000"))
            #expect(try await dana.post(path, form("700")).header("Location") == Self.page)
            try expectGolden(try await dana.get(Self.page).golden(port: port), "floorplan-after.http")
            let stale = try await dana.post(path, form("800"))
            #expect(stale.status == 422, "on top of an older version nothing is saved")
            #expect(stale.text.contains("Nothing was changed: version 2 has arrived meanwhile."))
            let lee = Browser(port: port)
            try await lee.enter(world, as: .lee)
            for act in ["script", "drawing-1", "version-1"] {
                #expect(try await lee.get("\(Self.page)/\(act)").status == 404)
            }
        }
    }

    @Test(
        "whatever stands where a number should is refused on a page of usual size, and the portal lives",
        arguments: ["seats", "x", "y", "rotation"], ["-3", "abc", "999999", "99999999999999999999", "1.5", "٣"])
    func numbers(field: String, typed: String) async throws {
        let world = try await world(.edit)
        try await serving(world) { port in
            let dana = Browser(port: port)
            try await dana.enter(world, as: .dana)
            let path = "\(Self.page)/arrange"
            let typed = { (name: String, usual: String) in field == name ? typed : usual }
            let answer = try await dana.post(
                path,
                [
                    "form": try await dana.get(Self.page).token(for: path), "version": "1", "shape-1": "round",
                    "text-1": "One", "seats-1": typed("seats", "4"), "x-1": typed("x", "250"),
                    "y-1": typed("y", "350"), "rotation-1": typed("rotation", "90"),
                ])
            #expect(answer.status == 422)
            #expect(answer.body.count < 100_000)
            #expect(try await dana.get(Self.page).status == 200)
        }
    }
}
