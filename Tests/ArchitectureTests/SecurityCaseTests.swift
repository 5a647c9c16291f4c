import Foundation
import Testing

/// The security cases are all somewhere: a test names each, or a list says why it cannot apply.
struct SecurityCaseTests {
    private static let groups: [(name: String, numbers: [ClosedRange<Int>])] = [
        ("ID", [1...8, 10...11, 13...19, 21...28, 30...41, 43...46, 49...50]),
        ("PB", [1...9, 11...18, 20...24]),
        ("CM", [1...7, 9...10, 12...26, 28...28]),
        ("TK", [1...3, 5...13, 15...26, 29...30]),
        ("WB", [1...2, 4...18]),
        ("FL", [1...13]),
        ("OB", [1...7, 9...14]),
        ("LP", [1...6, 9...15]),
        ("MO", [1...14]),
        ("TR", [1...1, 3...10]),
    ]

    @Test("every security case is named by a test, or by the list of those that cannot apply", arguments: groups)
    func proved(group: (name: String, numbers: [ClosedRange<Int>])) throws {
        let tests = SourceFile.root.appending(path: "Tests")
        let list = try String(contentsOf: tests.appending(path: "SecurityCases.md"), encoding: .utf8)
        let known = try Self.named(below: tests).union(Self.listed(in: list))
        let all = group.numbers.joined().map { "\(group.name)-\($0 < 10 ? "0" : "")\($0)" }
        #expect(all.filter { !known.contains($0) } == [])
    }

    /// The cases that test files name; in the table of the web's cases, those that it says cannot apply.
    private static func named(below tests: URL) throws -> Set<String> {
        let paths = FileManager.default.enumerator(atPath: tests.path)?.compactMap { $0 as? String } ?? []
        var found: Set<String> = []
        for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("ArchitectureTests") {
            let text = try String(contentsOf: tests.appending(path: path), encoding: .utf8)
            let isTable = path.hasSuffix("CaseTable.swift")
            for line in text.split(separator: "\n") where !isTable || line.contains(".not(") {
                found.formUnion(line.matches(of: /[A-Z]{2}-[0-9]{2}/).map { String($0.output) })
            }
        }
        return found
    }

    /// The cases in the first column of the list, `PB-05 to PB-06` as all from one to the other.
    private static func listed(in list: String) -> Set<String> {
        var found: Set<String> = []
        for line in list.split(separator: "\n") where line.hasPrefix("|") {
            let cell = line.split(separator: "|")[0]
            for match in cell.matches(of: /([A-Z]{2})-([0-9]{2})(?: to [A-Z]{2}-([0-9]{2}))?/) {
                guard let first = Int(match.2), let last = Int(match.3 ?? match.2), first <= last else { continue }
                found.formUnion((first...last).map { "\(match.1)-\($0 < 10 ? "0" : "")\($0)" })
            }
        }
        return found
    }
}
