import PortalCore
import Testing

@testable import WebChannel

/// Every route of `Routes.swift`: how its path is made. A route without a row here fails the test below.
enum RouteTable {
    /// Routes behind an organization's slug that name an object by its number.
    static let numbered: [String: Path] = objects.merging(tools) { first, _ in first }
        .merging(organizationTools) { first, _ in first }
        .merging(staff) { first, _ in first }
    typealias Path = @Sendable (_ slug: String, _ number: Int) -> String

    private static let objects: [String: Path] = [
        "project": { "/\($0)/projects/\($1)" }, "messages": { "/\($0)/projects/\($1)/messages" },
        "deliverable": { "/\($0)/deliverables/\($1)" }, "decision": { "/\($0)/deliverables/\($1)/decision" },
        "undo": { "/\($0)/deliverables/\($1)/undo" }, "file": { "/\($0)/files/\($1)" },
    ]
    /// The page of each tool in a project.
    private static let tools = Dictionary(
        uniqueKeysWithValues: ItemPages.tools.map { tool -> (String, Path) in
            ("tool \(tool.rawValue)", { "/\($0)/projects/\($1)/\(tool.rawValue)" })
        })
    /// The pages and forms of what belongs to an organization.
    private static let organizationTools: [String: Path] = [
        "organizationTool request": { "/\($0)/requests/\($1)" },
        "organizationTool remark": { "/\($0)/requests/\($1)/remark" },
        "organizationTool passenger": { "/\($0)/passengers/\($1)/remove" },
    ]
    /// What the staff have of people and links; of projects, deliverables and files.
    static let staff: [String: Path] = [
        "staff people": { "/\($0)/staff/people/\($1)/end" }, "staff links": { "/\($0)/staff/links/\($1)/notify" },
        "staff projects": { "/\($0)/staff/projects/\($1)" },
        "staff invoice": { "/\($0)/staff/projects/\($1)/invoice" },
        "staff draft of a deliverable": { "/\($0)/staff/projects/\($1)/deliverables" },
        "staff draft of a document": { "/\($0)/staff/projects/\($1)/documents" },
        "staff draft of a form": { "/\($0)/staff/projects/\($1)/forms" },
        "staff draft of a to-do": { "/\($0)/staff/projects/\($1)/todos" },
        "staff deliverables": { "/\($0)/staff/deliverables/\($1)/visible" },
        "staff release": { "/\($0)/staff/files/\($1)/release" }, "staff guests": { "/\($0)/staff/guests/\($1)" },
        "staff files": { "/\($0)/staff/files/\($1)/visible" },
        "staff invitations": { "/\($0)/staff/invitations/\($1)" },
    ]
    /// Routes behind an organization's slug that are one each.
    static let rooms: [String: @Sendable (_ slug: String) -> String] = [
        "dashboard": { "/\($0)" }, "signIn": { "/\($0)/sign-in" }, "signInCode": { "/\($0)/sign-in/code" },
        "signOut": { "/\($0)/sign-out" }, "logo": { "/\($0)/logo" },
        "notifications": { "/\($0)/notifications" }, "staff": { "/\($0)/staff" },
        "staff people": { "/\($0)/staff/people" }, "staff links": { "/\($0)/staff/links" },
        "staff history": { "/\($0)/staff/history" }, "staff resume": { "/\($0)/staff/resume" },
        "style": { "/\($0)/style-0123456789abcdef.css" }, "paymentHook": { "/hooks/payments/\($0)" },
        "organizationTool requests": { "/\($0)/requests" },
        "organizationTool passengers": { "/\($0)/passengers" },
    ]
    /// Doors, which name their object by a secret.
    static let doors: [String: @Sendable (_ secret: String) -> String] = [
        "invitation": { "/i/\($0)" }, "portalLink": { "/l/\($0)" }, "signInLink": { "/s/\($0)" },
        "confirmation": { "/c/\($0)" }, "undoLink": { "/u/\($0)" },
        "muteLink": { "/m/\($0)" }, "guestLink": { "/r/\($0)" },
        "signing": { "/d/\($0)" }, "signingFile": { "/d/\($0)/file" }, "signingView": { "/d/\($0)/view" },
    ]
    /// Pages that are about nobody.
    static let open = ["home": "/", "health": "/healthz"]

    /// The names of the routes as the code has them.
    static func inTheCode() throws -> Set<String> {
        let source = try SourceText.file("Sources/WebChannel/Routes.swift")
        return Set(source.matches(of: /case \.(\w+)/).map { String($0.1) }).subtracting(["organization"])
    }
}

struct RouteTableTests {
    @Test("every route of the code has its row, and every row its route")
    func complete() throws {
        let rows = [
            Set(RouteTable.numbered.keys.map(word)), Set(RouteTable.rooms.keys.map(word)),
            Set(RouteTable.doors.keys),
            Set(RouteTable.open.keys),
        ]
        #expect(try RouteTable.inTheCode() == rows.reduce([]) { $0.union($1) })
    }

    /// `tool todos` and its like are one route.
    private func word(_ name: String) -> String { String(name.prefix { $0 != " " }) }
}
