import Testing

/// Where each case of the groups TK, WB, FL and MO is, or why it cannot apply.
enum CaseTable {
    enum Place {
        /// A row of this folder, with the case's id in its name.
        case row
        /// A test elsewhere: its file under `Tests`.
        case test(String)
        case not(String)
    }

    static let places: [String: Place] = tokens.merging(web) { first, _ in first }.merging(files) { first, _ in first }
        .merging(organizations) { first, _ in first }

    private static let tokens: [String: Place] = [
        "TK-01": .row, "TK-02": .row, "TK-03": .row,
        "TK-04": .row, "TK-05": .row, "TK-06": .row, "TK-07": .row, "TK-08": .row,
        "TK-09": .row, "TK-10": .row, "TK-11": .row, "TK-12": .row, "TK-13": .row, "TK-15": .row, "TK-16": .row,
        "TK-19": .row, "TK-17": .row, "TK-18": .row, "TK-20": .row, "TK-21": .row, "TK-24": .row, "TK-25": .row,
        "TK-26": .row,
        "TK-22": .row, "TK-29": .row, "TK-30": .row, "TK-23": .test("WebChannelTests/GuardTests.swift"),
    ]

    private static let web: [String: Place] = [
        "WB-01": .row, "WB-02": .row, "WB-06": .row, "WB-07": .row, "WB-08": .row, "WB-09": .row, "WB-10": .row,
        "WB-11": .row, "WB-12": .row, "WB-13": .test("WebChannelTests/PaceTests.swift"), "WB-14": .row,
        "WB-05": .test("WebChannelTests/GuardTests.swift"), "WB-15": .test("WebChannelTests/DecisionTests.swift"),
        "WB-16": .test("WebChannelTests/DecisionTests.swift"), "WB-17": .test("WebChannelTests/DecisionTests.swift"),
        "WB-18": .test("WebChannelTests/FileTests.swift"),
        "WB-04": .not("pages show the text of a mail, escaped; no page shows HTML of anybody else"),
    ]

    private static let files: [String: Place] = [
        "FL-01": .row, "FL-03": .row, "FL-04": .row, "FL-07": .row, "FL-08": .row, "FL-09": .row, "FL-10": .row,
        "FL-02": .test("WebChannelTests/FileTests.swift"), "FL-05": .row,
        "FL-06": .test("WebChannelTests/FileTests.swift"), "FL-11": .test("ServerTests/KillTests.swift"),
        "FL-12": .row,
        "FL-13": .not("a client keeps the right to the versions that were put before them"),
    ]

    private static let organizations: [String: Place] = [
        "MO-03": .row, "MO-04": .row, "MO-10": .row, "MO-12": .row,
        "MO-01": .not("one installation has one mailbox; a reply address names its organization"),
        "MO-02": .test("MailChannelTests/SecurityCases/OutboundTests.swift"),
        "MO-05": .test("PosternToolTests/ConfigurationTests.swift"),
        "MO-06": .test("PosternToolTests/SettingsFileTests.swift"),
        "MO-07": .test("MailChannelTests/TemplateTests.swift"),
        "MO-08": .test("PortalCoreTests/OutboxTests.swift"),
        "MO-09": .not("one installation has one mailbox; limits of one organization: FL-08"),
        "MO-11": .test("ServerTests/KillTests.swift"),
        "MO-13": .test("PosternToolTests/ConfigurationTests.swift"),
        "MO-14": .test("ServerTests/KillTests.swift"),
    ]
}

struct CaseTableTests {
    @Test("every case that is said to have a row has one, and every row is in the table")
    func complete() throws {
        let source = try SourceText.files(in: "Tests/WebChannelTests/SecurityCases")
        let table = try SourceText.file("Tests/WebChannelTests/SecurityCases/CaseTable.swift")
        let rows = Set(
            source.replacing(table, with: "").matches(of: /(?:TK|WB|FL|MO)-[0-9]{2}/).map { String($0.output) })
        let said = CaseTable.places.filter { if case .row = $0.value { true } else { false } }.map(\.key)
        #expect(rows.subtracting(CaseTable.places.keys) == [])
        #expect(Set(said).subtracting(rows) == [])
    }

    @Test("every test that is said to be elsewhere is there, and names its case")
    func elsewhere() throws {
        for (id, place) in CaseTable.places {
            guard case .test(let path) = place else { continue }
            #expect(try SourceText.file("Tests/\(path)").contains(id), "\(id) in \(path)")
        }
    }
}
