import Foundation
import MailFormat

@testable import PortalCore
@testable import WebChannel

extension Browser {
    /// Asks for a sign-in mail in this browser, and gives the path of its link.
    func askedLink(_ world: World, as address: EmailAddress = .ana) async throws -> String {
        let page = try await get("/acme/sign-in")
        _ = try await post("/acme/sign-in", ["form": page.token(for: "/acme/sign-in"), "email": address.text])
        let mail = try await world.signInMail()
        world.remember(code: mail.code.digits)
        return "/s/\(mail.link.text)"
    }
}

extension World {
    /// Waits until what comes after the answers is done.
    func errandsDone() async throws {
        var seen = -1
        while true {
            let count = try portal.history(newest: 100_000).count
            if count == seen { return }
            seen = count
            try await Task.sleep(for: .milliseconds(150))
        }
    }

    /// Wrong codes that the database has counted.
    func attemptsWeighed() throws -> Int {
        try portal.database.read { connection in
            try connection.first("SELECT max(attempts) FROM sign_ins", []) { try $0.number(0) } ?? 0
        }
    }

    /// Dana's page of confirmation about the first cut.
    func confirmationOfCut() async throws -> Secret {
        try await order(.setPerson(World.person(.dana, "Dana Client", .client), organization: "acme"))
        return try await confirmation(of: DeliverableID(number: 1), version: 2)
    }
}
