import MailFormat
import Testing

@testable import PortalCore

/// Passengers: whose they are, what they lack, and what waits for that.
struct PassengerTests {
    private static let ida = PassengerDetails(name: "Ida Lind", bornText: "1980-02-01")!
    private static let bo = PassengerDetails(name: "Bo Lind", bornText: "2019-11-30")!
    private static let first = PassengerID(number: 1)

    private func passport(_ world: RequestGround, _ name: String = "ida.pdf") throws -> FileContent {
        let bytes = Array("the passport \(name)".utf8)
        return FileContent(
            name: name, contentType: "application/pdf", size: Int64(bytes.count),
            digest: try world.world.portal.contents.put(bytes))
    }

    @Test("are added, changed and removed by their client and by staff, and are nobody else's")
    func directory() async throws {
        let world = try await RequestGround()
        #expect(
            try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
                == .done(.item(.passengerAdded("Ida Lind"))))
        #expect(
            try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
                == .refused(.item(.taken("Ida Lind"))))
        for command in [
            PassengerCommand.change(Self.first, Self.bo), .remove(Self.first),
            .keepDocuments(Self.first, [try passport(world)]),
        ] {
            #expect(try await world.perform(.passenger(command), .lee) == .refused(.notFound), "\(command)")
        }
        #expect(
            try await world.perform(.passenger(.change(Self.first, Self.bo)), .ana)
                == .done(.item(.passengerChanged("Bo Lind"))))
        #expect(
            try await world.perform(.passenger(.remove(Self.first)), .dana)
                == .done(.item(.passengerRemoved("Bo Lind"))))
        #expect(try await world.perform(.passenger(.remove(Self.first)), .dana) == .refused(.notFound))
    }

    @Test("are added by staff to a client's directory, by clients to their own only")
    func whose() async throws {
        let world = try await RequestGround()
        #expect(try await world.perform(.passenger(.add(Self.ida, of: nil)), .ana) == .refused(.item(.onlyClients)))
        #expect(try await world.perform(.passenger(.add(Self.ida, of: .lee)), .dana) == .refused(.notFound))
        #expect(
            try await world.perform(.passenger(.add(Self.ida, of: .lee)), .ana)
                == .done(.item(.passengerAdded("Ida Lind"))))
        #expect(
            try await world.perform(.passenger(.remove(Self.first)), .lee)
                == .done(.item(.passengerRemoved("Ida Lind"))))
    }

    @Test("that are removed come back with their documents when they are added again")
    func back() async throws {
        let world = try await RequestGround(RequestSettings(needDocuments: true))
        _ = try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
        _ = try await world.perform(.passenger(.keepDocuments(Self.first, [try passport(world)])), .dana)
        _ = try await world.perform(.passenger(.remove(Self.first)), .dana)
        let file = try #require(try documents(of: 1, world).first).id
        #expect(try isSeen(file, by: .ana, world) == false, "nobody has what was removed")
        _ = try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
        #expect(try isSeen(file, by: .dana, world))
        #expect(
            try await world.perform(.request(.submit(.trip)), .dana)
                == .done(.item(.requested("A trip to Oslo", confirmed: false, missing: []))))
    }

    @Test("have documents that their client and staff can have, and nobody else; withdrawn ones nobody")
    func documents() async throws {
        let world = try await RequestGround()
        _ = try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
        #expect(
            try await world.perform(.passenger(.keepDocuments(Self.first, [try passport(world)])), .dana)
                == .done(.item(.documentsKept(of: "Ida Lind"))))
        let file = try #require(try documents(of: 1, world).first).id
        #expect(try isSeen(file, by: .dana, world))
        #expect(try isSeen(file, by: .ben, world))
        #expect(try isSeen(file, by: .lee, world) == false)
        #expect(
            try await world.perform(.passenger(.withdrawDocument(file, of: Self.first)), .lee) == .refused(.notFound))
        #expect(
            try await world.perform(.passenger(.withdrawDocument(file, of: Self.first)), .dana)
                == .done(.item(.documentWithdrawn(of: "Ida Lind"))))
        #expect(try isSeen(file, by: .dana, world) == false)
        #expect(try isSeen(file, by: .ana, world) == false)
    }

    @Test("who lack a document block confirming and assigning, which say so; the last document sets it free")
    func required() async throws {
        let world = try await RequestGround(
            RequestSettings(needApproval: false, assignee: .ben, needDocuments: true))
        _ = try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
        _ = try await world.perform(.passenger(.add(Self.bo, of: nil)), .dana)
        #expect(
            try await world.perform(.request(.submit(.trip)), .dana)
                == .done(.item(.requested("A trip to Oslo", confirmed: false, missing: ["Ida Lind", "Bo Lind"]))))
        let id = RequestID(number: 1)
        let refusal = Outcome.refused(.item(.documentsMissing(["Ida Lind", "Bo Lind"])))
        #expect(try await world.perform(.request(.confirm(id)), .ana) == refusal)
        #expect(try await world.perform(.request(.assign(id, to: "Ben")), .ana) == refusal)
        _ = try await world.perform(.passenger(.keepDocuments(Self.first, [try passport(world)])), .dana)
        #expect(try world.request(1).isPending)
        let bo = PassengerID(number: 2)
        _ = try await world.perform(.passenger(.keepDocuments(bo, [try passport(world, "bo.pdf")])), .dana)
        #expect(try world.request(1).isPending == false)
        #expect(try world.request(1).assigneeName == "Ben")
        #expect(try world.told().suffix(2) == ["ben@acme.test request-1", "dana@client.test request-1"])
    }

    @Test("have documents with something in them: an empty one is refused, and one from before counts for nothing")
    func emptyDocuments() async throws {
        let world = try await RequestGround(RequestSettings(needDocuments: true))
        _ = try await world.perform(.passenger(.add(Self.ida, of: nil)), .dana)
        let empty = FileContent(
            name: "ida.pdf", contentType: "application/pdf", size: 0, digest: ContentDigest(of: []))
        #expect(
            try await world.perform(.passenger(.keepDocuments(Self.first, [try passport(world), empty])), .dana)
                == .refused(.item(.emptyFile("ida.pdf"))))
        #expect(try documents(of: 1, world).isEmpty)
        try await world.world.portal.database.write { [now = world.world.portal.now] connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let kept = try FileRecord.save(
                empty, of: .client, in: organization.id, visible: true, at: now, in: connection)
            try PassengerRecord.attach(kept, to: Self.first, in: connection)
        }
        #expect(
            try await world.perform(.request(.submit(.trip)), .dana)
                == .done(.item(.requested("A trip to Oslo", confirmed: false, missing: ["Ida Lind"]))))
    }

    @Test(
        "without a name, or not born yet, are refused",
        arguments: [
            (" ", "1980-02-01", ItemRefusal.noName), (String(repeating: "a", count: 101), "1980-02-01", .noName),
            ("Ida\nLind", "1980-02-01", .noName), ("Ida", "2027-02-01", .impossibleDate),
        ])
    func unfit(name: String, born: String, refusal: ItemRefusal) async throws {
        let world = try await RequestGround()
        let details = try #require(PassengerDetails(name: name, bornText: born))
        #expect(try await world.perform(.passenger(.add(details, of: nil)), .dana) == .refused(.item(refusal)))
    }

    @Test(
        "have a date of birth that is one",
        arguments: ["1980-02-30", "80-02-01", "1980-2", "1980-02-01-", "x", "1980-02-001000"])
    func date(text: String) { #expect(PassengerDetails(name: "Ida", bornText: text) == nil) }

    private func documents(of number: Int64, _ world: RequestGround) throws -> [StoredFile] {
        try world.world.portal.database.read {
            try $0.query(
                """
                SELECT \(FileRecord.columns) FROM files f JOIN passenger_documents d ON d.file_id = f.id
                WHERE d.passenger_id = $1
                """, [.integer(number)], FileRecord.read)
        }
    }

    private func isSeen(_ file: FileID, by address: EmailAddress, _ world: RequestGround) throws -> Bool {
        try world.world.portal.database.read { connection in
            let organization = try #require(try OrganizationRecord.find("acme", in: connection))
            let person = try #require(
                try PersonRecord.find(address, of: organization.id, at: world.world.portal.now, in: connection))
            return try FileRecord.find(file, seenBy: person, of: organization, in: connection) != nil
        }
    }
}
