import MailFormat
import Testing

@testable import PortalCore

/// Requests: who may do what with them, what happens by itself, and who is told.
struct RequestTests {
    private static func person(_ number: Int64, _ role: Person.Role) -> Person {
        Person(
            id: PersonID(number: number), organization: OrganizationID(number: 1), address: .dana, name: "Somebody",
            role: role, locale: nil, notified: true, access: .active, hasOpenLink: false, hasNotifiedLink: false)
    }

    private static func request(_ state: Request.State) -> Request {
        Request(
            id: RequestID(number: 1), organization: OrganizationID(number: 1), client: PersonID(number: 1),
            clientName: "Dana", project: nil, projectTitle: nil, text: "\nA trip\nto Oslo", verified: true,
            at: Moment(milliseconds: 0), state: state, assignee: PersonID(number: 2), assigneeName: "Ana")
    }

    private static let states: [(String, Request.State)] = [
        ("pending", .pending), ("confirmed", .confirmed(at: Moment(milliseconds: 1), by: "Ana")),
        ("declined", .declined(at: Moment(milliseconds: 1), by: "Ana", reason: "")),
    ]

    @Test("follow one table of state, command and role")
    func table() {
        var lines: [String] = []
        for (name, state) in Self.states {
            for role in [Person.Role.client, .member, .owner] {
                let (request, person) = (Self.request(state), Self.person(role == .client ? 1 : 3, role))
                let outcomes: [(String, ItemRefusal?)] = [
                    ("confirm", request.confirming(by: person, missing: [])),
                    ("confirm, lacking Lee's", request.confirming(by: person, missing: ["Lee"])),
                    ("decline", request.declining(by: person)),
                    ("assign", request.assigning(to: PersonID(number: 3), by: person, missing: [])),
                    ("assign, lacking Lee's", request.assigning(to: PersonID(number: 3), by: person, missing: ["Lee"])),
                    ("assign to whom has it", request.assigning(to: PersonID(number: 2), by: person, missing: [])),
                ]
                lines += outcomes.map { "\(name), \(role), \($0.0): \($0.1.map { "\($0)" } ?? "yes")" }
            }
        }
        let staff = ["member", "owner"]
        var expected: [String] = []
        let commands = [
            "confirm", "confirm, lacking Lee's", "decline", "assign", "assign, lacking Lee's", "assign to whom has it",
        ]
        let (so, missing) = ("alreadySo(\"A trip\")", "documentsMissing([\"Lee\"])")
        let answers = [
            ("pending", ["yes", missing, "yes", "yes", missing, so]),
            ("confirmed", [so, so, "closed", "yes", missing, so]),
            ("declined", ["closed", "closed", so, "closed", "closed", "closed"]),
        ]
        for (state, answers) in answers {
            expected += commands.map { "\(state), client, \($0): onlyStaff" }
            for role in staff { expected += zip(commands, answers).map { "\(state), \(role), \($0): \($1)" } }
        }
        #expect(lines == expected)
    }

    @Test("have a title and fields")
    func text() {
        let request = Request(
            id: RequestID(number: 1), organization: OrganizationID(number: 1), client: PersonID(number: 1),
            clientName: "Dana", project: nil, projectTitle: nil,
            text: "A trip to Oslo\nDate: 12 May\nPeople: 4\nsee https://oslo.example", verified: true,
            at: Moment(milliseconds: 0), state: .pending, assignee: nil, assigneeName: nil)
        #expect(request.title == "A trip to Oslo")
        #expect(request.fields.map(\.name) == ["Date", "People"])
        #expect(request.fields.map(\.value) == ["12 May", "4"])
    }

    @Test("of a client wait for staff, who are told; the client hears what came of it")
    func way() async throws {
        let world = try await RequestGround()
        #expect(
            try await world.perform(.request(.submit(.trip)), .dana)
                == .done(.item(.requested("A trip to Oslo", confirmed: false, missing: []))))
        #expect(try world.told() == ["ana@acme.test request-1"])
        let id = RequestID(number: 1)
        #expect(try await world.perform(.request(.confirm(id)), .dana) == .refused(.item(.onlyStaff)))
        #expect(try await world.perform(.request(.confirm(id)), .lee) == .refused(.notFound))
        #expect(
            try await world.perform(.request(.assign(id, to: "ben")), .ana)
                == .done(.item(.requestAssigned("A trip to Oslo", to: "Ben"))))
        #expect(try world.told().last == "ben@acme.test request-1")
        #expect(
            try await world.perform(.request(.confirm(id)), .ben) == .done(.item(.requestConfirmed("A trip to Oslo"))))
        #expect(try world.told().last == "dana@client.test request-1")
        #expect(
            try await world.perform(.request(.decline(id, reason: "no")), .ana) == .refused(.item(.closed)))
        #expect(
            try await world.perform(.request(.remark(id, text: "Thanks!", attachments: [])), .dana)
                == .done(.item(.remarked("A trip to Oslo"))))
        #expect(try world.told().last == "ben@acme.test request-1", "whoever has it hears of it, and nobody else")
    }

    @Test("are assigned and confirmed by themselves where the organization says so")
    func byItself() async throws {
        let world = try await RequestGround(RequestSettings(needApproval: false, assignee: .ben))
        #expect(
            try await world.perform(.request(.submit(.trip)), .dana)
                == .done(.item(.requested("A trip to Oslo", confirmed: true, missing: []))))
        #expect(try world.told() == ["ben@acme.test request-1"])
        #expect(try world.request(1).assigneeName == "Ben")
    }

    @Test("whose sender is not sure are never confirmed by themselves")
    func unverified() async throws {
        let world = try await RequestGround(RequestSettings(needApproval: false))
        let evidence = MailEvidence.evidence(.one(.dana), .none("no stamp"))
        let reply = try await world.replyAddress(of: .dana)
        let outcomes = try await world.world.portal.perform(
            [.item(.request(.submit(.trip)))], for: .reply(reply, evidence), because: world.world.press())
        #expect(outcomes == [.done(.item(.requested("A trip to Oslo", confirmed: false, missing: [])))])
        #expect(try world.request(1).verified == false)
    }

    @Test("are not taken where clients may not ask, and staff can still enter one")
    func switchedOff() async throws {
        let world = try await RequestGround(RequestSettings(areTaken: false))
        #expect(try await world.perform(.request(.submit(.trip)), .dana) == .refused(.toolOff(.requests)))
        let entered = NewRequest(client: .dana, project: nil, text: "By phone: a trip", attachments: [])
        #expect(
            try await world.perform(.request(.submit(entered)), .ana)
                == .done(.item(.requested("By phone: a trip", confirmed: false, missing: []))))
        #expect(try await world.perform(.request(.submit(entered)), .lee) == .refused(.notFound))
    }

    @Test("belong to a project only where their client sees it")
    func project() async throws {
        let world = try await RequestGround()
        let about = NewRequest(project: ProjectID(number: 1), text: "More of it", attachments: [])
        #expect(try await world.perform(.request(.submit(about)), .lee) == .refused(.notFound))
        #expect(
            try await world.perform(.request(.submit(about)), .dana)
                == .done(.item(.requested("More of it", confirmed: false, missing: []))))
    }

    @Test(
        "go to somebody of the staff by a name that only one has",
        arguments: [
            ("Ben", "ben@acme.test"), ("ben@acme.test", "ben@acme.test"), ("Dana", nil), ("Nobody", nil),
            ("dana@client.test", nil),
        ] as [(String, String?)])
    func assignee(name: String, expected: String?) async throws {
        let world = try await RequestGround()
        _ = try await world.perform(.request(.submit(.trip)), .dana)
        let outcome = try await world.perform(.request(.assign(RequestID(number: 1), to: name)), .ana)
        if expected == nil {
            #expect(outcome == .refused(.item(.noSuchStaff(name))))
        } else {
            #expect(outcome == .done(.item(.requestAssigned("A trip to Oslo", to: "Ben"))))
        }
    }
}

extension NewRequest {
    static let trip = NewRequest(project: nil, text: "A trip to Oslo\nDate: 12 May", attachments: [])
}

/// The fixture with everybody in, for requests and passengers.
struct RequestGround {
    let world: World

    init(_ settings: RequestSettings = RequestSettings()) async throws {
        world = try World()
        var acme = DesiredOrganization.acme("acme")
        acme.settings.requests = settings
        acme.invitations = []
        acme.links = [.dana, .lee].map {
            PortalLinkSettings(client: $0, name: "phone", code: nil, days: nil, notified: true)
        }
        try await world.apply(DesiredPortal(organizations: [acme]))
    }

    func perform(_ command: ItemCommand, _ person: EmailAddress) async throws -> Outcome {
        let session = world.portal.freshSecret()
        let id = try id(of: person)
        try await world.portal.database.write { [world] connection in
            try SessionRecord.start(session.digest, for: id, by: nil, at: world.portal.now, in: connection)
        }
        let outcomes = try await world.portal.perform(
            [.item(command)], for: .session(session, organization: "acme"), because: world.press())
        return try #require(outcomes.first)
    }

    /// An address at which a reply of this person's reaches their requests.
    func replyAddress(of person: EmailAddress) async throws -> Secret {
        let secret = world.portal.freshSecret()
        let id = try id(of: person)
        let entry = try #require(try world.portal.outbox(newest: 1).first).id
        try await world.portal.database.write { [world] connection in
            let address = ReplyAddress(
                person: id, subject: .things(ListedThings([], in: nil)), entry: entry,
                expires: world.portal.now + .days(1))
            try ReplyAddressRecord.add(secret.digest, address, in: connection)
        }
        return secret
    }

    func request(_ number: Int64) throws -> Request {
        try world.portal.database.read { try #require(try RequestRecord.find(RequestID(number: number), in: $0)) }
    }

    /// Who is owed news about requests, in order.
    func told() throws -> [String] {
        try world.portal.outbox(newest: 100).compactMap { entry in
            guard case .item(.request) = entry.notice else { return nil }
            return "\(try world.portal.person(entry.person)?.address.text ?? "") \(entry.notice.topic)"
        }
    }

    private func id(of person: EmailAddress) throws -> PersonID {
        try world.portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            return try #require(
                try PersonRecord.find(person, of: organization.id, at: world.portal.now, in: connection)
            ).id
        }
    }
}
