import Foundation
import Testing

@testable import PortalCore

@Suite("Storage")
struct StorageTests {
    let world: World
    init() throws { world = try World() }

    struct Fault: Error {}

    @Test("binds $n by number, not by first appearance")
    func binding() throws {
        let read = try world.portal.database.read { connection in
            try connection.first("SELECT $2, $1, $2", ["one", "two"]) { row in
                try [row.text(0), row.text(1), row.text(2)]
            }
        }
        #expect(read == ["two", "one", "two"])
    }

    @Test("gives back what was stored: nothing, empty, and bytes that texts rarely hold")
    func values() throws {
        let sql = "SELECT $1, $2, $3, $4, $5, $6"
        let values: [StoredValue] = [
            .null, .text(""), .bytes([]), .text("a\u{0}b\u{301}"), .bytes([0, 255]), .integer(.min),
        ]
        let read = try world.portal.database.read { connection in
            try connection.query(sql, values) { row in
                #expect((row.integerIfAny(0), row.textIfAny(0), row.bytesIfAny(0)) == (nil, nil, nil))
                return try [
                    StoredValue.null, .text(row.text(1)), .bytes(row.bytes(2)), .text(row.text(3)),
                    .bytes(row.bytes(4)), .integer(row.integer(5)),
                ]
            }
        }
        #expect(read == [values])
    }

    @Test("refuses a statement with too few or too many arguments, and one that runs within itself")
    func misuse() throws {
        try world.portal.database.read { connection in
            for arguments: [StoredValue] in [[], [1], [1, 2, 3]] {
                #expect(throws: (any Error).self) {
                    try connection.query("SELECT $1, $2", arguments) { try $0.integer(0) }
                }
            }
            #expect(throws: (any Error).self) {
                try connection.query("SELECT 1", []) { _ in
                    try connection.query("SELECT 1", []) { try $0.integer(0) }
                }
            }
            let afterwards = try connection.query("SELECT 1", []) { try $0.integer(0) }
            #expect(afterwards == [1])
        }
    }

    @Test(
        "reads lists of texts as they were written",
        arguments: [[], [""], ["one"], ["a,b", "[c]", "", "ü\u{301}"], ["\"", "\\", "\n"], ["/"]])
    func lists(list: [String]) throws {
        let read = try StoredJSON.texts(StoredJSON.text(list))
        #expect(read.map { Array($0.utf8) } == list.map { Array($0.utf8) })
    }

    @Test("reads no list of texts where there is none", arguments: ["", "[", "\"a\"", "[\"a\" \"b\"]", "[1]", "{}"])
    func noLists(text: String) {
        #expect(throws: StorageFault.self) { try StoredJSON.texts(text) }
    }

    @Test("rolls back what throws, alone, though it shares its commit with others")
    func rollback() async throws {
        let database = world.portal.database
        let thrown = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await database.write { connection in
                            try connection.execute(
                                "INSERT INTO causes (kind, key, at) VALUES ('test', $1, 0)", [.text("\(number)")])
                            if number % 3 == 0 { throw Fault() }
                        }
                        return false
                    } catch { return true }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let kept = try database.read { connection in
            try connection.query("SELECT key FROM causes WHERE kind = 'test'", []) { Int(try $0.text(0)) ?? 0 }
        }
        #expect(thrown == 67)
        #expect(kept.count == 133)
        #expect(kept.allSatisfy { $0 % 3 != 0 })
    }

    @Test("refuses a database of a newer version, and says so")
    func newer() async throws {
        _ = try await world.portal.database.write { try $0.execute("PRAGMA user_version = 99", []) }
        #expect(throws: StorageFault.self) { try Portal(folder: world.folder) }
    }

    @Test("never lets history be rewritten")
    func history() async throws {
        try await world.apply(.acme)
        await #expect(throws: (any Error).self) {
            _ = try await world.portal.database.write { try $0.execute("UPDATE history SET door = 'mail'", []) }
        }
        await #expect(throws: (any Error).self) {
            _ = try await world.portal.database.write { try $0.execute("DELETE FROM history", []) }
        }
    }

    @Test("keeps content under its digest, readable by its owner only")
    func contents() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        let digest = try world.portal.contents.put(bytes)
        #expect(try world.portal.contents.put(bytes) == digest)
        #expect(try world.portal.contents.bytes(of: digest) == bytes)
        let attributes = try FileManager.default.attributesOfItem(atPath: world.portal.contents.path(of: digest))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test(
        "FL-11: what a crash left half written goes at the next start; what may still be written, and what is whole, stays"
    )
    func unfinished() async throws {
        let digest = try world.portal.contents.put([1, 2, 3])
        let whole = world.portal.contents.path(of: digest)
        let folder = URL(fileURLWithPath: whole).deletingLastPathComponent()
        let long = Date(timeIntervalSinceNow: -7_200)
        for (name, changed) in [(".1-2", long), (".1-3", Date.now)] {
            let path = folder.appending(path: name).path
            try Data("half".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: path)
        }
        try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: whole)
        try await world.portal.recoverOutbox()
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(left == [".1-3", digest.description])
    }
}

@Suite("Secrets")
struct SecretTests {
    @Test("travel as lower-case base32 and come back in any case")
    func spelling() throws {
        let secret = Secret(.reply, from: systemRandomness)
        #expect(secret.text.utf8.count == 26)
        let shouted = String(decoding: secret.text.utf8.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, as: UTF8.self)
        #expect(Secret(wire: shouted) == secret)
    }

    @Test(
        "are refused when their form is wrong",
        arguments: ["", "a", "a b", String(repeating: "a", count: 25), String(repeating: "1", count: 26), "é"])
    func refused(text: String) { #expect(Secret(wire: text) == nil) }

    @Test("ten thousand of each kind are all different")
    func unique() {
        for strength in [Secret.Strength.reply, .link] {
            #expect(Set((0..<10_000).map { _ in Secret(strength, from: systemRandomness) }).count == 10_000)
        }
    }

    @Test("base32 and SHA-256 agree with their standards")
    func vectors() {
        #expect(Base32.lowercase(Array("foobar".utf8)) == "mzxw6ytboi")
        #expect(Base32.lowercase(Array("fooba".utf8)) == "mzxw6ytb")
        #expect(
            Hexadecimal.text(SHA256.digest(of: Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(
        "HMAC agrees with RFC 4231 §4.3 and §4.7",
        arguments: [
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func authentication(key: [UInt8], text: String, expected: String) {
        #expect(Hexadecimal.text(SHA256.authentication(of: Array(text.utf8), key: key)) == expected)
    }

    @Test(
        "file names are shown without tricks",
        arguments: [
            ("../../etc/cron.d/x", "x"), ("..\\..\\x", "x"), ("/abs", "abs"), ("C:\\x", "x"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe"), ("a\r\nb", "ab"), ("..", "file"), ("", "file"),
        ])
    func fileNames(name: String, shown: String) { #expect(FileName.shown(name) == shown) }
}
